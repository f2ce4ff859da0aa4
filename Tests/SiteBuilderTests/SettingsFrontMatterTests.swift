import AgentRuns
import Diagnostics
import Testing

@testable import SiteBuilder

struct SettingsFrontMatterTests {
    func read(_ text: String) -> (FrontMatter, String) {
        let (matter, diagnostics) = FrontMatter.read(Array(text.utf8), path: "pages/a.md")
        return (matter, diagnostics.map(DiagnosticRenderer.text.render).joined(separator: "\n"))
    }

    func body(_ text: String) -> String {
        String(decoding: Array(text.utf8)[read(text).0.body], as: UTF8.self)
    }

    @Test func `every key is read, and the text begins after the second line of plus signs`() {
        let text = """
            +++
            title = "About"
            description = "What this is"
            date = 2025-11-15T20:51:23.962364600Z # when
            order = 3
            draft = true
            slug = "about-us"
            +++
            # Hello
            +++

            """
        let (matter, diagnostics) = read(text)
        #expect(diagnostics == "")
        #expect(matter.title == "About")
        #expect(matter.description == "What this is")
        #expect(matter.date?.text == "2025-11-15T20:51:23.962364600Z")
        #expect(matter.order == 3)
        #expect(matter.draft)
        #expect(matter.slug == "about-us")
        #expect(matter.bodyLine == 9)
        #expect(body(text) == "# Hello\n+++\n")
    }

    @Test(arguments: ["# Only text\n", "", "++\nx", "text\n+++\ntitle = 1\n+++\n", "++++\n"])
    func `a page without front matter is all text`(text: String) {
        let (matter, diagnostics) = read(text)
        #expect(matter == FrontMatter(body: 0..<text.utf8.count))
        #expect(diagnostics == "")
    }

    @Test(arguments: [
        ("\u{FEFF}+++\ntitle = \"a\"\n+++\nx", "x", 4), ("+++\r\ntitle = \"a\"\r\n+++\r\nx\r\n", "x\r\n", 4),
        ("+++ \ntitle = \"a\"\n+++\t", "", 4), ("+++\ntitle = \"a\"\n+++\n\nx", "\nx", 4),
    ])
    func `marks, line ends and blanks do not matter`(text: String, expected: String, line: Int) {
        let (matter, diagnostics) = read(text)
        #expect(diagnostics == "")
        #expect(matter.title == "a")
        #expect(matter.bodyLine == line)
        #expect(body(text) == expected)
    }

    @Test func `front matter may be empty`() {
        #expect(body("+++\n+++\nx") == "x")
        #expect(read("+++\n+++\nx").0.bodyLine == 3)
    }

    @Test func `front matter without an end is an error`() {
        #expect(
            read("+++\ntitle = \"a\"\n\n# Text\n").1 == """
                pages/a.md:1:1: error: the front matter has no end; close it with a line '+++'
                1 | +++
                  | ^~~
                """)
        #expect(read("+++").1.hasPrefix("pages/a.md:1:1: error: the front matter has no end"))
    }

    @Test func `front matter of other generators is an error where it begins`() {
        #expect(
            read("---\ntitle: \"a\"\n---\n\nHello.\n").1 == """
                pages/a.md:1:1: error: front matter stands between +++ lines and is TOML, such as title = "About"
                1 | ---
                  | ^~~
                """)
        #expect(
            read("\n+++\ntitle = \"a\"\n+++\n").1 == """
                pages/a.md:2:1: error: front matter begins on the first line of the file
                2 | +++
                  | ^~~
                """)
        #expect(read("---\n\nHello: world.\n\n---\n").1 == "")
    }

    @Test func `mistakes are named with the line of the whole file`() {
        #expect(
            read("+++\ntitel = \"a\"\ndate = \"2025-11-15\"\norder = 1.5\n+++\n").1 == """
                pages/a.md:2:1: error: unknown key 'titel'; did you mean 'title'?
                2 | titel = "a"
                  | ^~~~~
                pages/a.md:3:8: error: 'date' must be a date such as 2025-11-15, without quotation marks
                3 | date = "2025-11-15"
                  |        ^~~~~~~~~~~~
                pages/a.md:4:9: error: 'order' must be an integer
                4 | order = 1.5
                  |         ^~~
                """)
        #expect(
            read("+++\r\ntitle = \"a\"\r\ndraft = tru\r\n+++\r\n").1 == """
                pages/a.md:3:9: error: invalid TOML: unknown value 'tru'; did you mean 'true'?
                3 | draft = tru
                  |         ^~~
                """)
    }

    @Test(arguments: ["about", "2025-11-15", "v1.2", "_x", "A"]) func `a slug that is a plain file name is taken`(slug: String) {
        #expect(read("+++\nslug = \"\(slug)\"\n+++\n").0.slug == slug)
    }

    @Test(arguments: ["", "..", ".hidden", "a/b", "../x", "a b", "-x", "a..b", "a.", "C:x", "ü", String(repeating: "x", count: 101)])
    func `a slug that is no safe file name is an error`(slug: String) {
        let (matter, diagnostics) = read("+++\nslug = '\(slug)'\n+++\n")
        #expect(matter.slug == nil)
        #expect(
            diagnostics.hasPrefix("pages/a.md:2:8: error: 'slug' must be a file name of letters a to z, digits, '-', '_' and '.', without its ending")
        )
    }

    @Test(arguments: ["2025-11-15", "2025-11-15 10:00:00", "2025-11-15t10:00:00z"])
    func `a date keeps its precision and its zone`(text: String) {
        let expected = ["2025-11-15": "2025-11-15", "2025-11-15 10:00:00": "2025-11-15T10:00:00", "2025-11-15t10:00:00z": "2025-11-15T10:00:00Z"]
        #expect(read("+++\ndate = \(text)\n+++\n").0.date?.text == expected[text])
    }
}
