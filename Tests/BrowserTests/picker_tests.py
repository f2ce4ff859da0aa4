"""Holds what the browser makes of a picked pair against what the program prints of it: the JSON byte for byte, the page cell by cell."""

import difflib
import functools
import json
import pathlib
import subprocess
import urllib.parse

import synthetic_content

PAIRS = [
    *synthetic_content.PAIRS,
    ("orchard/april/round_1", "orchard/may/round_2"),
    ("meadow/solo/round_2", "meadow/solo/round_10"),
    ("orchard/april/round_4", "orchard/may"),
    ("orchard/", "meadow/solo"),
    ("orchard/april", "orchard/june"),
    ("orchard/may", "orchard/may"),
    ("latest", "latest"),
    ("meadow", "latest"),
    ("meadow/solo", "meadow/evaluated"),
    ("harbour/serving", "orchard/june/late"),
    ("harbour", "harbour/serving"),
    ("harbour/serving/round_1", "harbour/serving/round_6"),
    ("harbour/mixed", "harbour/tides"),
    ("harbour/load", "harbour/depth"),
    ("harbour/mixed", "harbour/load"),
    ("harbour/mixed/round_1", "harbour/tides/round_2"),
    ("harbour/limits/round_1", "harbour/limits/round_2"),
    ("harbour/limits/round_3", "harbour/limits/round_4"),
    ("harbour/limits", "harbour/limits/round_1"),
    ("harbour/serving", "harbour/limits"),
    ("terrace/second", "terrace/first"),
    ("terrace/often", "terrace/again"),
    ("terrace/first", "terrace/often"),
    ("terrace/first", "terrace"),
    ("terrace/first/round_1", "terrace/second"),
    ("acorn-7b/num_ctx512-rust-threads", "acorn-7b/num_ctx1024-rust-threads"),
    ("acorn:7b, num_ctx 512, rust, threads", "orchard/may"),
    ("birch-3b/rust-threads-policyfair-concurrency16", "acorn-7b/num_ctx512-temperature0.6-rust-threads"),
]

# The parts of a comparison as they stand on the program's page, and on the page of a picked pair, where a heading names the answer.
PARTS = """() => {
  const main = document.querySelector("main");
  const sure = [...main.querySelectorAll("h2")].find((heading) => heading.textContent === "How sure");
  const table = main.querySelector("table.compare");
  return {
    headline: (main.querySelector(".answer") ?? main.querySelector("h1")).textContent,
    lede: [...main.querySelectorAll(".lede")].pop().textContent,
    common: [...main.querySelectorAll(".common")].map((common) => common.textContent).join(),
    tally: main.querySelector(".tally").outerHTML,
    note: [...main.querySelectorAll("p.note")].map((note) => note.textContent).join(),
    cells: [...table.querySelectorAll("th, td")].map((cell) => cell.innerHTML),
    table: table.parentElement.outerHTML,
    sure: sure.nextElementSibling.textContent,
  };
}"""


