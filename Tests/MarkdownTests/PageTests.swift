import Bytes
import Diagnostics
import Markdown
import Testing

@Suite struct PageTests {
    @Test func `headings begin at the caller's level, follow without gaps and have names of their own`() {
        let (html, report) = page("# One & *two*\n\n###### Deep\n\n# One & two\n\n# Übersicht 概要\n\n# ★\n") {
            $0.topHeading = 3
            $0.idPrefix = "r-"
        }
        #expect(
            html == """
                <h3 id="r-one--two">One &amp; <em>two</em></h3>
                <h4 id="r-deep">Deep</h4>
                <h3 id="r-one--two-1">One &amp; two</h3>
                <h3 id="r-übersicht-概要">Übersicht 概要</h3>
                <h3 id="r-section">★</h3>

                """)
        #expect(report.outline.map(\.id) == ["r-one--two", "r-deep", "r-one--two-1", "r-übersicht-概要", "r-section"])
        #expect(report.outline.map(\.level) == [1, 6, 1, 1, 1])
        #expect(report.outline.map(\.line) == [1, 3, 5, 7, 9])
    }

    @Test func `heading levels have no gaps and stop at six`() {
        func shown(_ written: [Int], top: Int) -> [Int] {
            let text = written.map { String(repeating: "#", count: $0) + " x\n" }.joined(separator: "\n")
            let html = page(text) { $0.topHeading = top }.html
            return html.split(separator: "<h").compactMap { $0.first?.wholeNumberValue }
        }
        #expect(shown([2, 4, 3, 2, 1], top: 3) == [3, 4, 4, 3, 3])
        #expect(shown([1, 2, 3, 4, 5, 6], top: 3) == [3, 4, 5, 6, 6, 6])
    }

    @Test func `a numbered name does not take another heading's`() {
        #expect(page("# a\n# a-1\n# a\n").report.outline.map(\.id) == ["a", "a-1", "a-2"])
    }

    @Test func `anchors lead to headings, before and behind, or are reported`() {
        let (html, report) = page("[down](#the-end) [gone](#nowhere)\n\n# The end\n\n[up](#The-End)\n") { $0.idPrefix = "x-" }
        #expect(
            html == """
                <p><a href="#x-the-end">down</a> gone</p>
                <h1 id="x-the-end">The end</h1>
                <p><a href="#x-the-end">up</a></p>

                """)
        #expect(
            report.diagnostics.map { "\($0.location?.description ?? "") \($0.message)" } == [
                "report.md:1:25 no heading of this document is named '#nowhere'; the link is shown as text"
            ])
    }

    @Test func `two tildes strike, and one stands in a range`() {
        #expect(
            page("487~615 ms, 98~102 tok/s, ~~gone~~ ~kept~\n\n| a~b | c~d |\n|---|---|\n| 1~2 and 3~4 | ~~x~~ |\n").html.replacing("\n", with: "")
                == "<p>487~615 ms, 98~102 tok/s, <del>gone</del> ~kept~</p>"
                + "<div class=\"scroll\" role=\"region\" aria-label=\"Table at line 3\" tabindex=\"0\"><table><thead><tr>"
                + "<th scope=\"col\">a~b</th><th scope=\"col\">c~d</th></tr></thead>"
                + "<tbody><tr><td>1~2 and 3~4</td><td><del>x</del></td></tr></tbody></table></div>")
    }

    @Test func `raw HTML is shown and never runs`() {
        #expect(
            page("<script>alert(1)</script>\n\na <b onclick=x>b</b>\n").html == """
                <pre class="raw-html"><code>&lt;script&gt;alert(1)&lt;/script&gt;
                </code></pre>
                <p>a &lt;b onclick=x&gt;b&lt;/b&gt;</p>

                """)
    }

    @Test(arguments: [
        ("[a](https://x.example/?q=1&r)", #"<a href="https://x.example/?q=1&amp;r" rel="noopener noreferrer nofollow">a</a>"#),
        ("[a](//x.example)", #"<a href="//x.example" rel="noopener noreferrer nofollow">a</a>"#),
        ("[a](mailto:b@c.example)", #"<a href="mailto:b@c.example">a</a>"#),
        ("www.x.example.", #"<a href="http://www.x.example" rel="noopener noreferrer nofollow">www.x.example</a>."#),
        ("[a](docs/b.md)", #"<a href="/files/docs/b.md">a</a>"#),
        ("[*a*](gone.md)", "<em>a</em>"),
        ("[a](javascript:alert)", "a"),
        ("[a](JaVaScRiPt&#58;alert)", "a"),
        ("[a](java&#10;script:alert)", "a"),
        ("[a](data:text/html,b)", "a"),
        ("[a](vbscript:b)", "a"),
        ("[a](file:///etc/passwd)", "a"),
        ("![a](docs/b.png)", #"<img src="/files/docs/b.png" alt="a" loading="lazy">"#),
        ("![a *b* `c`](gone.png)", "a b c"),
        ("![a](https://x.example/b.png)", #"<a href="https://x.example/b.png" rel="noopener noreferrer nofollow">a</a>"#),
        ("[![a](https://x.example/b.png)](https://y.example)", #"<a href="https://y.example" rel="noopener noreferrer nofollow">a</a>"#),
        ("![a](data:image/png;base64,AAAA)", "a"),
    ])
    func `only safe links stay links`(markdown: String, html: String) {
        #expect(page(markdown).html == "<p>\(html)</p>\n")
    }

    @Test func `what does not resolve is reported with line and column of the whole file`() {
        let part = "Ein Überblick: [a](gone.md) und ![b](lost.png)\n\n| x |\n|---|\n| [c](away.md) |\n\nend [d](off.md)\n"
        let report = page(part, firstLine: 41).report
        #expect(report.diagnostics.map { $0.location?.description } == ["report.md:41:20", "report.md:41:38", "report.md:45:7", "report.md:47:9"])
        #expect(report.diagnostics.first?.excerpt?.line == "Ein Überblick: [a](gone.md) und ![b](lost.png)")
        #expect(report.diagnostics.first?.excerpt?.length == 7)
    }

    @Test func `tables scroll, name their header cells and align by class`() {
        #expect(
            page("| a | b | c |\n|:-:|--:|:--|\n| 1 | 2 |\n").html == """
                <div class="scroll" role="region" aria-label="Table at line 1" tabindex="0"><table>
                <thead>
                <tr><th scope="col" class="center">a</th><th scope="col" class="right">b</th><th scope="col" class="left">c</th></tr>
                </thead>
                <tbody>
                <tr><td class="center">1</td><td class="right">2</td><td class="left"></td></tr>
                </tbody>
                </table></div>

                """)
    }

    @Test func `task items say what they are`() {
        #expect(
            page("- [x] a\n- [ ] b\n").html == """
                <ul>
                <li class="task"><input type="checkbox" disabled checked aria-label="Done"> a</li>
                <li class="task"><input type="checkbox" disabled aria-label="Not done"> b</li>
                </ul>

                """)
    }

    @Test func `a fenced block can be drawn`() {
        let html = page("text\n\n> ```chart kind=bar\n> 1 2\n> ```\n\n```swift\nlet a = 1\n```\n", firstLine: 10) {
            $0.drawFence = { block in
                guard block.info == "chart kind=bar" else { return nil }
                return FencedDrawing(ByteBuffer("<figure>\(block.line): \(String(decoding: block.literal, as: UTF8.self))</figure>\n".utf8))
            }
        }.html
        #expect(
            html == """
                <p>text</p>
                <blockquote>
                <figure>12: 1 2
                </figure>
                </blockquote>
                <pre><code class="language-swift">let a = 1
                </code></pre>

                """)
    }

    @Test func `a fenced block that can't be drawn is shown as code, and says why`() {
        let rendering = page("```chart\n1\n```\n") { $0.drawFence = { _ in FencedDrawing(diagnostics: [.error("no figures")]) } }
        #expect(rendering.html == "<pre><code class=\"language-chart\">1\n</code></pre>\n")
        #expect(rendering.report.diagnostics == [.error("no figures")])
    }

    @Test func `blocks in another script say their language`() {
        #expect(
            page("Plain.\n\nПривет, мир.\n\n- 你好\n\n| தமிழ் |\n|---|\n| ab |\n").html == """
                <p>Plain.</p>
                <p lang="ru" dir="auto">Привет, мир.</p>
                <ul>
                <li><span lang="zh" dir="auto">你好</span></li>
                </ul>
                <div class="scroll" role="region" aria-label="Table at line 7" tabindex="0"><table>
                <thead>
                <tr><th scope="col" lang="ta" dir="auto">தமிழ்</th></tr>
                </thead>
                <tbody>
                <tr><td>ab</td></tr>
                </tbody>
                </table></div>

                """)
        #expect(page("Привет\n\nword\n") { $0.language = "uk" }.html == "<p>Привет</p>\n<p lang=\"en\" dir=\"auto\">word</p>\n")
    }
}
