import Bytes
import Markdown
import Testing

/// Sources that have made Markdown programs slow, or overflow their stack.
@Suite(.serialized) struct LinearTimeTests {
    private static let pieces: [String] = [
        "[", "![[]()", "~a ", "~~a ~b~~", "~", "_www.a_b", "www.a_b._", "http://a)", "http://a;);", "a@", "a@b.c ", "|a", "> ", "- ", "1. ",
        "*a _b ", "**a*b ", "`a``b", "<?<x ~", "<!--~", "<!A ~", "<![CDATA[~", "<a b='~", "[a]: /x\n", "[a][b] ~", "[a](b ", "\\*~",
        "a\r\r\n", "a|b\r-|-\r", "\0~", "a|b|c\n-|-\n", "|a|\n|-|\n", "# a~\n", "*a [b](c) ~", "- [ ] a\n", "தமிழ்", "a\u{200B}\u{202E}",
        "\u{85}\u{96}\u{1B}", "[a](#x) ", "[a](gone) ", "\u{FEFF}", "> a\n<b>\n", "a\n===\n", "![a](http://x/y.png) ", "```\nx\n", "<div>\n",
        "---\na: b\n",
    ]

    private func seconds(_ source: [UInt8]) -> Double {
        let clock = ContinuousClock()
        let options = PageRendering(path: "report.md", idPrefix: "r-")
        let duration = clock.measure {
            var output = ByteBuffer()
            let document = MarkdownDocument(parsing: source, extensions: [.gfm, .frontMatter])
            document.render(.plain, into: &output)
            document.render(.page(options), into: &output)
        }
        return Double(duration.components.attoseconds) / 1e18 + Double(duration.components.seconds)
    }

    /// Doubling the size may not take much more than twice as long; a machine under load gets three tries.
    private func expectLinear(_ name: String, _ source: (Int) -> [UInt8]) {
        let size = 12_000
        var ratios: [Double] = []
        for _ in 0..<3 {
            let small = seconds(source(size))
            let large = seconds(source(4 * size))
            if large < 0.15 || large / small < 9 { return }
            ratios.append(large / small)
        }
        Issue.record("\(name.debugDescription): four times the size took \(ratios) times as long")
    }

    @Test(arguments: pieces) func `time grows with size`(piece: String) {
        let bytes = Array(piece.utf8)
        expectLinear(piece) { size in Array(repeatElement(bytes, count: size / bytes.count).joined()) }
    }

    @Test func `short rows of a wide table do not multiply`() {
        expectLinear("wide table") { size in
            let text =
                String(repeating: "|a", count: size / 6) + "\n" + String(repeating: "|-", count: size / 6) + "\n"
                + String(repeating: "|b\n", count: size / 9)
            return Array(text.utf8)
        }
    }

    @Test func `one long definition used many times does not multiply`() {
        let source = "[a]: /" + String(repeating: "x", count: 100_000) + "\n\n" + String(repeating: "[a]", count: 50_000)
        #expect(plain(source.utf8).count < 2_000_000)
    }

    @Test func `blank lines behind a deep list do not multiply`() {
        expectLinear("deep list") { size in Array((String(repeating: "- ", count: size / 4) + "a\n" + String(repeating: "\n", count: size / 2)).utf8)
        }
    }

    @Test(arguments: ["> ", "- ", "[", "*a ", "**a ", "~a *b ", "![", "1. "])
    func `deep nesting does not overflow the stack`(piece: String) {
        let source = String(repeating: piece, count: 100_000) + "x" + String(repeating: "]", count: piece == "[" ? 100_000 : 0)
        #expect(page(source).html.contains("x"))
    }

    @Test func `a fence that never closes takes the rest of the file`() {
        let source = "```text\n" + String(repeating: "line | of | code\n", count: 25_000)
        let html = plain(source)
        #expect(html.hasPrefix("<pre><code class=\"language-text\">line | of | code\n"))
        #expect(html.hasSuffix("line | of | code\n</code></pre>\n"))
    }
}
