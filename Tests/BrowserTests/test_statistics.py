"""Holds the statistics in templates/ to the program: every bit of every comparison in the kept file, computed in Chromium from a file: page.

Usage: test_statistics.py, in the environment of the browser tests. The last line is `browser: N passed, N failed, N skipped`.
"""

import json
import pathlib
import sys
import tempfile

from browser_tests import CHROMIUM, ROOT, Outcome

CASES = ROOT / "Tests" / "RunStatisticsTests" / "Oracle" / "bits.json"
SCRIPTS = [ROOT / "templates" / name for name in ("statistics.js", "failure-statistics.js", "paired-statistics.js")]

# Gives each case's results as the kept file writes them, so that they can be compared as they are.
COMPUTE = """
text => {
  const cases = JSON.parse(text);
  const view = new DataView(new ArrayBuffer(8));
  const bits = number => {
    if (number === null) return null;
    view.setFloat64(0, number);
    return [view.getUint32(0), view.getUint32(4)].map(half => half.toString(16).padStart(8, "0")).join("");
  };
  const ends = interval => interval === null ? [null, null] : [interval.lower, interval.upper];
  const flat = d => d === null ? null : [
    d.a.n, d.a.value, ...ends(d.a.interval), d.b.n, d.b.value, ...ends(d.b.interval),
    d.difference, d.ratio, ...ends(d.interval), d.p, d.passes ? 1 : 0
  ].map(bits);
  const rate = ([failed, of]) => ({ failed, of });
  const number = value => value === undefined ? null : value;
  const member = m => ({
    better: m.better,
    difference: { difference: m.difference, ratio: number(m.ratio), p: number(m.p), passes: m.passes }
  });
  return {
    sets: cases.sets.map(({ a, b }) => flat(sitegenStatistics.between(a, b))),
    rates: cases.rates.map(({ a, b }) => flat(sitegenStatistics.ofRates(rate(a), rate(b)))),
    runs: cases.runs.map(({ a, b }) => flat(sitegenFailureStatistics.ofAttempts(a.map(rate), b.map(rate)))),
    pairs: cases.pairs.map(({ a, b }) => {
      const difference = sitegenPairedStatistics.ofPairs(a.map((value, i) => ({ a: value, b: b[i] })));
      return [flat(difference), (difference?.outlying ?? []).map(({ index, ratio, p }) => [index, ratio, p].map(bits))];
    }),
    families: cases.families.map(({ members }) => {
      const judgements = sitegenStatistics.judge(members.map(member));
      return [judgements.map(j => j.verdict), judgements.map(j => bits(j.pAdjusted))];
    })
  };
}
"""


def check_statistics(outcome):
    name = "the statistics in Chromium have the program's bits"
    if CHROMIUM is None:
        return outcome.skip(name, "there is no Chromium")
    from playwright.sync_api import sync_playwright

    # The page parses the text itself: Python would make 0 of the number −0.
    text = CASES.read_text(encoding="utf-8")
    cases = json.loads(text)
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        page_file = pathlib.Path(folder).resolve() / "page.html"
        page_file.write_text("<!doctype html><title>Statistics</title>" + "".join(f"<script src={script.name}></script>" for script in SCRIPTS))
        for script in SCRIPTS:
            (page_file.parent / script.name).write_bytes(script.read_bytes())
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        page = browser.new_page()
        problems = []
        page.on("pageerror", lambda error: problems.append(str(error)))
        page.goto(page_file.as_uri())
        found = page.evaluate(COMPUTE, text)
        browser.close()
    expected = {
        "sets": [case.get("expected") for case in cases["sets"]],
        "rates": [case.get("expected") for case in cases["rates"]],
        "runs": [case.get("expected") for case in cases["runs"]],
        "pairs": [[case.get("expected"), case["outlying"]] for case in cases["pairs"]],
        "families": [[case["verdicts"], case["adjusted"]] for case in cases["families"]],
    }
    for kind, results in expected.items():
        wrong = [f"{kind} {i}: {now} is not {then}" for i, (now, then) in enumerate(zip(found[kind], results)) if now != then]
        outcome.check(f"{name}: {len(results)} {kind}", problems + wrong if len(found[kind]) == len(results) else ["not all were computed"])


def main():
    outcome = Outcome()
    check_statistics(outcome)
    print(f"browser: {outcome.passed} passed, {outcome.failed} failed, {outcome.skipped} skipped")
    return 1 if outcome.failed else 0


if __name__ == "__main__":
    sys.exit(main())
