import Testing

@testable import Diagnostics

struct DiagnosticsTests {
    @Test func `a diagnostic shows place, line and caret`() {
        let source = Array("title = \"x\"\nbasline = [\"a\"]\n".utf8)
        let (location, excerpt) = SourceLocation.at(offset: 12, in: source, path: "content/site.toml", length: 7)
        let diagnostic = Diagnostic.error("unknown key 'basline'; did you mean 'baselines'?", at: location, excerpt: excerpt)
        #expect(
            DiagnosticRenderer.text.render(diagnostic) == """
                content/site.toml:2:1: error: unknown key 'basline'; did you mean 'baselines'?
                2 | basline = ["a"]
                  | ^~~~~~~
                """)
    }

    @Test func `the column counts scalars, not bytes`() {
        let (location, _) = SourceLocation.at(offset: 7, in: Array("ñé→x".utf8), path: "p")
        #expect(location == SourceLocation("p", line: 1, column: 4))
    }

    @Test func `an offset beyond the end is the end`() {
        let (location, excerpt) = SourceLocation.at(offset: 99, in: Array("ab\ncd".utf8), path: "p")
        #expect(location == SourceLocation("p", line: 2, column: 3))
        #expect(excerpt.line == "cd")
    }

    @Test func `as JSON it is one line whatever the message holds`() {
        let diagnostic = Diagnostic.warning("a \"quote\"\nand \u{1B}[31m", at: SourceLocation("x.json", line: 3))
        #expect(
            DiagnosticRenderer.json.render(diagnostic)
                == #"{"severity":"warning","path":"x.json","line":3,"message":"a \"quote\"\u000aand \u001b[31m"}"#)
    }

    @Test func `control characters of an input do not reach the terminal`() {
        let diagnostic = Diagnostic.error("bad \u{1B}[2J\u{202E}", at: SourceLocation("x"))
        #expect(DiagnosticRenderer.text.render(diagnostic) == "x: error: bad \u{FFFD}[2J\u{FFFD}")
    }

    @Test(arguments: [("basline", "baselines"), ("titel", "title"), ("base_url", "base-url"), ("colour", nil), ("", nil)])
    func `a misspelt word finds the known one`(word: String, expected: String?) {
        #expect(closestWord(to: word, among: ["title", "baselines", "base-url", "language"]) == expected)
    }

    @Test func `locations are in order of path, line, column`() {
        let places = [SourceLocation("b"), SourceLocation("a", line: 10), SourceLocation("a", line: 9, column: 4), SourceLocation("a", line: 9)]
        #expect(places.sorted().map(\.description) == ["a:9", "a:9:4", "a:10", "b"])
    }
}
