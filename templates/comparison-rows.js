// The rows of two sides of the site's runs, not yet judged.
//
// This is Sources/SiteBuilder/Comparison once more: the same sides, rows and order, made of data/comparison-samples.js by the
// statistics beside it, so that every figure is the one that `sitegen compare A B` prints. A change here is a change there; the
// browser tests hold the two together. A classic script, so that it works from file:// too.
var sitegenComparisonRows = (function () {
  "use strict";

  const data = sitegenSamples;
  const rules = data.rules;

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
      const key = `${keys.get(sample.agent)} ${sample.metric.id} ${sample.metric.name}`;
      if (!groups.has(key)) groups.set(key, { metric: sample.metric, sides: [new Map(), new Map()] });
      const side = groups.get(key).sides[number];
      if (!side.has(sample.agent)) side.set(sample.agent, []);
      side.get(sample.agent).push(sample);
    }));
    const made = [...groups.values()].flatMap((group) => pairsOf(group, across))
      .map((row) => (row.metric.isShare ? shareRow(row) : figureRow(row))).filter((row) => row !== null);
    return inOrder(made);
  }

  // By agent, then by metric.
  function inOrder(rows) {
    return rows.sort((left, right) => byAgent(left.agent, right.agent) || left.metric.order - right.metric.order
      || inText(left.metric.id, right.metric.id) || inText(left.metric.name, right.metric.name));
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

  function inText(left, right) {
    return left === right ? 0 : left < right ? -1 : 1;
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
      verdict: unjudged(valuesA, valuesB, failed, isOfOneKind), pAdjusted: null, acknowledgement: null, run: null, shared: null, failed
    };
  }

  function unjudged(valuesA, valuesB, failed, isOfOneKind) {
    if (valuesB.length === 0) return failed[1] ? "failed" : "removed";
    if (valuesA.length === 0) return failed[0] ? "failed" : "added";
    return isOfOneKind ? "not_enough_data" : "not_comparable";
  }

  // Failures and contention: how often, out of how many.
  function shareRow({ agent, metric, sides }) {
    const [a, b] = sides.map((samples) => samples.filter((sample) => sample.value !== null).map(attemptsOf));
    if (![...a, ...b].some(({ failed }) => failed > 0)) return null;
    const shares = sitegenFailureStatistics.ofAttempts(a, b, rules);
    if (shares === null) return null;
    const difference = inPercent(shares);
    const isJudged = sides.flat().every(({ kind }) => kind === null || data.kinds[kind][1]);
    return {
      agent, metric, kinds: [metric.unit], a: difference.a, b: difference.b, difference, better: isJudged ? metric.direction : "neither",
      verdict: "not_enough_data", pAdjusted: null, acknowledgement: null, run: null, shared: null, failed: [false, false]
    };
  }

  // What failed and what was tried, or 1 or 0 where that is one.
  function attemptsOf({ value }) {
    const [failed, of] = Array.isArray(value) ? value : [value, 1];
    return { failed, of };
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

  // SharedConfigurations: a row for each metric, kind of value and role that enough configurations have on both sides.

  function sharedRows(rows, across) {
    const facts = ["model", ...optionFacts];
    const own = facts.filter((fact) => !across.includes(fact));
    const groups = new Map();
    rows.filter(isPair).forEach((row) => {
      const key = [keyOf(without(row.agent, own)), row.metric.id, row.metric.unit, row.kinds[0]].join("\u001f");
      groups.set(key, [...(groups.get(key) ?? []), row]);
    });
    const shared = [...groups.values()].filter((members) => members.length >= rules.leastPairs).map((members) => sharedRow(members, facts));
    return inOrder(shared.map((row) => ({ ...row, shared: paying(row.shared, shared.length) })));
  }

  // Each row has looked for outlying configurations, and all of them together name a false one no oftener than one alone may.
  function paying({ count, varying, outlying }, rows) {
    const paid = outlying.map((each) => ({ ...each, p: Math.min(1, each.p * rows) }));
    return { count, varying, outlying: paid.filter(({ p }) => p <= rules.falseDiscoveryRate) };
  }

  function isPair({ difference, better, metric }) {
    return difference !== null && better !== "neither" && !metric.isShare
      && sitegenPairedStatistics.hasRatio({ a: difference.a.value, b: difference.b.value });
  }

  function sharedRow(rows, facts) {
    const pairs = rows.map(({ difference }) => ({ a: difference.a.value, b: difference.b.value }));
    const { outlying, ...difference } = sitegenPairedStatistics.ofPairs(pairs, rules);
    const varying = facts.filter((fact) => new Set(rows.map(({ agent }) => agent.values.get(fact))).size > 1);
    const [{ agent, metric, kinds, better }] = rows;
    return {
      agent: without(agent, varying), metric, kinds, a: difference.a, b: difference.b, difference, better, verdict: "not_enough_data",
      pAdjusted: null, acknowledgement: null, run: null, failed: [false, false],
      shared: {
        count: pairs.length, varying,
        outlying: outlying.map(({ index, p }) => ({ agent: rows[index].agent, ratio: pairs[index].b / pairs[index].a, p }))
          .sort((left, right) => left.p - right.p)
      }
    };
  }

  return { data, rules, side, sideNames, samplesOf, subjectOf, comparedRows, sharedRows, optionFacts, valuesOf, valueOf, roleOf };
})();
