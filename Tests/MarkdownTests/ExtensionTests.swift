import Markdown
import Testing

/// Cases that are easy to get wrong; what is right was taken from cmark-gfm 0.29.0.gfm.6.
@Suite struct ExtensionTests {
    @Test(arguments: [
        ("~a *b~ c*", "<del>a *b</del> c*"),
        ("*~a~*", "<em><del>a</del></em>"),
        ("~~a~b~~", "<del>a~b</del>"),
        ("a ~~~b~~~ c~", "a ~~~b~~~ c~"),
        ("&#87654321; &#00000065;", "\u{FFFD} A"),
        ("\\~a~", "~a~"),
        ("`~a~` ~b~", "<code>~a~</code> <del>b</del>"),
        ("[~a~](b) ~c~", "<a href=\"b\"><del>a</del></a> <del>c</del>"),
        ("https://a.example/_b_/__init__.py", "<a href=\"https://a.example/_b_/__init__.py\">https://a.example/_b_/__init__.py</a>"),
        ("**www.a.example**", "<strong><a href=\"http://www.a.example\">www.a.example</a></strong>"),
        ("[x http://a.example", "[x http://a.example"),
        ("(http://a.example/b(c)))", "(<a href=\"http://a.example/b(c)\">http://a.example/b(c)</a>))"),
        ("\\ftp://a", "\\<a href=\"ftp://a\">ftp://a</a>"),
        ("xmpp:a@b.c/d mailto:e@f.g.", "<a href=\"xmpp:a@b.c/d\">xmpp:a@b.c/d</a> <a href=\"mailto:e@f.g\">mailto:e@f.g</a>."),
        ("<m0-d>x<m0-D> ~y~", "<!-- raw HTML omitted -->x<!-- raw HTML omitted --> <del>y</del>"),
    ])
    func `inlines`(markdown: String, html: String) {
        #expect(plain(markdown) == "<p>\(html)</p>\n")
    }

    @Test func `a table may follow a paragraph and be ended by other blocks`() {
        #expect(
            plain("text\n| a\n| -\n<b>\n") == """
                <p>text</p>
                <table>
                <thead>
                <tr>
                <th>a</th>
                </tr>
                </thead>
                </table>
                <!-- raw HTML omitted -->

                """)
    }

    @Test func `cells see definitions that come later`() {
        #expect(
            plain("| [x] |\n|---|\n| ~~[x]~~ |\n\n[x]: /y\n") == """
                <table>
                <thead>
                <tr>
                <th><a href="/y">x</a></th>
                </tr>
                </thead>
                <tbody>
                <tr>
                <td><del><a href="/y">x</a></del></td>
                </tr>
                </tbody>
                </table>

                """)
    }

    @Test func `a lazy line does not go on with a table`() {
        #expect(plain("> | a |\n> |---|\n> | b |\nc\n").hasSuffix("</table>\n</blockquote>\n<p>c</p>\n"))
    }

    @Test func `text behind a box is a paragraph, whatever it looks like`() {
        #expect(
            plain("- [ ] # a\n- [x] > b\n") == """
                <ul>
                <li><input type="checkbox" disabled="" /> # a</li>
                <li><input type="checkbox" checked="" disabled="" /> &gt; b</li>
                </ul>

                """)
    }

    @Test func `without extensions nothing of them is seen`() {
        #expect(plain("| a |\n|---|\n~~b~~ www.c.example", extensions: .none) == "<p>| a |\n|---|\n~~b~~ www.c.example</p>\n")
    }

    @Test func `an empty document is nothing`() {
        #expect(plain("") == "")
        #expect(page("").html == "")
    }
}
