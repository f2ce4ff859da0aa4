import Bytes
import Markdown
import Testing

@Suite struct FrontMatterTests {
    private func rendered(_ source: String) -> (html: String, report: RenderingReport) {
        var output = ByteBuffer()
        let report = MarkdownDocument(parsing: source.utf8, extensions: [.page, .frontMatter])
            .render(.page(PageRendering(path: "report.md")), into: &output)
        return (output.string, report)
    }

    @Test func `front matter is a block of its own, shown as it is and no heading`() {
        let (html, report) = rendered(
            "---\ntitle: \"A <b>\"\ntags:\n- a\n- b\nnote: >\n  two\n\n  lines\nModel name: x # y\n---\n\n# Results\n\n[x](#gone)\n")
        #expect(
            html == """
                <pre class="front-matter"><code>---
                title: &quot;A &lt;b&gt;&quot;
                tags:
                - a
                - b
                note: &gt;
                  two

                  lines
                Model name: x # y
                ---</code></pre>
                <h1 id="results">Results</h1>
                <p>x</p>

                """)
        #expect(report.outline.map(\.line) == [13])
        #expect(report.diagnostics.map { $0.location?.description } == ["report.md:15:5"])
    }

    @Test(arguments: [
        ("---\na: b\n---", ""), ("\u{FEFF}---\r\na: b\r\n...\r\nx", "x"), ("\n \n--- \na:\n---\n---\n", "---\n"), ("---\n标题: b\n---\nx", "x"),
        ("---\na: [b,\n  c\n]\n---\n", ""), ("---\n\"a-b\": c\n# d\n---\n", ""), ("---\nReport title: a\nDate of it: b\n---\nx", "x"),
        ("+++\n# c\na = \"b\"\n\n[c]\nd = [\n  1,\n]\n+++\nx", "x"),
    ])
    func `forms of front matter`(source: String, rest: String) {
        #expect(FrontMatterBlock(atTopOf: Array(source.utf8)).map { String(decoding: $0.rest, as: UTF8.self) } == rest)
    }

    @Test(arguments: [
        "", "---", "---\n", "---\n---\n", "---\n\na: b\n---\n", "---\nSome text.\n---\n", "---\nThe result was: b\n---\n", "---\n# Report\n---\n",
        "---\na: b\n\n---\n", "---\na: b\n\n# Report\n---\n", "---\na: b\nmore text\n---\n", "---\n- a\n---\n", "---\na: b\n", "----\na: b\n----\n",
        "---\nhttps://a.example\n---\n", "text\n---\na: b\n---\n", "---\na: b\n| x | y |\n---\n", "+++\ntext\n+++\n", "+++\n+++\n",
    ])
    func `a thematic break and text are no front matter`(source: String) {
        #expect(FrontMatterBlock(atTopOf: Array(source.utf8)) == nil)
        #expect(!rendered(source).html.contains("front-matter"))
    }

    @Test func `text of cmark-gfm is read without it`() {
        #expect(plain("---\na: b\n---\n") == "<hr />\n<h2>a: b</h2>\n")
    }
}
