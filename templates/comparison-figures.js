// How figures are written: units, decimals, signs, small numbers in words.
//
// This is Sources/Charts/Numbers once more, for comparisons that are made in the browser.
var sitegenFigures = (function () {
  "use strict";

  const { description, grouped } = sitegenComparison;
  const narrowSpace = "\u202f";
  const minus = "\u2212";

  // DecimalSteps: the sizes from which on a number carries fewer decimals, the largest first, and the decimals below them all.
  const threeDigits = { from: [[100, 0], [10, 1]], below: 2 };
  const noneFromHundred = { from: [[100, 0]], below: 1 };
  const noneFromThousand = { from: [[1000, 0]], below: 1 };
  const always = (decimals) => ({ from: [], below: decimals });

  // Rounds half away from zero. Adding a half and rounding down would be wrong just below it.
  function rounded(value) {
    const whole = Math.trunc(value);
    return Math.abs(value - whole) >= 0.5 ? whole + Math.sign(value) : whole;
  }

  function decimalsOf(steps, number) {
    if (number === 0) return steps.from.length > 0 ? steps.from[0][1] : steps.below;
    const step = steps.from.find(([limit], index) => {
      const scale = 10 ** (index + 1 < steps.from.length ? steps.from[index + 1][1] : steps.below);
      return rounded(Math.abs(number) * scale) / scale >= limit;
    });
    return step ? step[1] : steps.below;
  }

  // Quantity: each unit with its size and the value below which it is used in a column; the last one without a limit.
  const single = (symbol, decimals, size = 1) => [{ symbol, size, decimals, limit: Infinity }];
  const duration = (millisecond) => [
    { symbol: "µs", size: 0.001 * millisecond, decimals: threeDigits, limit: 1 * millisecond },
    { symbol: "ms", size: 1 * millisecond, decimals: threeDigits, limit: 2000 * millisecond },
    { symbol: "s", size: 1000 * millisecond, decimals: always(2), limit: 120000 * millisecond },
    { symbol: "min", size: 60000 * millisecond, decimals: always(2), limit: Infinity }
  ];
  const quantities = new Map([
    ["ms", duration(1)], ["s", duration(0.001)], ["tok/s", single("tok/s", noneFromThousand)],
    ["bytes", [
      { symbol: "B", size: 1, decimals: always(0), limit: 10000 },
      { symbol: "kB", size: 1000, decimals: noneFromHundred, limit: 1000000 },
      { symbol: "MB", size: 1000000, decimals: noneFromHundred, limit: Infinity }
    ]],
    ["", single("", always(0))], ["tokens", single("tokens", always(0))], ["calls", single("calls", always(0))],
    ["requests", single("requests", always(0))]
  ]);
  const speedUp = single("×", always(2));
  const fraction = single("%", always(1), 0.01);
  const fractionInSentence = single("%", always(0), 0.01);

  // NumberFormat: the unit and the decimals that suit the median of the values.
  function format(values, quantity) {
    const median = medianOf(values.filter((value) => Number.isFinite(value)));
    const ownUnit = median === 0 ? quantity.find((unit) => unit.size === 1) : undefined;
    const unit = ownUnit ?? quantity.find((each) => Math.abs(median) < each.limit);
    return { unit, decimals: decimalsOf(unit.decimals, median / unit.size) };
  }

  function medianOf(values) {
    const sorted = [...values].sort((left, right) => left - right);
    const middle = Math.floor(sorted.length / 2);
    if (sorted.length === 0) return 0;
    return sorted.length % 2 === 0 ? (sorted[middle - 1] + sorted[middle]) / 2 : sorted[middle];
  }

  // ByteBuffer+NumberFormat
  function figure(value, { unit, decimals }, isSigned = false) {
    if (value === null || !Number.isFinite(value)) return "–";
    const scale = 10 ** decimals;
    const scaled = rounded(value / unit.size * scale);
    if (Math.abs(scaled) >= 9e15) return description(value / unit.size);
    const sign = scaled < 0 ? minus : isSigned && scaled > 0 ? "+" : "";
    const places = Math.abs(scaled);
    const decimalPart = decimals > 0 ? `.${String(places % scale).padStart(decimals, "0")}` : "";
    return sign + grouped(Math.floor(places / scale)) + decimalPart;
  }

  function percent(share) {
    return figure(share, format([share], fractionInSentence)) + narrowSpace + "%";
  }

  // `+43 %`, `×2.4`.
  function ratioText(ratio, quantity = fractionInSentence) {
    if (Number.isFinite(ratio) && ratio > 2) return "×" + figure(ratio, { unit: speedUp[0], decimals: decimalsOf(noneFromHundred, ratio) });
    return figure(ratio - 1, format([ratio - 1], quantity), true) + (Number.isFinite(ratio) ? narrowSpace + "%" : "");
  }

  function counted(count, thing) {
    return `${grouped(count)} ${count === 1 ? thing : `${thing}s`}`;
  }

  const numbers = ["none", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"];

  function spelled(number) {
    return numbers[number] ?? grouped(number);
  }

  function capitalized(text) {
    const [first = "", ...rest] = text;
    return first.toUpperCase() + rest.join("");
  }

  // The quantity of a metric.
  function quantityOf(metric) {
    return metric.id === "speedup" ? speedUp : quantities.get(metric.unit) ?? single(metric.unit, threeDigits);
  }

  return { narrowSpace, fraction, fractionInSentence, rounded, format, figure, percent, ratioText, counted, spelled, capitalized, quantityOf };
})();