class Pairs:
    """The pairs of one site and the ways to them."""

    def __init__(self, sitegen, content, site):
        self.sitegen, self.content, self.site = sitegen, content, site
        self.address = self.address_of("orchard/april", "orchard/may")

    def address_of(self, a, b):
        return f"{(self.site / 'compare/index.html').as_uri()}?{urllib.parse.urlencode({'a': a, 'b': b})}"

    @functools.cache
    def printed(self, a, b, form):
        command = [self.sitegen, "compare", a, b, "--format", form, "--content", self.content]
        return subprocess.run(command, capture_output=True, check=True).stdout.decode()

    def check(self, browser, outcome):
        page = browser.new_page(accept_downloads=True)
        other = browser.new_page()
        noise = []
        page.on("console", lambda message: message.type in ("error", "warning") and noise.append(message.text))
        page.on("pageerror", lambda error: noise.append(str(error)))
        for a, b in PAIRS:
            page.goto(self.address_of(a, b))
            outcome.check(f"{a} to {b}: the browser's JSON is the program's", self.json_problems(page, a, b))
            outcome.check(f"{a} to {b}: the browser's page is the program's", self.page_problems(page, other, a, b))
        outcome.check("declared pairs are the same picked as on their pages", self.declared_problems(page, other))
        outcome.check("both files of a picked pair can be downloaded", self.download_problems(page))
        outcome.check("a pair is picked by keyboard, swapped and kept in the address", self.picking_problems(page))
        outcome.check("an unknown name is answered with the closest one", self.unknown_problems(page))
        outcome.check("controls are at least 24 pixels high and have labels", self.control_problems(page))
        outcome.check("picking says nothing on the console", noise)
        page.context.close()
        other.context.close()

    def json_problems(self, page, a, b):
        expected, found = self.printed(a, b, "json"), page.text_content("#p-json pre")
        return list(difflib.unified_diff(expected.splitlines(True), found.splitlines(True), "program", "browser", n=1))

    def page_problems(self, page, other, a, b):
        other.set_content(self.printed(a, b, "html"))
        expected, found = other.evaluate(PARTS), page.evaluate(PARTS)
        if json.loads(self.printed(a, b, "json"))["tested"] == 0:
            # Pages leave out how rows were tested where none was; the document that the command writes does not.
            expected["note"] = ""
        return differences(expected, found)

    def declared_problems(self, page, other):
        problems = []
        for a, b in synthetic_content.PAIRS[:3]:
            path = self.site / "compare" / f"{a.replace('/', '-')}..{b.replace('/', '-')}.html"
            page.goto(self.address_of(a, b))
            other.goto(path.as_uri())
            problems += [f"{a} to {b}: {problem}" for problem in differences(other.evaluate(PARTS), page.evaluate(PARTS))]
        return problems

    def download_problems(self, page):
        a, b = synthetic_content.PAIRS[0]
        data = self.site / "data/compare" / f"{a.replace('/', '-')}..{b.replace('/', '-')}"
        page.goto(self.address_of(a, b))
        problems = []
        for name in ("CSV", "JSON"):
            with page.expect_download() as waiting:
                page.get_by_role("link", name=name, exact=True).click()
            if pathlib.Path(waiting.value.path()).read_bytes() != pathlib.Path(f"{data}.{name.lower()}").read_bytes():
                problems.append(f"{waiting.value.suggested_filename} differs from {data.name}.{name.lower()}")
        return problems

    def picking_problems(self, page):
        page.goto((self.site / "compare/index.html").as_uri())
        problems = [] if page.locator(".answer").count() == 0 else ["an answer before a pair is picked"]
        page.get_by_label("A: a run").focus()
        page.keyboard.type("orchard/april")
        page.keyboard.press("Tab")
        page.keyboard.type("orchard/may")
        page.keyboard.press("Enter")
        before = page.text_content(".answer")
        if not page.url.endswith("?a=orchard/april&b=orchard/may"):
            problems.append(f"the address is {page.url}")
        page.keyboard.press("Tab")
        page.keyboard.press("Enter")
        if not page.url.endswith("?a=orchard/may&b=orchard/april"):
            problems.append(f"the address after the swap is {page.url}")
        after = page.text_content(".answer")
        if (before, after) != ("3 of 10 series regressed and none improved", "3 of 10 series improved and none regressed"):
            problems.append(f"the headlines are {before!r} and {after!r}")
        if not page.title().startswith("orchard/may to orchard/april"):
            problems.append(f"the title is {page.title()}")
        return problems

    def unknown_problems(self, page):
        page.goto(self.address_of("orchard/aprill", "orchard/may"))
        expected = "No run, suite or configuration is called 'orchard/aprill'; did you mean 'orchard/april'?"
        problems = [] if page.text_content("#p-answer") == expected else [page.text_content("#p-answer")]
        if page.locator("#p-a[aria-invalid=true]").count() != 1:
            problems.append("the field does not say that it is wrong")
        if page.locator("table.compare").count() != 0:
            problems.append("there is a table all the same")
        return problems

    def control_problems(self, page):
        page.goto(self.address)
        boxes = page.evaluate("""() => [...document.querySelectorAll("#p-pick input, #p-pick button, summary")].map((control) =>
          [control.outerHTML, control.getBoundingClientRect().height, control.labels ? control.labels.length : 1])""")
        return [f"{markup}: {height} px, {labels} labels" for markup, height, labels in boxes if height < 24 or (labels == 0 and "<input" in markup)]

    def picked_page(self, browser):
        """The page with a picked pair as markup, for the checks that read files."""
        page = browser.new_page()
        page.goto(self.address)
        markup = page.content()
        page.context.close()
        return markup


def differences(expected, found):
    problems = []
    for part, value in expected.items():
        if value == found[part]:
            continue
        if part == "cells" and len(value) == len(found[part]):
            problems += [f"cell: expected {left}, found {right}" for left, right in zip(value, found[part]) if left != right]
        else:
            problems.append(f"{part}: expected {value!r}, found {found[part]!r}"[:2000])
    return problems
