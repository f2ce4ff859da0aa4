import AgentRuns
import Diagnostics
import Files
import SystemPackage
import TOMLReading
import Testing

@testable import SiteBuilder

struct SettingsTests {
    func rendered(_ diagnostics: [Diagnostic]) -> String {
        diagnostics.map(DiagnosticRenderer.text.render).joined(separator: "\n")
    }

    func read(_ text: String) -> (SiteSettings, String) {
        let (settings, diagnostics) = SiteSettings.read(Array(text.utf8), path: "content/site.toml")
        return (settings, rendered(diagnostics))
    }

    @Test func `every key of the settings is read`() throws {
        let scratch = try WritingScratch(
            """
            -- site.toml --
            title = "Local models"
            description = "What the week brought"
            language = "pt-BR"
            base-url = "https://example.org/runs"
            cold-load-ms = 750
            baselines = ["tr110/phase1", 'tr114']
            comparisons = [
              ["a", "b"], # the first pair
              ["c", "d"],
            ]
            [privacy]
            keep = ["hosts"]
            [claims]
            tolerance = 0.01
            [limits]
            marks = 400

            """)
        let (settings, diagnostics) = SiteSettings.load(content: scratch.path)
        var expected = SiteSettings()
        expected.title = "Local models"
        expected.description = "What the week brought"
        expected.language = "pt-BR"
        expected.baseURL = "https://example.org/runs/"
        expected.coldLoad = 750
        expected.baselines = ["tr110/phase1", "tr114"]
        expected.comparisons = [.init("a", "b"), .init("c", "d")]
        #expect(settings.unknownNames.keys.sorted() == ["a", "b", "c", "d", "tr110/phase1", "tr114"])
        expected.unknownNames = settings.unknownNames
        #expect(settings == expected)
        #expect(diagnostics.isEmpty)
    }

    @Test func `a site without settings has the defaults`() throws {
        let (settings, diagnostics) = SiteSettings.load(content: try WritingScratch().path)
        #expect(settings == SiteSettings())
        #expect(settings.language == "en" && settings.coldLoad == nil && settings.baseURL == nil)
        #expect(diagnostics.isEmpty)
    }

    @Test func `settings that can't be read are an error`() throws {
        let scratch = try WritingScratch("-- site.toml/x --\n")
        let (_, diagnostics) = SiteSettings.load(content: scratch.path)
        #expect(diagnostics == [.error("not a file that can be read", at: SourceLocation(scratch.path.appending("site.toml").string))])
    }

