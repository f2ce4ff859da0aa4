import Markdown
import Testing

/// Random Markdown against the `cmark-gfm` command.
@Suite(.enabled(if: CmarkGFM.isInstalled, "needs the cmark-gfm command"))
struct OracleFuzzTests {
    private static let inlines = [
        "a", "b", "foo", "*", "**", "_", "__", "~", "~~", "[", "]", "](u)", "](", "(", ")", "![", "[a]", "[b][]", "`", "``", "<b>", "<",
        "&amp;", "http://a.b", "www.a.b", "x@y.z", "mailto:q@r.s", "\\", " ", " ", ".", ",", ";", "!", "|", "\\|", "\n", "http://", "w",
        "www.x_y.z_", "/", "?", ":", "é", "“", "*a*", "~b~", "~~c~~", "***", "~~~", "#", "漢字", "foo_bar", "a*b*c",
    ]
    private static let blocks = [
        "- ", "+ ", "* ", "1. ", "2) ", "- [ ] a", "- [x] ", "> ", ">", "    ", "  ", "\n", "\n", "\n\n", "\r\n", "\r", "```", "~~~", "# ", "## x #",
        "\n===\n", "\n---\n", "<div>", "</div>", "<!-- x -->", "<?", "?>", "<!A b>", "<script>", "</script>", "[a]: /u\n", "[b]: <c> 'd'\n",
        "|a|b|\n|-|-|\n", "a|b\n-|-\n", "|1|2|\n", "|a|\n|-|\n|b|\n", "| - | :-: |", ":-", "|", "| ", "\t",
    ]
    private static let prefixes = ["> ", "- ", "  ", "    ", "1. ", "   ", "", "", "> > ", "+ "]
    private static let lines = [
        "a", "b|c", "|-|-|", "-|-", "|x|", "", "", "```", "~~~", "# h", "===", "---", "* * *", "<div>", "<b>", "[a]: /x", "[a]", "1. z",
        "text ~~d~~", "www.x.y", "<!-- c", "-->", "[ ] t", ": q",
    ]

    private func compare(
        seed: UInt64, count: Int, extensions: MarkdownExtensions = .gfm, options: [String] = [], generate: (inout SplitMix64) -> String
    ) throws {
        var random = SplitMix64(seed: seed)
        for _ in 0..<count {
            let markdown = Array(generate(&random).utf8)
            let expected = try CmarkGFM.html(markdown, options: options)
            let actual = plain(markdown, extensions: extensions).bytes
            if actual != expected {
                Issue.record("\(String(decoding: markdown, as: UTF8.self).debugDescription)")
            }
        }
    }

    private func pick(_ pieces: [String], _ random: inout SplitMix64) -> String {
        pieces.randomElement(using: &random) ?? ""
    }

    @Test func `inlines mean what they mean to cmark-gfm`() throws {
        try compare(seed: 1, count: 1200) { random in
            (0..<Int.random(in: 1...25, using: &random)).map { _ in pick(Self.inlines, &random) }.joined()
        }
    }

    @Test func `tildes on pages mean what they mean to cmark-gfm where two are asked for`() throws {
        let tildes = ["~", "~~", "~~~", "10~20", "~a~", "~~b~~", "~~c~", "*", " ", "d", "["]
        try compare(seed: 5, count: 600, extensions: .page, options: ["--strikethrough-double-tilde"]) { random in
            (0..<Int.random(in: 1...25, using: &random)).map { _ in pick(tildes + Self.inlines, &random) }.joined()
        }
    }

    @Test func `blocks mean what they mean to cmark-gfm`() throws {
        try compare(seed: 2, count: 1200) { random in
            (0..<Int.random(in: 1...25, using: &random)).map { _ in pick(Self.blocks + Self.inlines, &random) }.joined()
        }
    }

    @Test func `lines in containers mean what they mean to cmark-gfm`() throws {
        try compare(seed: 3, count: 1200) { random in
            (0..<Int.random(in: 1...9, using: &random)).map { _ in
                (0..<Int.random(in: 0...3, using: &random)).map { _ in pick(Self.prefixes, &random) }.joined() + pick(Self.lines, &random) + "\n"
            }.joined()
        }
    }

    @Test func `tables mean what they mean to cmark-gfm`() throws {
        try compare(seed: 4, count: 1200) { random in
            let (first, next) =
                [("", ""), ("> ", "> "), ("- ", "  "), ("1. ", "   "), ("> - ", ">   "), ("- [ ] ", "  ")].randomElement(using: &random) ?? ("", "")
            let columns = Int.random(in: 1...3, using: &random)
            func cell() -> String {
                (0..<Int.random(in: 0...4, using: &random)).map { _ in pick(Self.inlines, &random) }.joined().replacing("\n", with: " ")
            }
            func row(_ count: Int) -> String {
                pick(["|", "", " | "], &random) + (0..<count).map { _ in cell() }.joined(separator: "|") + pick(["|", "", "| "], &random)
            }
            var lines = (0..<Int.random(in: 0...2, using: &random)).map { _ in cell() }
            lines.append(row(columns))
            lines.append("|" + (0..<columns).map { _ in pick(["-", "--", ":-", "-:", ":-:", " - "], &random) }.joined(separator: "|"))
            for _ in 0..<Int.random(in: 0...4, using: &random) {
                lines.append(Bool.random(using: &random) ? row(max(1, columns + Int.random(in: -1...1, using: &random))) : pick(Self.lines, &random))
            }
            return first + lines.joined(separator: "\n" + next) + "\n"
        }
    }
}
