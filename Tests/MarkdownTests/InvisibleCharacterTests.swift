import Bytes
import Markdown
import Testing

@Suite struct InvisibleCharacterTests {
    @Test(arguments: [
        ("\u{202E}", #"<span class="invisible" title="U+202E RIGHT-TO-LEFT OVERRIDE">U+202E</span>"#),
        ("\u{200B}", #"<span class="invisible" title="U+200B ZERO WIDTH SPACE">U+200B</span>"#),
        ("\u{AD}", #"<span class="invisible" title="U+00AD SOFT HYPHEN">U+00AD</span>"#),
        ("\u{96}", #"<span class="invisible" title="U+0096">U+0096</span>"#),
        ("\u{1B}", #"<span class="invisible" title="U+001B">U+001B</span>"#),
        ("\u{200D}", #"<span class="invisible" title="U+200D ZERO WIDTH JOINER">U+200D</span>"#),
        ("\u{FE0F}", #"<span class="invisible" title="U+FE0F VARIATION SELECTOR-16">U+FE0F</span>"#),
        ("\u{FEFF}", #"<span class="invisible" title="U+FEFF ZERO WIDTH NO-BREAK SPACE">U+FEFF</span>"#),
    ])
    func `a character that hides is shown`(hidden: String, shown: String) {
        #expect(page("a\(hidden)b").html == "<p>a\(shown)b</p>\n")
        #expect(page("`a\(hidden)b`").html == "<p><code>a\(shown)b</code></p>\n")
        #expect(page("    a\(hidden)b").html == "<pre><code>a\(shown)b\n</code></pre>\n")
    }

    @Test(arguments: ["👩‍👩‍👧", "❤️", "🏳️‍🌈", "क्‍ष", "می‌خواهم", "ශ්‍රී", "🏴󠁧󠁢󠁥󠁮󠁧󠁿", "1️⃣", "é", "\u{A0}x"])
    func `joiners and selectors stay where they belong`(text: String) {
        #expect(!page("x \(text)").html.contains("invisible"))
    }

    @Test func `the text of an image shows them without an element`() {
        #expect(page("![a\u{202E}b](docs/c.png)").html == "<p><img src=\"/files/docs/c.png\" alt=\"aU+202Eb\" loading=\"lazy\"></p>\n")
    }

    @Test func `bytes that are no text are replaced`() {
        var output = plainPage([0x61, 0xB0, 0xC3, 0x28, 0xED, 0xA0, 0x80, 0x00])
        #expect(output.removeLast() == "\n")
        #expect(output == "<p>a\u{FFFD}\u{FFFD}(\u{FFFD}\u{FFFD}\u{FFFD}\u{FFFD}</p>")
    }

    private func plainPage(_ bytes: [UInt8]) -> String {
        var output = ByteBuffer()
        MarkdownDocument(parsing: bytes).render(.page(PageRendering(path: "a.md")), into: &output)
        return output.string
    }
}
