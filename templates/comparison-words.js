// How a comparison is said: its cells, its sentences.
//
// This is the words of Sources/SiteBuilder/Comparison once more, for comparisons that are made in the browser; the browser tests hold every cell
// against the pages that the program writes.
var sitegenComparisonWords = (function () {
  "use strict";

  const {
    settings, versionFields, optionFacts, valuesOf, valueOf, roleOf, optionsLabel, factLabel, isSpokenAlone, optionText, sharedPhrase, grouped
  } = sitegenComparison;
  const {
    narrowSpace, fraction, fractionInSentence, rounded, format, figure, percent, ratioText, counted, spelled, capitalized, quantityOf
  } = sitegenFigures;

  // ComparisonRow+Words

  // What stands in the cells of a row.
  function cells(row, { labels }) {
    const own = format([row.a?.value ?? null, row.b?.value ?? null], quantityOf(row.metric));
    const side = (center, place) => (row.excluded[place] ? "excluded" : row.failed[place] ? "failed" : figure(center?.value ?? null, own));
    return {
      label: labels.namesRoles ? rowName(row) : measureName(row), name: rowName(row), unit: own.unit.symbol, a: side(row.a, 0),
      b: side(row.b, 1), change: changeText(row, own), interval: intervalText(row, own), verdict: verdictText(row)
    };
  }

  function rowName(row) {
    return `${roleOf(row.agent) ?? "agents together"}, ${measureName(row)}`;
  }

  // Which calls it is of is said of TTFT.
  function measureName({ metric, kinds }) {
    if (metric.base !== "ttft" || kinds.length !== 1) return metric.name;
    return `${metric.name}, ${kinds[0].slice(kinds[0].indexOf(",") + 2)}`;
  }

  // `+39.9 %` or `×2.4`; for shares the difference in points.
  function changeText({ difference, metric }, own) {
    if (difference === null) return "–";
    if (difference.ratio !== null) return ratioText(difference.ratio, fraction);
    const change = figure(difference.difference, { unit: own.unit, decimals: metric.isShare ? 1 : own.decimals }, true);
    return change + (metric.isShare ? " points" : own.unit.symbol && narrowSpace + own.unit.symbol);
  }

  function intervalText({ difference }, { unit }) {
    const interval = difference?.interval ?? null;
    if (interval === null) return "–";
    const { lower, upper } = interval;
    if (difference.ratio === null) return `${figure(lower, { unit, decimals: 1 }, true)} to ${figure(upper, { unit, decimals: 1 }, true)}`;
    // Two or three values have an interval that holds almost everything; it says nothing and is not spelled out.
    return lower > 0.05 && upper < 20 ? `${ratioText(lower, fraction)} to ${ratioText(upper, fraction)}` : "–";
  }

  function verdictText({ verdict, metric }) {
    return metric.followsFromWallTime && verdict === "not_comparable" ? "follows from wall time" : verdictWords(verdict);
  }

  function verdictWords(verdict) {
    return verdict.replace(/_/g, " ");
  }

  // ComparisonLabels

  // What tells rows apart, in the order in which it is said, and what all have alike.
  function labelsOf(rows) {
    const agents = rows.map((row) => row.agent);
    const roles = new Set(agents.map(roleOf));
    const facts = ["scenario", "model", ...optionFacts, "program"].map((fact) => ({ fact, values: new Set(agents.map((agent) => valueOf(agent, fact))) }));
    const role = roles.size === 1 ? [...roles][0] : null;
    const alike = facts.filter(({ values }) => values.size === 1).map(({ fact, values: [value] }) => ({ fact, value }))
      .filter(({ fact, value }) => value !== null && (fact !== "program" || value !== role)).map(({ fact, value }) => factLabel(fact, value));
    const shared = [...(role === null ? [] : [role]), ...alike];
    return {
      namesRoles: roles.size > 1, telling: facts.filter(({ values }) => values.size > 1).map(({ fact }) => fact),
      shared: shared.length === 0 ? null : shared.join(", ")
    };
  }

  // What rows are grouped by: the scenario and the other facts, as far as rows differ in them.
  function groupOf({ agent, shared }, { labels: { telling } }) {
    const own = telling.filter((fact) => fact !== "scenario" && !(fact === "program" && valueOf(agent, fact) === valueOf(agent, "slot")))
      .filter((fact) => valueOf(agent, fact) !== null);
    return {
      scenario: telling.includes("scenario") ? valueOf(agent, "scenario") ?? "" : "",
      configuration: own.map((fact) => factLabel(fact, valueOf(agent, fact))).concat(shared === null ? [] : sharedPhrase([shared.count])).join(", ")
    };
  }

  // ComparedSubject+Words

  // How many differences a heading names.
  const namedDifferences = 3;

  // Each difference once: a benchmark's program and agent have one name, and so may a program and its language.
  function subjectPhrases({ across, versions }) {
    const all = [...across.map(differencePhrase), ...versions.map(versionPhrase)];
    return all.filter((phrase, place) => all.findIndex((other) => other.toLowerCase() === phrase.toLowerCase()) === place);
  }

  // `Python against Rust`, `num_ctx 512 against 1024`, `hardware not recorded against GPU Y`.
  function differencePhrase({ fact, a, b }) {
    const isAlone = isSpokenAlone(fact) && !a.includes(-1) && !b.includes(-1);
    const name = typeof fact === "number" ? settings[fact].name : fact === "slot" ? "agent" : fact;
    const missing = typeof fact === "number" ? settings[fact].missing : "not recorded";
    const texts = (values) => listed(values.map((place) => factText(name, valuesOf(fact)[place], missing)));
    return `${isAlone ? "" : `${name} `}${texts(a)} against ${texts(b)}`;
  }

  // `build 6865 to build 7356`.
  function versionPhrase({ fact, a, b }) {
    const { name, values, missing } = versionFields[fact];
    const texts = (places) => listed(places.map((place) => factText(name, values[place], missing)));
    return `${name} ${texts(a)} to ${name} ${texts(b)}`;
  }

  function factText(name, value, missing) {
    if (value === undefined || value === null) return missing;
    return name === "language" ? capitalized(optionText(value)) : optionText(value);
  }

  // The first values, and how many more there are.
  function listed(words) {
    if (words.length > 3) return `${words.slice(0, 2).join(", ")} and ${grouped(words.length - 2)} more`;
    return words.length < 2 ? words.join("") : `${words.slice(0, -1).join(", ")} and ${words[words.length - 1]}`;
  }

  // VerdictCounts

  const verdicts = ["regression", "improvement", "no_change", "not_enough_data", "added", "removed", "failed", "not_comparable"];

  // Those that occur, in the order in which they are listed: `3 regressions`, `9 no change`.
  function tally(comparison) {
    return verdicts.map((verdict) => [verdict, countOf(comparison, verdict)]).filter(([, count]) => count > 0).map(([verdict, count]) => ({
      verdict, words: verdict === "regression" || verdict === "improvement" ? counted(count, verdict) : `${grouped(count)} ${verdictWords(verdict)}`
    }));
  }

  function countOf({ rows }, verdict) {
    return rows.filter((row) => row.verdict === verdict).length;
  }

  // `11 of 20 series regressed and none improved`.
  function countsOf(tested, things, rows) {
    const [worse, better] = [countOf({ rows }, "regression"), countOf({ rows }, "improvement")];
    if (worse + better === 0) return `No change in ${spelled(tested)} ${things}`;
    if (worse === 0) return `${better} of ${tested} ${things} improved and none regressed`;
    return `${worse} of ${tested} ${things} regressed and ${better === 0 ? "none" : better} improved`;
  }

  // SharedConfigurations+Words

  // How many of the outlying configurations a sentence names.
  const namedOutlying = 3;

  function isShared(row) {
    return row.shared !== null;
  }

  // `num_gpu 60, num_ctx 4096 (×2.1) and num_gpu 80, num_ctx 512 (−3 %)`.
  function outlyingPhrase({ outlying, varying }) {
    const label = (agent) => varying.map((fact) => outlyingLabel(agent, fact)).join(", ");
    const words = outlying.slice(0, namedOutlying).map(({ agent, ratio }) => `${label(agent)} (${ratioText(ratio)})`);
    const rest = outlying.length - namedOutlying;
    if (rest > 0) return `${words.join(", ")} and ${grouped(rest)} more`;
    return words.length < 2 ? words.join("") : `${words.slice(0, -1).join(", ")} and ${words[words.length - 1]}`;
  }

  function outlyingLabel(agent, fact) {
    if (agent.values.has(fact)) return factLabel(fact, valueOf(agent, fact));
    return typeof fact === "number" ? `${settings[fact].name} ${settings[fact].missing}` : `${fact} not recorded`;
  }

  // What changed over shared configurations, one sentence for each agent, without its full stop.
  function sharedSentences(comparison) {
    const extentOf = (row) => Object.values(groupOf(row, comparison)).filter((part) => part !== "").join(", ");
    const byExtent = groupedBy(comparison.rows.filter(isShared), extentOf);
    return [...byExtent].flatMap(([extent, rows]) => jointReading(rows).map((text) => `${text}, ${extent}`));
  }

  // Where the change differs among shared configurations.
  function outlyingSentences({ rows, labels }) {
    return rows.filter((row) => isShared(row) && row.shared.outlying.length > 0).map(({ agent, metric, shared }) => {
      const name = labels.namesRoles ? `${metric.name} of ${roleOf(agent) ?? "agents together"}` : metric.name;
      return `The effect on ${name} differs in ${outlyingPhrase(shared)}`;
    });
  }

  // ComparisonWords

  function isOfSingleRuns({ a, b }) {
    return a.runs.length === 1 && b.runs.length === 1;
  }

  // What is compared, where the sides differ in something as a whole, and what it comes to.
  function headline(comparison) {
    const phrases = subjectPhrases(comparison.subject);
    const said = verdictOf(comparison);
    if (phrases.length === 0) return said;
    const rest = phrases.length - namedDifferences;
    const subject = phrases.slice(0, namedDifferences).join(", ") + (rest > 0 ? ` and ${counted(rest, "more difference")}` : "");
    return subject + (comparison.tested === 0 && isOfSingleRuns(comparison) ? ", " : ": ") + said.slice(0, 1).toLowerCase() + said.slice(1);
  }

  function verdictOf(comparison) {
    const { tested } = comparison;
    if (tested === 0) return isOfSingleRuns(comparison) ? "One run against one: differences, no verdicts" : "Not enough data for a verdict";
    const [shared, single] = [comparison.rows.filter(isShared), comparison.rows.filter((row) => !isShared(row))];
    const own = countsOf(tested - shared.length, "series", single);
    if (shared.length === 0) return own;
    const metrics = countsOf(shared.length, shared.length === 1 ? "metric" : "metrics", shared);
    const over = `${metrics} ${sharedPhrase(shared.map((row) => row.shared.count))}`;
    return tested === shared.length ? over : `${over}; ${own.slice(0, 1).toLowerCase()}${own.slice(1)}`;
  }

  // What all rows have alike, and what the headline leaves out; null where there is nothing.
  function common({ labels, subject }) {
    const further = subjectPhrases(subject).slice(namedDifferences);
    const sentences = [
      ...(labels.shared === null ? [] : [`All rows: ${labels.shared}.`]),
      ...(further.length === 0 ? [] : [`The sides differ in ${further.join(", ")}, too.`])
    ];
    return sentences.length === 0 ? null : sentences.join(" ");
  }

  function lede(comparison) {
    const sides = `From A, ${comparison.a.title}, to B, ${comparison.b.title}`;
    if (comparison.tested === 0) return `${sides}. ${missing(comparison)}`;
    const single = jointReading(comparison.rows.filter((row) => row.pAdjusted !== null && !isShared(row)));
    const [first = `no change in ${counted(comparison.tested, "tested row")}`, ...others] = [...sharedSentences(comparison), ...single];
    return [`${sides}: ${first}.`, ...[...others, ...outlyingSentences(comparison)].map((sentence) => `${capitalized(sentence)}.`)].join(" ");
  }

  // Why there is no verdict, and what would give one.
  function missing(comparison) {
    const least = comparison.rules.leastRuns;
    if (comparison.exclusions.length > 0) return comparison.exclusions.join(" ");
    if (comparison.rows.every(({ verdict }) => verdict === "added" || verdict === "removed")) {
      const { work } = comparison.subject;
      if (work.length === 0) return "Nothing of A was set up like anything of B.";
      return `Nothing that A did was done by B (${work.map(differencePhrase).join(", ")}), and work is only held against the same work.`;
    }
    if (isOfSingleRuns(comparison)) {
      return "Each side was measured once, which shows how far apart the two runs are and not whether that is noise; "
        + `${least} runs a side are needed for a verdict.`;
    }
    const most = Math.max(0, ...comparison.rows.map((row) => Math.min(row.a?.n ?? 0, row.b?.n ?? 0)));
    return `A has ${counted(comparison.a.runs.length, "run")} and B ${comparison.b.runs.length}; `
      + `${least} comparable runs a side, or ${comparison.rules.leastPairs} shared configurations, are needed for a verdict, `
      + `and no row has more than ${most} on its smaller side.`;
  }

  function note({ tested, rules, rows }) {
    return `${counted(tested, "row")} tested together; false discovery rate held at ${percent(rules.falseDiscoveryRate)}. `
      + `A difference counts from ${percent(rules.leastChange)}. A and B are medians over runs; B to A is the median of all ratios of a run of B `
      + `to one of A, its interval the ${percent(rules.intervalConfidence)} one of that ratio; an arrow where it leaves the scale.`
      + (rows.some(isShared)
        ? " Over shared configurations n counts them, B to A is the median of all pairwise geometric means of their ratios, and A and B are a typical "
          + "level of theirs, laid apart by it."
        : "");
  }

  function certainty({ rules, rows }) {
    return `A row is judged when both sides have ${rules.leastRuns} runs or more. The unit is the run: calls of one run are not independent. `
      + (rows.some(isShared)
        ? `Configurations that both sides share, ${rules.leastPairs} or more, are judged together by Wilcoxon's signed-rank test of their ratios; `
          + "there the unit is the configuration, and what all runs of a side have in common, as the state of a machine on one day, can't be told "
          + "from a change. "
        : "")
      + (rows.some((row) => isShared(row) && row.shared.outlying.length > 0)
        ? "One that is named as differing may have been measured once; a second run tells whether it stands out or only that run does. "
        : "")
      + "Intervals and p values come from a rank test, adjusted after Benjamini and Hochberg over all tested rows. "
      + "Rows of different definitions are listed and not judged, and so are means of TTFT over cold and warm calls together or over all requests.";
  }

  // JointReading: one sentence for each agent and pattern of changes, what became worse first, then by places, without its full stop.

  function jointReading(rows) {
    const byAgent = groupedBy(rows, (row) => roleOf(row.agent) ?? "the run");
    const sentences = [...byAgent].flatMap(([agent, own]) => {
      const byPlace = groupedBy(own, placeOf);
      const patterns = groupedBy([...byPlace.values()], (members) => patternOf(members).key);
      return [...patterns].sort(([leftKey, left], [rightKey, right]) => right.length - left.length || (leftKey < rightKey ? -1 : 1))
        .filter(([key]) => key !== "|")
        .map(([, members]) => ({
          isWorse: patternOf(members[0]).worse.length > 0, weight: members.length,
          text: sentence(agent, patternOf(members[0]), members.flat()) + extent(members.length, byPlace.size)
        }));
    });
    return sentences.sort((left, right) => right.isWorse - left.isWorse || right.weight - left.weight).map(({ text }) => text);
  }

  function groupedBy(values, keyOf) {
    const groups = new Map();
    values.forEach((value) => {
      const key = keyOf(value);
      groups.set(key, [...(groups.get(key) ?? []), value]);
    });
    return groups;
  }

  function placeOf({ agent }) {
    return ["scenario", "model", "program"].map((fact) => valueOf(agent, fact) ?? "").concat(optionsLabel(agent)).join("\u001f");
  }

  // Which metrics became worse and which better, which makes places alike.
  function patternOf(rows) {
    const of = (verdict) => [...new Set(rows.filter((row) => row.verdict === verdict).map((row) => row.metric.id))].sort();
    const [worse, better] = [of("regression"), of("improvement")];
    return { worse, better, key: `${worse.join("")}|${better.join("")}` };
  }

  const metricOrder = [
    "ttft", "ttft_cold", "tpot", "itl", "e2e_latency", "output_throughput", "total_throughput", "prompt_throughput", "request_throughput",
    "wall_time", "speedup", "failure_rate"
  ];

  function sentence(agent, { worse, better }, rows) {
    const changed = [...worse, ...better];
    const ordered = [
      ...metricOrder.filter((metric) => changed.includes(metric)), ...changed.filter((metric) => !metricOrder.includes(metric)).sort()
    ];
    return ordered.reduce((text, metric, index) => {
      const isWorse = worse.includes(metric);
      const isTurn = index > 0 && worse.includes(ordered[index - 1]) !== isWorse;
      const link = index === 0 ? " " : isTurn ? ", but " : index === ordered.length - 1 ? " and " : ", ";
      return text + link + phrase(metric, isWorse, rows.filter((row) => row.metric.id === metric));
    }, agent);
  }

  function extent(count, all) {
    if (all === 1) return "";
    if (count === all) return all === 2 ? ", in both configurations" : `, in all ${spelled(all)} configurations`;
    return `, in ${spelled(count)} of ${spelled(all)} configurations`;
  }

  // MetricPhrase

  // Shares have no ratio; they are said with their counts.
  const shareWords = new Map([
    ["failure_rate", ["fails more", "fails less"]], ["contention", ["gets in its own way more", "gets in its own way less"]]
  ]);

  // `waits 35 to 43 % longer for its first token`.
  function phrase(metric, isWorse, rows) {
    if (shareWords.has(metric)) {
      const [worse, better] = shareWords.get(metric);
      const word = isWorse ? worse : better;
      return rows.length === 1 ? `${word}, ${shareOf(rows[0].b)} against ${shareOf(rows[0].a)}` : word;
    }
    const ratios = rows.map((row) => row.difference.ratio).filter((ratio) => ratio !== null);
    const size = span(ratios);
    // A multiple is of the whole, and not of what was added to it.
    const isMultiple = ratios.some((ratio) => ratio > 2);
    const wait = isMultiple ? "as long" : isWorse ? "longer" : "less";
    if (metric === "ttft") return `waits ${size} ${wait} for its first token`;
    if (metric === "ttft_cold") return `waits ${size} ${wait} after a cold start`;
    if (metric === "wall_time") return `takes ${size} ${isMultiple ? "as long" : isWorse ? "longer" : "less time"}`;
    if (metric === "output_throughput") return `generates ${size} ${isMultiple ? "as fast" : isWorse ? "slower" : "faster"}`;
    if (isMultiple) return `has ${size} the ${rows[0].metric.name}`;
    if (["ms", "s"].includes(rows[0].metric.unit)) return `has a ${size} ${isWorse ? "longer" : "shorter"} ${rows[0].metric.name}`;
    return `has ${size} ${rows.some((row) => (row.difference.ratio ?? 1) > 1) ? "more" : "less"} ${rows[0].metric.name}`;
  }

  // `2 of 25`.
  function shareOf(center) {
    return `${rounded(center.value * center.n / 100)} of ${center.n}`;
  }

  // `43 %`, `35 to 43 %`, `×2.4`: the size of the changes without their sign.
  function span(ratios) {
    if (ratios.length === 0) return "";
    const distance = (ratio) => Math.abs(ratio - 1);
    const least = ratios.reduce((best, ratio) => (distance(ratio) < distance(best) ? ratio : best));
    const most = ratios.reduce((best, ratio) => (distance(best) < distance(ratio) ? ratio : best));
    if (most > 2) {
      const lower = least > 2 ? ratioText(least) : `×${figure(least, { unit: speedUp[0], decimals: 1 })}`;
      return least === most ? ratioText(most) : `${lower} to ${ratioText(most)}`;
    }
    const own = format([distance(most)], fractionInSentence);
    const [low, high] = [figure(distance(least), own), figure(distance(most), own)];
    return (low === high ? "" : `${low} to `) + high + narrowSpace + "%";
  }

  return { labelsOf, headline, lede, common, tally, note, certainty, cells, groupOf };
})();