    @Test func `an unknown key is named with its line and what was probably meant`() {
        let (settings, diagnostics) = read(
            """
            title = "x"
            # baselines come next; [not] = "a header"

            description = '''
            basline = "inside a string"
            '''
            basline = ["tr110/phase1"]
            """)
        #expect(settings.title == "x")
        #expect(
            diagnostics == """
                content/site.toml:7:1: error: unknown key 'basline'; did you mean 'baselines'?
                7 | basline = ["tr110/phase1"]
                  | ^~~~~~~
                """)
    }

    @Test func `unknown tables and dotted keys are named where they stand`() {
        #expect(
            read("[privcy]\na = 1\n[[zzzzzz]]\n[[zzzzzz]]\n").1 == """
                content/site.toml:1:2: error: unknown key 'privcy'; did you mean 'privacy'?
                1 | [privcy]
                  |  ^~~~~~
                content/site.toml:3:3: error: unknown key 'zzzzzz'
                3 | [[zzzzzz]]
                  |   ^~~~~~
                """)
        #expect(
            read("\"titel\".x = 1\n").1 == """
                content/site.toml:1:1: error: unknown key 'titel'; did you mean 'title'?
                1 | "titel".x = 1
                  | ^~~~~~~
                """)
    }

    @Test func `wrong types are errors at their lines, and the rest is read`() {
        let (settings, diagnostics) = read(
            """
            title = 3
            baselines = [
              "a",
              2,
            ]
            comparisons = [["a", "b"], ["c"]]
            cold-load-ms = "1000"
            language = "fr"
            limits = true
            """)
        #expect(settings.language == "fr")
        #expect(settings.title == SiteSettings().title)
        #expect(
            diagnostics == """
                content/site.toml:1:9: error: 'title' must be a string
                1 | title = 3
                  |         ^
                content/site.toml:4:3: error: 'baselines' must be an array of strings
                4 |   2,
                  |   ^
                content/site.toml:6:28: error: 'comparisons' must be an array of pairs such as ["a", "b"]
                6 | comparisons = [["a", "b"], ["c"]]
                  |                            ^~~~~
                content/site.toml:7:16: error: 'cold-load-ms' must be a finite number
                7 | cold-load-ms = "1000"
                  |                ^~~~~~
                content/site.toml:9:10: error: 'limits' must be a table
                9 | limits = true
                  |          ^~~~
                """)
    }

    @Test(arguments: [
        ("language = \"en us\"", "'language' must be a language tag such as \"en\" or \"pt-BR\""),
        ("base-url = \"example.org\"", "'base-url' must be an address such as \"https://example.org/runs/\", without '?' and '#'"),
        ("base-url = \"javascript:alert(1)\"", "'base-url' must be an address such as \"https://example.org/runs/\", without '?' and '#'"),
        ("cold-load-ms = 0", "'cold-load-ms' must be more than 0"),
        ("cold-load-ms = inf", "'cold-load-ms' must be a finite number"),
    ])
    func `a value that makes no sense is an error`(line: String, message: String) {
        let (settings, diagnostics) = SiteSettings.read(Array(line.utf8), path: "site.toml")
        #expect(diagnostics.map(\.message) == [message])
        #expect(settings == SiteSettings())
    }

    @Test(
        arguments: [
            ("https://example.org", "https://example.org/"), ("HTTP://a/b/", "http://a/b/"), ("https://u.github.io/x y", nil),
            ("https:///x", nil), ("https://a/?q", nil), ("ftp://a", nil), ("https://", nil),
        ] as [(String, String?)])
    func `an address of a site has one spelling`(text: String, expected: String?) {
        #expect(SiteSettings.baseURL(text) == expected)
    }

    @Test func `a mistake in the syntax is named with line and column`() {
        #expect(
            read("title = \"ä\" zz\n").1 == """
                content/site.toml:1:13: error: invalid TOML: after a value its line ends; this one goes on with 'z'
                1 | title = "ä" zz
                  |             ^
                """)
        #expect(read("title = \"a\"\ntitle = \"b\"\n").1.hasPrefix("content/site.toml:2:"))
    }

    @Test(arguments: [
        ("[[[a]]]", "1:1", "a table's name begins with a letter, a digit, '_', '-' or a quotation mark"),
        ("x = 1\n [ %]", "2:2", "a table's name begins with a letter, a digit, '_', '-' or a quotation mark"),
        ("a = [1, }]", "1:9", "a value is missing"),
        ("d = 2025-11-15T%0:00:00Z", "1:5", "a date is written as 2025-11-15 or 2025-11-15T20:51:23Z"),
        ("a = " + String(repeating: "[", count: 100_000), "1:105", "values are nested more than 100 deep"),
        ("a = " + String(repeating: "{b=", count: 100_000), "1:305", "values are nested more than 100 deep"),
    ])
    func `a value or a header that is none is named where it stands`(text: String, place: String, message: String) {
        let (_, diagnostics) = SiteSettings.read(Array(text.utf8), path: "t")
        #expect(diagnostics.map { "\($0.location.map(\.description) ?? "") \($0.message)" } == ["t:\(place) invalid TOML: \(message)"])
    }

    @Test(arguments: [[0x61, 0x20, 0x0A, 0x62, 0xFF], [0x61, 0x20, 0x0A, 0x00]] as [[UInt8]])
    func `bytes that are no text are an error at their line`(bytes: [UInt8]) {
        let (_, diagnostics) = SiteSettings.read(bytes, path: "t")
        #expect(diagnostics.map(\.message) == ["invalid TOML: this line is not UTF-8 text"])
        #expect(diagnostics.map(\.location?.line) == [2])
    }

    @Test func `tables of an array are read one by one, each mistake at its place`() throws {
        var problems: [Diagnostic] = []
        let text = "[[entry]]\nrun = \"a\"\n[[entry]]\nrum = \"b\"\nreason = 1\n"
        var reader = try #require(TOMLSource(Array(text.utf8), path: "t").parse(reporting: &problems))
        var runs: [String?] = []
        let entries = reader.tables("entry")
        for var entry in try #require(entries) {
            runs.append(entry.string("run"))
            _ = entry.string("reason")
            problems += entry.finish()
        }
        #expect(runs == ["a", nil])
        #expect(
            problems.map { "\($0.location.map(\.description) ?? "") \($0.message)" } == [
                "t:4:1 unknown key 'rum'; did you mean 'run'?", "t:5:10 'reason' must be a string",
            ])
        #expect(reader.finish().isEmpty)
    }
}

/// What `site.toml` says about series, commits and branches.
struct SeriesSettingsTests {
    private func read(_ text: String) -> (SiteSettings, [String]) {
        let (settings, diagnostics) = SiteSettings.read(Array(text.utf8), path: "site.toml")
        return (settings, diagnostics.map { "\($0.location?.line ?? 0): \($0.message)" })
    }

    @Test func `options move in and out of the key, commits get addresses, and one branch makes the history`() {
        let (settings, messages) = read(
            """
            commit-url = "https://example.org/engine/commit/{commit}"
            main-branch = "main"
            [series]
            ignore = ["num_ctx"]
            split = ["branch"]
            """)
        #expect(messages == [])
        #expect(settings.series == SeriesRules(ignore: ["num_ctx"], split: ["branch"]))
        #expect(settings.commitURL == "https://example.org/engine/commit/{commit}" && settings.mainBranch == "main")
    }

    @Test func `an address without a place for the commit, and an unknown key, are errors at their lines`() {
        let (settings, messages) = read("commit-url = \"https://example.org/\"\n[series]\nignored = [\"num_ctx\"]\n")
        #expect(settings.commitURL == nil)
        #expect(
            messages.sorted() == [
                "1: 'commit-url' must be an address with '{commit}' in it, such as \"https://example.org/project/commit/{commit}\"",
                "3: unknown key 'ignored'; did you mean 'ignore'?",
            ])
    }
}
