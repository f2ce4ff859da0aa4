// Any two sides of the site's runs, held against each other in the browser: the verdicts, and the files that can be downloaded.
//
// This is Sources/SiteBuilder/Comparison once more, of the rows that comparison-rows.js makes. A change here is a change there; the browser tests
// hold the two together.
var sitegenComparison = (function () {
  "use strict";

  const {
    data, rules, side, sideNames, samplesOf, subjectOf, comparedRows, sharedRows, optionFacts, valuesOf, valueOf, roleOf
  } = sitegenComparisonRows;
  const standardOptions = ["num_gpu", "num_ctx", "temperature", "top_p", "top_k", "repeat_penalty"];
  const acknowledged = data.acknowledged.map(([run, slot, metric, reason]) => ({ run, slot, metric, reason }));
  const excluded = data.excluded.map(([run, slot, metric, reason]) => ({ run, slot, metric, reason }));

  // Comparison

  function compare(a, b) {
    const subject = subjectOf(a, b);
    const across = subject.across.map(({ fact }) => fact);
    const single = comparedRows(samplesOf(a), samplesOf(b), across);
    if (b.runs.length === 1) single.forEach((row) => attach(row, b.runs[0]));
    const rows = [...sharedRows(single, across), ...single];
    rows.forEach((row) => attachExclusions(row, a, b));
    const members = rows.filter((row) => row.difference !== null);
    // High percentiles are judged among their like.
    [true, false].map((isTail) => members.filter(({ metric }) => (metric.base !== metric.id) === isTail)).forEach((own) => {
      sitegenStatistics.judge(own, rules).forEach((judgement, place) => Object.assign(own[place], judgement));
    });
    const exclusions = [["A", a], ["B", b]].map(([name, side]) => exclusionOf(side, name)).filter((sentence) => sentence !== null);
    return { a, b, subject, rows, rules, exclusions, tested: rows.filter((row) => row.pAdjusted !== null).length };
  }

  // Comparison+Exclusions

  // Says of a side that has no value because every run of it is excluded that it is so: nothing was added or removed.
  function attachExclusions(row, a, b) {
    row.excluded = [false, false];
    if (row.verdict !== "added" && row.verdict !== "removed") return;
    const side = row.verdict === "added" ? a : b;
    if (side.runs.length === 0 || !side.runs.every((run) => excluded.some((entry) => entry.run === run.id && covers(entry, row)))) return;
    row.excluded = [row.verdict === "added", row.verdict === "removed"];
    row.verdict = "not_comparable";
  }

  // What agents come to together goes with any of them; cold calls go with their metric, and so do its percentiles.
  function covers(entry, row) {
    const role = roleOf(row.agent);
    if (role === null) return entry.metric === null;
    const id = row.metric.id === "ttft_cold" ? "ttft" : row.metric.id;
    return (entry.slot === null || entry.slot === role)
      && (entry.metric === null || entry.metric === id || (id.startsWith(`${entry.metric}_p`) && /^\p{N}/u.test(id.slice(entry.metric.length + 2))));
  }

  // Why nothing of a side is compared: a run without a sample counts in nothing.
  function exclusionOf(side, name) {
    const entries = side.runs.map((run) => excluded.filter((entry) => entry.run === run.id && entry.metric === null));
    if (side.runs.length === 0 || side.runs.some((run, place) => run.samples.length > 0 || entries[place].length === 0)) return null;
    return `Every run of ${name} is excluded: ${[...new Set(entries.flat().map(({ reason }) => reason))].join("; ")}.`;
  }

  // Says which run the row is about, and who acknowledged what it shows.
  function attach(row, run) {
    row.run = run;
    row.acknowledgement = acknowledged.find((entry) =>
      entry.run === run.id && entry.metric === row.metric.id && (entry.slot === null || entry.slot === roleOf(row.agent))) ?? null;
  }

  const ranks = ["regression", "improvement", "failed", "no_change", "not_enough_data", "not_comparable", "added", "removed"];

  // The rows with what was found first: by certainty, then everything else in its order, which sorting keeps.
  function rowsByCertainty(comparison) {
    return [...comparison.rows].sort((left, right) =>
      ranks.indexOf(left.verdict) - ranks.indexOf(right.verdict) || (left.pAdjusted ?? 2) - (right.pAdjusted ?? 2));
  }

  // Comparison+JSON

  function json(comparison) {
    return `${pretty({
      a: comparison.a.name, b: comparison.b.name, tested: comparison.tested, q: rules.falseDiscoveryRate,
      rows: rowsByCertainty(comparison).map((row) => rowJSON(row, comparison.subject))
    }, "")}\n`;
  }

  function rowJSON(row, subject) {
    const ends = (interval) => interval && [interval.lower, interval.upper];
    const side = (center) => ({ n: center?.n ?? 0, center: center?.value ?? null, interval: ends(center?.interval ?? null) });
    const { agent, metric, difference, run, shared } = row;
    const across = subject.across.map(({ fact }) => fact);
    return {
      run: run?.id ?? null, suite: run?.suite ?? null, scenario: valueOf(agent, "scenario"), slot: roleOf(agent),
      model: valueOf(agent, "model"), configuration: allOptions(agent, [...across, ...(shared?.varying ?? [])]),
      metric: metric.id, unit: metric.unit, direction: metric.direction,
      a: side(row.a), b: side(row.b), difference: difference?.difference ?? null, ratio: difference?.ratio ?? null,
      interval: ends(difference?.interval ?? null), p: difference?.p ?? null, p_adjusted: row.pAdjusted, verdict: row.verdict,
      acknowledged: row.acknowledgement !== null, ...(shared === null ? {} : sharedJSON(shared, across))
    };
  }

  // What a row over shared configurations has besides.
  function sharedJSON({ count, outlying }, across) {
    return {
      pairs: count,
      outlying: outlying.map(({ agent, ratio, p }) => ({ configuration: allOptions(agent, across), model: valueOf(agent, "model"), ratio, p }))
    };
  }

  // The standard options are always there, null when they were left to the server, but for those that are left out. A map, because an option may
  // have any name.
  function allOptions(agent, without) {
    const dropped = without.map((fact) => data.settings[fact]?.name);
    const standard = standardOptions.filter((name) => !dropped.includes(name)).map((name) => [name, null]);
    return new Map([...standard, ...optionsOf(agent).map((fact) => [data.settings[fact].name, valueOf(agent, fact)])]);
  }

  // The options that are set, in the order of labels.
  function optionsOf(agent) {
    return optionFacts.filter((fact) => agent.values.has(fact));
  }

  // Comparison.table: the rows flat, for spreadsheets.
  function csv(comparison) {
    const head = "scenario,slot,model,configuration,metric,unit,direction,a_n,a_center,a_lower,a_upper,b_n,b_center,b_lower,b_upper,"
      + "difference,ratio,lower,upper,p,p_adjusted,verdict,acknowledged";
    const side = (center) => [center?.n ?? 0, center?.value, center?.interval?.lower, center?.interval?.upper];
    const lines = rowsByCertainty(comparison).map((row) => [
      valueOf(row.agent, "scenario"), roleOf(row.agent), valueOf(row.agent, "model"), configurationText(row), row.metric.id, row.metric.unit,
      row.metric.direction, ...side(row.a), ...side(row.b), row.difference?.difference, row.difference?.ratio,
      row.difference?.interval?.lower, row.difference?.interval?.upper, row.difference?.p, row.pAdjusted, row.verdict, row.acknowledgement !== null
    ].map(cell).join(","));
    return [head, ...lines].map((line) => `${line}\n`).join("");
  }

  // The configuration, or over which ones the row is: `num_gpu 60, over 17 shared configurations`.
  function configurationText({ agent, shared }) {
    if (shared === null) return optionsLabel(agent) || "server defaults";
    return [optionsLabel(agent), sharedPhrase([shared.count])].filter((part) => part !== "").join(", ");
  }

  // SharedConfigurations+Words: `over 17 shared configurations`, of several rows `over 16 to 17 shared configurations`.
  function sharedPhrase(counts) {
    const [least, most] = [Math.min(...counts), Math.max(...counts)];
    const range = least === most ? "" : `${grouped(least)} to `;
    return `over ${range}${grouped(most)} shared configuration${most === 1 ? "" : "s"}`;
  }

  // Groups of three from 10 000 up; four digits stand together.
  function grouped(number) {
    return number < 10000 ? String(number) : String(number).replace(/\B(?=(\d{3})+$)/g, "\u202f");
  }

  function cell(value) {
    const text = value === null || value === undefined ? "" : typeof value === "string" ? value : plain(value);
    return /[,"\n\r]/.test(text) ? `"${text.replace(/"/g, '""')}"` : text;
  }

  // `num_gpu 80, num_ctx 512`.
  function optionsLabel(agent) {
    return optionsOf(agent).map((fact) => factLabel(fact, valueOf(agent, fact))).join(", ");
  }

  // ComparedFact

  // A value as it stands in a label: `num_ctx 512`; what speaks for itself stands alone: `GPU Y`.
  function factLabel(fact, value) {
    return isSpokenAlone(fact) ? optionText(value) : `${data.settings[fact].name} ${optionText(value)}`;
  }

  function isSpokenAlone(fact) {
    return typeof fact !== "number" || data.settings[fact].isSpokenAlone;
  }

  function optionText(value) {
    if (typeof value !== "number") return String(value);
    return Number.isInteger(value) ? BigInt(value).toString() : description(value);
  }

  // JSON+Writing: sorted keys, an indent of two spaces, arrays of plain values on one line.
  function pretty(value, indent) {
    const deeper = `${indent}  `;
    if (Array.isArray(value)) {
      if (value.every((element) => element === null || typeof element !== "object")) return `[${value.map(plain).join(", ")}]`;
      return `[\n${value.map((element) => deeper + pretty(element, deeper)).join(",\n")}\n${indent}]`;
    }
    if (value === null || typeof value !== "object") return plain(value);
    const members = [...(value instanceof Map ? value : Object.entries(value))].sort(([left], [right]) => (left < right ? -1 : 1));
    return `{\n${members.map(([key, member]) => `${deeper}${plain(key)}: ${pretty(member, deeper)}`).join(",\n")}\n${indent}}`;
  }

  function plain(value) {
    if (typeof value === "string") return `"${value.replace(/["\\\u0000-\u001f]/g, escapedCharacter)}"`;
    if (typeof value !== "number") return String(value);
    if (!Number.isFinite(value)) return "null";
    return Number.isInteger(value) && Math.abs(value) < 9e15 ? String(value) : description(value);
  }

  function escapedCharacter(character) {
    const short = { '"': '\\"', "\\": "\\\\", "\n": "\\n", "\r": "\\r", "\t": "\\t" };
    return short[character] ?? `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`;
  }

  // A number as Swift spells it: the same shortest digits as here, but 1e-05 for 0.00001, and .0 after whole numbers.
  function description(value) {
    const size = Math.abs(value);
    if (!Number.isFinite(value)) return Number.isNaN(value) ? "nan" : value > 0 ? "inf" : "-inf";
    if (size !== 0 && (size < 1e-4 || size > 2 ** 53)) {
      return value.toExponential().replace(/e([+-])(\d)$/, "e$10$2");
    }
    const text = String(value);
    return text.includes(".") ? text : `${text}.0`;
  }

  return {
    side, sideNames, compare, json, csv, description, settings: data.settings, versionFields: data.versionFields, optionFacts, valuesOf, valueOf,
    roleOf, optionsLabel, factLabel, isSpokenAlone, optionText, sharedPhrase, grouped
  };
})();
