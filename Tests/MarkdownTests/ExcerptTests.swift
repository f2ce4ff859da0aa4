import Markdown
import Testing

@Suite struct ExcerptTests {
    private let source = """
        # Title

        one two three

        - four five
        - six seven
        - eight

        nine ten
        """

    @Test func `an excerpt ends with the block that reaches the limit`() {
        let (html, report) = page(source) { $0.wordLimit = 6 }
        #expect(html == "<h1 id=\"title\">Title</h1>\n<p>one two three</p>\n<ul>\n<li>four five</li>\n</ul>\n")
        #expect(report.isTruncated)
        #expect(report.renderedWordCount == 6)
        #expect(report.wordCount == 11)
    }

    @Test func `a limit beyond the end leaves nothing out`() {
        let report = page(source) { $0.wordLimit = 11 }.report
        #expect(!report.isTruncated)
        #expect(report.renderedWordCount == 11)
        #expect(page(source) { $0.wordLimit = 11 }.html == page(source).html)
    }

    @Test func `the tags of what encloses the end are closed`() {
        #expect(
            page("> - a b\n>   > c d\n>\n> e\n") { $0.wordLimit = 3 }.html == """
                <blockquote>
                <ul>
                <li>a b<blockquote>
                <p>c d</p>
                </blockquote>
                </li>
                </ul>
                </blockquote>

                """)
    }

    @Test func `Han and kana characters count one by one`() {
        #expect(page("漢字かな and `two words` http://a.example/b\n").report.wordCount == 8)
    }
}
