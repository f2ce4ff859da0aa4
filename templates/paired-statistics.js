// The statistics of a comparison pair by pair: two sides that share many configurations and repeat each little.
//
// This is Sources/RunStatistics/Paired and what it calls once more, with the same bits as the program's, as in statistics.js, which it needs.
var sitegenPairedStatistics = (function () {
  "use strict";

  const {
    standardRules, exp, normalUpperTail, normalUpperQuantile, ascending, median, middleOf, interval, isLarge, squareRootOfTwo
  } = sitegenStatistics;

  // PortableMath

  function log(x) {
    if (!(x > 0)) return x === 0 ? -Infinity : NaN;
    if (!(x < Infinity)) return x;
    let m = x;
    let k = 0;
    while (m > squareRootOfTwo) {
      m /= 2;
      k += 1;
    }
    while (m < squareRootOfTwo / 2) {
      m *= 2;
      k -= 1;
    }
    const s = (m - 1) / (m + 1);
    let series = 0;
    for (let n = 23; n >= 1; n -= 2) series = series * (s * s) + 1 / n;
    return k * 0.6931471805582987 + (k * 1.6465949582897082e-12 + 2 * s * series);
  }

  // StudentTails

  function studentTails(t, freedom) {
    const square = t * t / freedom;
    if (!(square < Infinity)) return 0;
    const [x, y] = [1 / (1 + square), square / (1 + square)];
    const last = freedom / 2;
    let a = freedom % 2 === 0 ? 1 : 0.5;
    let front = freedom % 2 === 0 ? x / 2 : Math.sqrt(x) / 3.141592653589793;
    while (a < last) {
      front = front * x * ((a + 0.5) / a);
      a += 1;
    }
    front *= Math.sqrt(y);
    return t * t < 4 ? 1 - front / 0.5 * betaSeries(y, 0.5, a) : front / a * betaSeries(x, a, 0.5);
  }

  function betaSeries(x, a, b) {
    let term = 1;
    let sum = 0;
    let n = 0;
    while (sum + term !== sum) {
      sum += term;
      term = term * ((a + b + n) / (a + 1 + n)) * x;
      n += 1;
    }
    return sum;
  }

  // RunStatistics and Moments

  function sum(values) {
    let total = 0;
    let lost = 0;
    values.forEach((value) => {
      const next = total + value;
      lost += Math.abs(total) >= Math.abs(value) ? (total - next) + value : (value - next) + total;
      total = next;
    });
    return total + lost;
  }

  function mean(values) {
    return sum(values) / values.length;
  }

  function moments(values) {
    const origin = mean(values);
    const distances = values.map((value) => value - origin);
    const offset = mean(distances);
    const squares = sum(distances.map((distance) => (distance - offset) * (distance - offset)));
    return { n: values.length, centre: origin + offset, variance: values.length > 1 ? squares / (values.length - 1) : 0 };
  }

  // SignedRankDistribution

  const mostExact = 50;

  function probabilities(last, ranks) {
    const found = new Float64Array(last + 1);
    found[0] = 1;
    ranks.forEach((rank) => {
      for (let sum = last; sum >= 0; sum -= 1) found[sum] = (found[sum] + (sum >= rank ? found[sum - rank] : 0)) / 2;
    });
    return found;
  }

  function meansOutside(n, confidence) {
    const tail = (1 - confidence) / 2;
    const most = n * (n + 1) / 2;
    if (n > mostExact) {
      const deviation = Math.sqrt(n * (n + 1) * (2 * n + 1) / 24);
      return Math.floor(most / 2 - 0.5 - normalUpperQuantile(tail) * deviation);
    }
    const found = probabilities(Math.floor(most / 2), Array.from({ length: n }, (_, index) => index + 1));
    let below = 0;
    for (let sum = 0; sum < found.length; sum += 1) {
      below += found[sum];
      if (below > tail) return sum > 0 ? sum - 1 : null;
    }
    return null;
  }

  // SignedRankTest of pairs

  function signedRankTest(pairs) {
    const sorted = pairs.filter(({ a, b }) => a !== b).map(({ a, b }) => ({ size: Math.max(a, b) / Math.min(a, b), isAbove: b > a }))
      .sort((left, right) => left.size - right.size);
    const doubled = [];
    let [positive, ties, start] = [0, 0, 0];
    while (start < sorted.length) {
      let end = start;
      while (end < sorted.length && sorted[end].size === sorted[start].size) end += 1;
      const [rank, t] = [start + 1 + end, end - start];
      for (let i = start; i < end; i += 1) {
        doubled.push(rank);
        if (sorted[i].isAbove) positive += rank;
      }
      ties += t * t * t - t;
      start = end;
    }
    const total = doubled.reduce((all, rank) => all + rank, 0);
    if (total === 0) return 1;
    const less = Math.min(positive, total - positive);
    if (doubled.length <= mostExact) return Math.min(1, 2 * probabilities(less, doubled).reduce((all, each) => all + each, 0));
    const n = doubled.length;
    const deviation = Math.sqrt(n * (n + 1) * (2 * n + 1) / 24 - ties / 48);
    return Math.min(1, 2 * normalUpperTail((total - 2 * less) / 4 / deviation));
  }

  // OutlyingPair

  function outlyingPairs(ratios, rules) {
    if (ratios.length < rules.leastPairs) return [];
    const logarithms = ratios.map(log);
    const least = rules.leastChange / 10;
    const middle = median(ascending(logarithms));
    const deviation = median(ascending(logarithms.map((value) => Math.abs(value - middle))));
    const reach = 3.5 * Math.max(deviation / normalUpperQuantile(0.25), least);
    const inner = logarithms.filter((value) => Math.abs(value - middle) <= reach);
    if (!(inner.length > 2)) return [];
    const { n, centre, variance } = moments(inner);
    const error = Math.sqrt(Math.max(variance, least * least) * (1 + 1 / n));
    return logarithms.map((value, index) => {
      const ratio = exp(value - centre);
      if (!(Math.abs(value - middle) > reach && Math.abs(ratio - 1) >= rules.leastChange)) return null;
      const p = Math.min(1, studentTails((value - centre) / error, n - 1) * logarithms.length);
      return p <= rules.falseDiscoveryRate ? { index, ratio, p } : null;
    }).filter((pair) => pair !== null);
  }

  // PairedRatios

  // Whether a pair has a ratio either way.
  function hasRatio({ a, b }) {
    return a > 0 && b > 0 && Number.isFinite(b / a) && Number.isFinite(a / b);
  }

  function pairwiseMeans(values) {
    const means = new Float64Array(values.length * (values.length + 1) / 2);
    let place = 0;
    for (let i = 0; i < values.length; i += 1) {
      for (let j = i; j < values.length; j += 1) {
        means[place] = geometricMean(values[i], values[j]);
        place += 1;
      }
    }
    return means.sort();
  }

  function geometricMean(first, second) {
    return first === second ? first : Math.sqrt(first * second);
  }

  function middleMean(sorted) {
    const { lower, upper } = middleOf(sorted);
    return geometricMean(lower, upper);
  }

  // Difference.ofPairs: pairs as { a, b }, of which those without a ratio are left out. The difference has the outlying pairs, too.
  // null where no pair is left.
  function ofPairs(pairs, rules = standardRules) {
    const kept = [...pairs.keys()].filter((index) => hasRatio(pairs[index]));
    if (kept.length === 0) return null;
    const used = kept.map((index) => pairs[index]);
    const ratios = used.map(({ a, b }) => b / a);
    const means = pairwiseMeans(ratios);
    const level = middleMean(pairwiseMeans(used.map(({ a, b }) => geometricMean(a, b))));
    const outside = meansOutside(used.length, rules.intervalConfidence);
    const ratio = middleMean(means);
    const [a, b] = [level / Math.sqrt(ratio), level * Math.sqrt(ratio)];
    return {
      a: { n: used.length, value: a, interval: null }, b: { n: used.length, value: b, interval: null }, difference: b - a, ratio,
      interval: outside === null ? null : interval(means[outside], means[means.length - 1 - outside]),
      p: used.length >= rules.leastPairs ? signedRankTest(used) : null, passes: isLarge(b - a, ratio, a, rules),
      outlying: outlyingPairs(ratios, rules).map((pair) => ({ ...pair, index: kept[pair.index] }))
    };
  }

  return { hasRatio, ofPairs };
})();
