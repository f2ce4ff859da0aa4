// Any two sides of the site's runs, held against each other in the browser.
//
// This is Sources/SiteBuilder/Comparison once more: the same sides, rows, order and verdicts, made of data/comparison-samples.js by the
// statistics of statistics.js, so that every figure is the one that `sitegen compare A B` prints. A change here is a change there; the
// browser tests hold the two together. A classic script, so that it works from file:// too.
var sitegenComparison = (function () {
  "use strict";

  const data = sitegenSamples;
  const rules = data.rules;
  const standardOptions = ["num_gpu", "num_ctx", "temperature", "top_p", "top_k", "repeat_penalty"];

  // ComparisonData: a run is its suite, the rest of its id, its shape, its versions, and a value for each sample of that shape.
  const runs = data.runs.map(([suite, name, shape, versions, ...values]) => ({
    id: `${data.suites[suite]}/${name}`,
    suite: data.suites[suite],
    versions: data.versions[versions],
    samples: data.shapes[shape].map(([agent, metric, kind], place) => ({
      agent, metric: data.metrics[metric], kind: kind < 0 ? null : kind, value: values[place]
    }))
  }));

  // An agent is a map from facts to values, which are places in the list of the fact; what is not known, or not told apart, is not in it.
  const agents = data.agents.map(([scenario, model, options, slot, program]) => {
    const known = [["scenario", scenario], ["model", model], ["slot", slot], ["program", program]]
      .filter(([fact, place]) => place >= 0 && valuesOf(fact)[place] !== null);
    return { isTogether: slot < 0, configuration: [model, options], values: new Map([...known, ...pairs(data.options[options])]) };
  });

  // Options are numbers, the places of their settings; the other facts are words.
  function valuesOf(fact) {
    return typeof fact === "number" ? data.settings[fact].values : data[`${fact}s`];
  }

  function pairs(flat) {
    return flat.filter((_, index) => index % 2 === 0).map((place, index) => [place, flat[index * 2 + 1]]);
  }

  // The value of a fact of an agent, itself; null where there is none.
  function valueOf(agent, fact) {
    return agent.values.has(fact) ? valuesOf(fact)[agent.values.get(fact)] : null;
  }
  const acknowledged = data.acknowledged.map(([run, slot, metric, reason]) => ({ run, slot, metric, reason }));
  const excluded = data.excluded.map(([run, slot, metric, reason]) => ({ run, slot, metric, reason }));
  const configurations = data.configurations.map(([slug, title, model, options]) => ({ slug, title, model, options }));

  runs.forEach((run) => run.samples.forEach((sample) => { sample.run = run; }));

  // ComparisonSide

  const latest = "latest";

  // What a name stands for: a run, a suite with the suites below it, a configuration, or the newest run; null for nothing.
  function side(name) {
    const path = name.endsWith("/") ? name.slice(0, -1) : name;
    const one = path === latest ? runs[runs.length - 1] : runs.find((run) => run.id === path);
    if (one) return { name, title: one.id, runs: [one], configuration: null };
    const below = runs.filter((run) => run.suite === path || run.id.startsWith(`${path}/`));
    if (below.length > 0) return { name, title: path, runs: below, configuration: null };
    const configuration = configurations.find((each) => each.slug === path || each.title === path);
    if (!configuration) return null;
    const measured = runs.filter((run) => run.samples.some((sample) => isOf(configuration, sample)));
    return { name, title: configuration.title, runs: measured, configuration };
  }

  function isOf(configuration, sample) {
    const [model, options] = agents[sample.agent].configuration;
    return model === configuration.model && options === configuration.options;
  }

  function samplesOf(side) {
    const samples = side.runs.flatMap((run) => run.samples);
    return side.configuration ? samples.filter((sample) => isOf(side.configuration, sample)) : samples;
  }

  // Every name that a side can have: the newest run, suites and the folders above them, configurations, runs.
  function sideNames() {
    const suites = new Set(data.suites.flatMap((suite) => suite.split("/").map((_, place, parts) => parts.slice(0, place + 1).join("/"))));
    return [latest, ...[...suites].sort(), ...configurations.map((each) => each.slug), ...runs.map((run) => run.id)];
  }

  // ComparedSubject

  const optionFacts = [...data.settings.keys()];

  // What the sides have no value in common of: what rows are made across, versions, and work, which is only held against the same work.
  function subjectOf(a, b) {
    const [agentsA, agentsB] = [a, b].map((side) => [...new Set(samplesOf(side).map((sample) => sample.agent))].map((place) => agents[place]));
    const values = (side, fact) => side.filter((agent) => fact !== "slot" || !agent.isTogether).map((agent) => agent.values.get(fact) ?? -1);
    const differences = ["program", "model", "scenario", "slot", ...optionFacts]
      .map((fact) => differenceOf(fact, values(agentsA, fact), values(agentsB, fact))).filter((each) => each !== null);
    const isWork = ({ fact }) => typeof fact === "number" && data.settings[fact].isWork;
    const names = new Set([...agentsA, ...agentsB].flatMap((agent) => [...agent.values.keys()]).map((fact) => data.settings[fact]?.name));
    return {
      across: differences.filter((each) => !isWork(each)), work: differences.filter(isWork),
      versions: [...data.versionFields.entries()].filter(([, { name }]) => !names.has(name))
        .map(([field]) => differenceOf(field, versionsOf(a, field), versionsOf(b, field))).filter((each) => each !== null)
    };
  }

  function versionsOf(side, field) {
    return side.runs.flatMap((run) => {
      const own = pairs(run.versions).filter(([place]) => place === field).map(([, value]) => value);
      return own.length > 0 ? own : [-1];
    });
  }

  // The values of both sides in their order, where -1 is one that is not known; null where they have one in common, or one side has none at all.
  function differenceOf(fact, a, b) {
    const [valuesA, valuesB] = [new Set(a), new Set(b)];
    if (a.length === 0 || b.length === 0 || a.some((value) => valuesB.has(value))) return null;
    const inOrder = (values) => [...values].sort((left, right) => left - right);
    return { fact, a: inOrder(valuesA), b: inOrder(valuesB) };
  }

  // ComparedRows

  // Alike in everything but what the sides are compared across, and nothing pooled to make them so.
  function comparedRows(a, b, across) {
    const groups = new Map();
    const keys = new Map();
    [a, b].forEach((samples, number) => samples.forEach((sample) => {
      if (!keys.has(sample.agent)) keys.set(sample.agent, keyOf(without(agents[sample.agent], across)));
      const key = `${keys.get(sample.agent)} ${sample.metric.id}`;
      if (!groups.has(key)) groups.set(key, { metric: sample.metric, sides: [new Map(), new Map()] });
      const side = groups.get(key).sides[number];
      if (!side.has(sample.agent)) side.set(sample.agent, []);
      side.get(sample.agent).push(sample);
    }));
    const made = [...groups.values()].flatMap((group) => pairsOf(group, across))
      .map((row) => (row.metric.isShare ? shareRow(row) : figureRow(row))).filter((row) => row !== null);
    return made.sort((left, right) => byAgent(left.agent, right.agent) || left.metric.order - right.metric.order
      || (left.metric.id === right.metric.id ? 0 : left.metric.id < right.metric.id ? -1 : 1));
  }

  function without(agent, facts) {
    if (facts.length === 0) return agent;
    return { ...agent, values: new Map([...agent.values].filter(([fact]) => !facts.includes(fact))) };
  }

  function keyOf(agent) {
    return [agent.isTogether, ...[...agent.values].map((entry) => entry.join(":")).sort()].join();
  }

  // One agent of a side against each of the other's. Where both sides have several, nobody can say which belongs to which, and each stands alone.
  function pairsOf({ metric, sides }, across) {
    const [a, b] = sides.map((side) => {
      const own = [...side.keys()].sort((left, right) => byAgent(agents[left], agents[right]));
      const told = across.filter((fact) => new Set(own.map((place) => agents[place].values.get(fact))).size === 1);
      return own.map((place) => ({ agent: without(agents[place], told), samples: side.get(place) }));
    });
    if (a.length === 0 || b.length === 0 || (a.length > 1 && b.length > 1)) {
      return [
        ...a.map(({ agent, samples }) => ({ agent, metric, sides: [samples, []] })),
        ...b.map(({ agent, samples }) => ({ agent, metric, sides: [[], samples] }))
      ];
    }
    return a.flatMap((own) => b.map((other) => ({ agent: (a.length > 1 ? own : other).agent, metric, sides: [own.samples, other.samples] })));
  }

  // By scenario, model, options, slot, program; what is not known comes first, agents together last.
  function byAgent(left, right) {
    for (const fact of ["scenario", "model", ...optionFacts, "slot", "program"]) {
      if (fact === "slot" && left.isTogether !== right.isTogether) return left.isTogether ? 1 : -1;
      const difference = (left.values.get(fact) ?? -1) - (right.values.get(fact) ?? -1);
      if (difference !== 0) return difference;
    }
    return 0;
  }

  // The slot, or what stands for it where the sides are compared across slots; null for the agents of a run together.
  function roleOf(agent) {
    return agent.isTogether ? null : valueOf(agent, "slot") ?? (valueOf(agent, "scenario") === "serving_benchmark" ? "server" : "agent");
  }

  // PairedSamples

  function figureRow({ agent, metric, sides }) {
    const [valuesA, valuesB] = sides.map(runValues);
    // What was measured on neither side is no row; that everything failed is said by the row of failures.
    if (valuesA.length === 0 && valuesB.length === 0) return null;
    const [kindsA, kindsB] = sides.map((samples) => new Set(samples.map((sample) => sample.kind).filter((kind) => kind !== null)));
    const kinds = [...new Set([...kindsA, ...kindsB])].sort((left, right) => left - right).map((kind) => data.kinds[kind]);
    const isOfOneKind = kinds.length === 1 && kindsA.size === 1 && kindsB.size === 1;
    const difference = isOfOneKind ? sitegenStatistics.between(valuesA, valuesB, rules) : null;
    const failed = [valuesA, valuesB].map((values, number) => values.length === 0 && sides[number].length > 0);
    return {
      agent, metric, kinds: kinds.map(([name]) => name),
      a: difference ? difference.a : center(valuesA, kindsA), b: difference ? difference.b : center(valuesB, kindsB),
      difference, better: kinds.every(([, isJudged]) => isJudged) ? metric.direction : "neither",
      verdict: unjudged(valuesA, valuesB, failed, isOfOneKind), pAdjusted: null, acknowledgement: null, run: null, failed
    };
  }

  function unjudged(valuesA, valuesB, failed, isOfOneKind) {
    if (valuesB.length === 0) return failed[1] ? "failed" : "removed";
    if (valuesA.length === 0) return failed[0] ? "failed" : "added";
    return isOfOneKind ? "not_enough_data" : "not_comparable";
  }

  // Failures and contention: how often, out of how many.
  function shareRow({ agent, metric, sides }) {
    const [a, b] = sides.map((samples) => {
      const values = samples.map((sample) => sample.value).filter((value) => value !== null);
      return { failed: values.filter((value) => value === 1).length, of: values.length };
    });
    if (a.failed + b.failed === 0 || a.of === 0 || b.of === 0) return null;
    const difference = inPercent(sitegenStatistics.ofRates(a, b, rules));
    return {
      agent, metric, kinds: [metric.unit], a: difference.a, b: difference.b, difference, better: metric.direction,
      verdict: "not_enough_data", pAdjusted: null, acknowledgement: null, run: null, failed: [false, false]
    };
  }

  function inPercent(difference) {
    const ends = (interval) => interval && { lower: interval.lower * 100, upper: interval.upper * 100 };
    const side = (center) => ({ n: center.n, value: center.value * 100, interval: ends(center.interval) });
    return {
      ...difference, a: side(difference.a), b: side(difference.b), difference: difference.difference * 100, interval: ends(difference.interval)
    };
  }

  // One value a run, since calls and agents of one run are not independent.
  function runValues(samples) {
    const byRun = new Map();
    samples.filter((sample) => sample.value !== null).forEach((sample) => {
      byRun.set(sample.run, [...(byRun.get(sample.run) ?? []), sample.value]);
    });
    return [...byRun.values()].map((values) => (values.length === 1 ? values[0] : center(values, new Set()).value));
  }

  // The centre of values that nothing is held against, which is that of the one side of any difference; none for values of several kinds, which
  // have none in common.
  function center(values, kinds) {
    return values.length === 0 || kinds.size > 1 ? null : sitegenStatistics.between(values, values.slice(0, 1), rules).a;
  }

  // Comparison

  function compare(a, b) {
    const subject = subjectOf(a, b);
    const rows = comparedRows(samplesOf(a), samplesOf(b), subject.across.map(({ fact }) => fact));
    rows.forEach((row) => attachExclusions(row, a, b));
    if (b.runs.length === 1) rows.forEach((row) => attach(row, b.runs[0]));
    const members = rows.filter((row) => row.difference !== null);
    sitegenStatistics.judge(members, rules).forEach((judgement, place) => Object.assign(members[place], judgement));
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
    const { agent, metric, difference, run } = row;
    return {
      run: run?.id ?? null, suite: run?.suite ?? null, scenario: valueOf(agent, "scenario"), slot: roleOf(agent),
      model: valueOf(agent, "model"), configuration: allOptions(agent, subject), metric: metric.id, unit: metric.unit, direction: metric.direction,
      a: side(row.a), b: side(row.b), difference: difference?.difference ?? null, ratio: difference?.ratio ?? null,
      interval: ends(difference?.interval ?? null), p: difference?.p ?? null, p_adjusted: row.pAdjusted, verdict: row.verdict,
      acknowledged: row.acknowledgement !== null
    };
  }

  // The standard options are always there, null when they were left to the server, but for those that the sides are compared across. A map,
  // because an option may have any name.
  function allOptions(agent, { across }) {
    const dropped = across.map(({ fact }) => data.settings[fact]?.name);
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
      valueOf(row.agent, "scenario"), roleOf(row.agent), valueOf(row.agent, "model"), optionsLabel(row.agent) || "server defaults", row.metric.id,
      row.metric.unit, row.metric.direction, ...side(row.a), ...side(row.b), row.difference?.difference, row.difference?.ratio,
      row.difference?.interval?.lower, row.difference?.interval?.upper, row.difference?.p, row.pAdjusted, row.verdict, row.acknowledgement !== null
    ].map(cell).join(","));
    return [head, ...lines].map((line) => `${line}\n`).join("");
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
    roleOf, optionsLabel, factLabel, isSpokenAlone, optionText
  };
})();
