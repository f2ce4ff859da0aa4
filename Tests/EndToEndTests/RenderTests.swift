import Foundation
import Testing

struct RenderTests {
    @Test func `plain rendering is the extension's HTML and nothing else`() throws {
        let site = try Scratch(
            """
            -- a.md --
            # Title

            | a | b |
            |:--|--:|
            | `x\\|y` | ~~z~~ |

            <script>alert(1)</script>
            """)
        let gfm = try site.sitegen("render", "a.md", "--plain")
        #expect(gfm.exitCode == 0)
        #expect(gfm.output.hasPrefix("<h1>Title</h1>\n<table>\n"))
        #expect(gfm.output.contains("<td align=\"left\"><code>x|y</code></td>\n<td align=\"right\"><del>z</del></td>"))
        #expect(gfm.output.contains("<!-- raw HTML omitted -->"))
        #expect(try site.sitegen("render", "a.md", "--plain", "--extensions", "none").output.contains("<p>| a | b |"))
    }

    @Test func `a page's rendering shows hostile text and reports dead links at their line`() throws {
        let site = try Scratch(
            """
            -- a.md --
            ## Title

            <script>alert(1)</script>

            [x](javascript:alert(1)) [gone](gone.html)
            """)
        let page = try site.sitegen("render", "a.md")
        #expect(!page.output.contains("<script"))
        #expect(!page.output.contains("javascript:"))
        #expect(page.output.contains("id=\"s-title\""))
        #expect(page.errors.contains("a.md:5:"))
    }

    @Test func `ranges and front matter stand on a page as they are written`() throws {
        let site = try Scratch(
            """
            -- a.md --
            ---
            title: Report
            ---

            From 10~20 ms to 30~40 ms.
            """)
        #expect(
            try site.sitegen("render", "a.md").output
                == "<pre class=\"front-matter\"><code>---\ntitle: Report\n---</code></pre>\n<p>From 10~20 ms to 30~40 ms.</p>\n")
        #expect(
            try site.sitegen("render", "a.md", "--plain").output
                == "<hr />\n<h2>title: Report</h2>\n<p>From 10<del>20 ms to 30</del>40 ms.</p>\n")
    }

    @Test func `a file that is not there is an error`() throws {
        let result = try Scratch().sitegen("render", "none.md")
        #expect(result.exitCode == 1)
        #expect(result.errors == "none.md: error: no such file or directory\n")
    }
}
