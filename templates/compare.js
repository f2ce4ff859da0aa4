// Lets a reader pick any two sides on the page of comparisons, and draws what they come to as the program draws declared comparisons.
//
// The markup is that of Sources/SiteBuilder/Pages/Comparison and Sources/Charts/Intervals. The pair stands in the address, so that it can be
// kept and passed on.
(function () {
  "use strict";

  const { side, sideNames, compare, json, csv } = sitegenComparison;
  const words = sitegenComparisonWords;

  // Markup

  // Text that is markup already; everything else that a template literal of `html` holds is escaped, because names come from recorded files.
  class Markup {
    constructor(text) { this.text = text; }
  }

  function html(strings, ...values) {
    return new Markup(strings.reduce((text, string, index) => text + markupOf(values[index - 1]) + string));
  }

  function markupOf(value) {
    if (value instanceof Markup) return value.text;
    if (Array.isArray(value)) return value.map(markupOf).join("");
    const entities = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };
    return String(value ?? "").replace(/[&<>"]/g, (character) => entities[character]);
  }

  // Text in which a line may end after each slash, and on small screens after each underscore.
  function breakable(text) {
    const parts = text.match(/[^/_]+[/_]?|[/_]/g) ?? [];
    return parts.map((part, index) => {
      const isLast = index === parts.length - 1;
      return html`${part}${isLast ? "" : part.endsWith("/") ? html`<wbr>` : html`<wbr class="s">`}`;
    });
  }

  // Verdict

  const shapes = {
    regression: html`<path fill="currentColor" d="M6 .7 11.3 6 6 11.3.7 6z"/>`,
    improvement: html`<circle cx="6" cy="6" r="4.6" fill="currentColor"/>`,
    no_change: html`<path fill="none" stroke="currentColor" stroke-width="1.5" d="M1.5 4.25h9m-9 3.5h9"/>`,
    not_enough_data: html`<circle cx="6" cy="6" r="4.5" fill="none" stroke="currentColor" stroke-width="1.25" stroke-dasharray="2 1.534"/>`,
    added: html`<path fill="none" stroke="currentColor" stroke-width="1.75" d="M6 1.5v9M1.5 6h9"/>`,
    removed: html`<path fill="none" stroke="currentColor" stroke-width="1.75" d="M1.5 6h9"/>`,
    failed: html`<path fill="none" stroke="currentColor" stroke-width="1.75" d="m2 2 8 8m0-8-8 8"/>`,
    not_comparable: html`<path fill="none" stroke="currentColor" stroke-width="1.25" d="M1.5 4.25h9m-9 3.5h9M8.5 1l-5 10"/>`,
    acknowledged: html`<path fill="none" stroke="currentColor" stroke-width="1.25" d="M2 11.5V1.6h8.2L8.4 4.3l1.8 2.7H2"/>`
  };

  function verdictMark(verdict, text) {
    return html`<span class="v ${verdict.replace(/_/g, "-")}"><svg width="12" height="12" viewBox="0 0 12 12" aria-hidden="true">${
      shapes[verdict]}</svg>${text}</span>`;
  }

  function tally(comparison) {
    return html`<ul class="tally">
${words.tally(comparison).map((each) => html`<li>${verdictMark(each.verdict, each.words)}</li>
`)}</ul>`;
  }

  // IntervalScale and IntervalPlot

  const rules = [[1 / 1.5, "−33\u202f%"], [1, "0"], [1.5, "+50\u202f%"]];

  function scaleOf(comparison) {
    const ratios = comparison.rows.map((row) => row.difference?.ratio ?? null).filter((ratio) => Number.isFinite(ratio) && ratio > 0);
    const farthest = ratios.length > 0 ? Math.max(...ratios.map((ratio) => Math.max(ratio, 1 / ratio))) : 1;
    const limit = Math.min(Math.max(farthest * 1.15, 2.1), 4);
    return { limit, fraction: (ratio) => (ratio > 0 ? 0.5 + Math.log(ratio) / Math.log(limit) / 2 : -Infinity) };
  }

  // A position across: at most two decimals.
  function percent(fraction) {
    return `${Math.round(fraction * 100 * 100) / 100}%`;
  }

  function plotHead(scale) {
    // On a wide scale the rules stand close together, and their labels lean outwards.
    const isCrowded = scale.limit > 2.6;
    const labels = rules.map(([ratio, label]) => {
      const lean = isCrowded ? Math.sign(ratio - 1) : 0;
      const [classes, move] = lean === 0 ? [html` class="mid"`, ""] : lean < 0 ? [html` class="end"`, html` dx="8"`] : ["", html` dx="-8"`];
      return html`<text${classes} x="${percent(scale.fraction(ratio))}"${move} y="6">${label}</text>`;
    });
    return html`<svg class="chart ratio" width="100%" height="16" role="img" aria-label="Change"><g class="tick">${labels}</g></svg>`;
  }

  function plot(scale, row, name) {
    const lines = rules.map(([ratio]) => {
      const x = percent(scale.fraction(ratio));
      return html`<line class="${ratio === 1 ? "axis" : "zero"}" x1="${x}" x2="${x}" y1="-1" y2="100%"/>`;
    });
    const ratio = row.difference?.ratio ?? null;
    return html`<svg class="chart ratio" width="100%" height="100%" role="img" aria-label="${name}"><title>${name}</title>${lines}${
      Number.isFinite(ratio) && ratio > 0 ? mark(scale, row, ratio) : ""}</svg>`;
  }

  const marks = {
    regression: { classes: "worse" }, improvement: { classes: "better", circle: "dot", r: 4 }, no_change: { classes: "steady", circle: "dot", r: 3 }
  };

  function mark(scale, row, ratio) {
    const { classes, circle, r } = marks[row.verdict] ?? { classes: "unsure", circle: "hollow", r: 3 };
    const place = scale.fraction(ratio);
    // A centre that lies off the scale stands at its end, before the arrow.
    const x = Math.min(Math.max(place, 0.05), 0.95);
    const center = circle ? html`<circle class="${circle}" cx="${percent(x)}" cy="50%" r="${r}"/>` : shape(x, "M0-5 5 0 0 5-5 0z");
    return html`<g class="${classes}">${whisker(scale, row.difference.interval)}${arrows(place, place)}${center}</g>`;
  }

  function whisker(scale, interval) {
    if (interval === null || !(interval.lower <= interval.upper)) return "";
    const [from, to] = [scale.fraction(interval.lower), Number.isFinite(interval.upper) ? scale.fraction(interval.upper) : Infinity];
    const within = (fraction) => percent(Math.min(Math.max(fraction, 0), 1));
    return html`<line class="line" x1="${within(from)}" x2="${within(to)}" y1="50%" y2="50%"/>${arrows(from, to)}`;
  }

  function arrows(from, to) {
    return [from < 0 ? shape(0, "M0 0 6-3.5v7z") : "", to > 1 ? shape(1, "M0 0-6-3.5v7z") : ""];
  }

  function shape(x, path) {
    return html`<svg class="dot" x="${percent(x)}" y="50%" width="1" height="1"><path d="${path}"/></svg>`;
  }

  // ComparisonTable

  function table(comparison) {
    const scale = scaleOf(comparison);
    const sideHead = (name) => html`<th scope="col" class="num">${name}</th><th scope="col" class="num o">n <span class="u">runs</span></th>`;
    return html`<div class="scroll" role="region" aria-label="Comparison" tabindex="0">
<table class="compare">
<thead>
<tr><th scope="col">Series</th>${sideHead("A")}${sideHead("B")}<th scope="col" class="num">B to A <span class="u">%</span></th>${
  ""}<th scope="col" class="interval o">${plotHead(scale)}</th><th scope="col">Verdict</th></tr>
</thead>
${groups(comparison).map((group) => tableGroup(group, scale, comparison))}</table>
</div>`;
  }

  // Rows that stand together, in the order of the comparison.
  function groups(comparison) {
    return comparison.rows.reduce((found, row) => {
      const { scenario, configuration } = words.groupOf(row, comparison);
      const last = found[found.length - 1];
      if (last && last.scenario === scenario && last.configuration === configuration) last.rows.push(row);
      else found.push({ scenario, configuration, rows: [row] });
      return found;
    }, []);
  }

  function tableGroup({ scenario, configuration, rows }, scale, comparison) {
    const head = html`<tr><th scope="rowgroup" colspan="7"><b>${scenario}</b> ${breakable(configuration)}</th></tr>
`;
    return html`<tbody>
${scenario === "" && configuration === "" ? "" : head}${rows.map((row) => tableRow(row, scale, comparison))}</tbody>
`;
  }

  function tableRow(row, scale, comparison) {
    const cells = words.cells(row, comparison);
    const kinds = row.verdict === "not_comparable" && row.kinds.length > 1 ? html` <small>${row.kinds.join(" and ")}</small>` : "";
    const side = (center, text) => html`<td class="num${center ? "" : " nil"}">${text}</td><td class="num o">${center?.n ?? 0}</td>`;
    const verdict = row.acknowledgement !== null && row.verdict === "regression"
      ? html`${verdictMark("acknowledged", "acknowledged")} <small>${row.acknowledgement.reason}</small>`
      : verdictMark(row.verdict, cells.verdict);
    return html`<tr><th scope="row">${breakable(cells.label)} <span class="u">${cells.unit}</span>${kinds}</th>${
      side(row.a, cells.a)}${side(row.b, cells.b)}<td class="num${row.difference ? "" : " nil"}">${cells.change.replace("\u202f%", "")}</td>${
      ""}<td class="interval o">${plot(scale, row, `${cells.name}: ${cells.change}, interval ${cells.interval}`)}</td><td>${verdict}</td></tr>
`;
  }

  // The answer: what stands under the picker.

  function answer(comparison) {
    const text = json(comparison);
    const common = words.common(comparison);
    return html`<p class="lede">${words.lede(comparison)}</p>
${common === null ? "" : html`<p class="common">${common}</p>
`}${tally(comparison)}
${comparison.tested === 0 ? "" : html`<p class="note">${words.note(comparison)}</p>`}
${table(comparison)}
<h2 id="p-sure">How sure</h2>
<p>${words.certainty(comparison)}</p>
<p class="more">${download("CSV", csv(comparison), "text/csv")} · ${download("JSON", text, "application/json")}</p>
<details id="p-json"><summary>As JSON</summary><div class="scroll" role="region" aria-label="JSON" tabindex="0"><pre>${text}</pre></div></details>
`;
  }

  let files = [];

  function download(name, text, type) {
    files.push(URL.createObjectURL(new Blob([text], { type })));
    return html`<a href="${files[files.length - 1]}" download="comparison.${name.toLowerCase()}">${name}</a>`;
  }

  // The picker

  const place = document.getElementById("p-pick");
  const pageTitle = document.title;
  const known = new Set(sideNames());
  let shown = [];
  let shownNames = "";

  function input(name, label) {
    return html`<label>${label} <input id="p-${name}" list="p-names" autocomplete="off" spellcheck="false" autocapitalize="none"></label>
`;
  }

  place.innerHTML = markupOf(html`<form class="state">
${input("a", "A: a run, a suite, a configuration, or latest")}${input("b", "B, which is held against it")}<button type="button">Swap A and B</button>
</form>
<datalist id="p-names">${[...known].map((name) => html`<option value="${name}"></option>`)}</datalist>
<div id="p-answer" aria-live="polite"></div>`);

  const inputs = [document.getElementById("p-a"), document.getElementById("p-b")];
  const live = document.getElementById("p-answer");

  function names() {
    return inputs.map((each) => each.value.trim());
  }

  function show() {
    const [a, b] = names();
    // Picking a name from the list and leaving the field both come here, and what was said once is not said again.
    if (shownNames === `${a}\n${b}`) return;
    shownNames = `${a}\n${b}`;
    const sides = [a, b].map((name) => (name === "" ? null : side(name)));
    const problems = [a, b].map((name, number) => (name !== "" && sides[number] === null ? unknown(name) : null));
    inputs.forEach((each, number) => each.setAttribute("aria-invalid", String(problems[number] !== null)));
    keepInAddress(a, b);
    clear();
    const told = problems.filter((problem) => problem !== null);
    if (told.length > 0) live.innerHTML = markupOf(html`<p class="error">${told.join(" ")}</p>`);
    else if (sides[0] && sides[1]) draw(labelled(compare(sides[0], sides[1])));
  }

  function labelled(comparison) {
    return { ...comparison, labels: words.labelsOf(comparison.rows) };
  }

  function clear() {
    files.forEach((file) => URL.revokeObjectURL(file));
    shown.forEach((node) => node.remove());
    [files, shown] = [[], []];
    live.textContent = "";
    document.title = pageTitle;
  }

  function draw(comparison) {
    live.innerHTML = markupOf(html`<h2 class="answer">${words.headline(comparison)}</h2>`);
    const template = document.createElement("template");
    template.innerHTML = markupOf(answer(comparison));
    shown = [...template.content.childNodes];
    place.after(template.content);
    document.title = pageTitle.replace("Compare", () => `${comparison.a.title} to ${comparison.b.title}`);
  }

  function unknown(name) {
    const closest = closestName(name);
    return `No run, suite or configuration is called '${name}'${closest === null ? "." : `; did you mean '${closest}'?`}`;
  }

  // The known name at the least edit distance, if that is at most a third of the longer name's length, as the command suggests it.
  function closestName(name) {
    let best = { name: null, distance: Infinity };
    known.forEach((candidate) => {
      const distance = editDistance([...name], [...candidate]);
      if (distance * 3 <= Math.max([...name].length, [...candidate].length) && distance < best.distance) best = { name: candidate, distance };
    });
    return best.name;
  }

  // Insertions, deletions, substitutions and swaps of neighbours each cost one.
  function editDistance(left, right) {
    let beforePrevious = [];
    let previous = [...right.keys(), right.length];
    left.forEach((character, i) => {
      const current = [i + 1];
      right.forEach((other, j) => {
        let cost = Math.min(previous[j + 1] + 1, current[j] + 1, previous[j] + (character === other ? 0 : 1));
        if (i > 0 && j > 0 && character === right[j - 1] && left[i - 1] === other) cost = Math.min(cost, beforePrevious[j - 1] + 1);
        current.push(cost);
      });
      [beforePrevious, previous] = [previous, current];
    });
    return previous[right.length];
  }

  // The address

  function keepInAddress(a, b) {
    const part = (key, name) => (name === "" ? [] : [`${key}=${encodeURIComponent(name).replace(/%2F/g, "/").replace(/%3A/g, ":")}`]);
    const query = [...part("a", a), ...part("b", b)].join("&");
    history.replaceState(null, "", location.pathname + (query === "" ? "" : `?${query}`) + location.hash);
  }

  place.querySelector("form").addEventListener("submit", (event) => {
    event.preventDefault();
    show();
  });
  place.querySelector("button").addEventListener("click", () => {
    [inputs[0].value, inputs[1].value] = [inputs[1].value, inputs[0].value];
    show();
  });
  inputs.forEach((each) => {
    each.addEventListener("change", show);
    // A name that is picked from the list is complete: nothing has to be left or confirmed.
    each.addEventListener("input", () => { if (known.has(each.value)) show(); });
  });

  const asked = new URLSearchParams(location.search);
  inputs[0].value = asked.get("a") ?? "";
  inputs[1].value = asked.get("b") ?? "";
  if (inputs.some((each) => each.value !== "")) show();
})();
