import AgentRuns
import Foundation
import Testing

struct ChartBlockTests {
    @Test func `a mistake in a chart block ends the build with 1, and the page is there`() throws {
        let site = try Scratch(
            """
            -- content/pages/notes.md --
            +++
            title = "Notes"
            +++
            ```chart
            metric = "tfft"
            ```

            ```chart
            metric = "ttft"
            ```
            """)
        try site.add(.example(number: 1), .example(number: 2))
        let result = try site.sitegen("build")
        #expect(result.exitCode == 1)
        #expect(
            result.errors == """
                content/pages/notes.md:5:10: error: unknown metric 'tfft'; did you mean 'ttft'?
                5 | metric = "tfft"
                  |          ^~~~~~

                """)
        let page = try site.text("site/notes.html")
        #expect(page.contains("metric = &quot;tfft&quot;"))
        #expect(page.contains("TTFT, first chunk, warm: 2 runs"))
    }

    @Test func `a block that matches nothing is a warning, and the build ends with 0`() throws {
        let site = try Scratch(
            """
            -- content/pages/notes.md --
            ```chart
            metric = "load_duration"
            where = { slot = "chimera", status = "completed" }
            ```
            """)
        var run = Run.example(number: 1)
        run.executions[0].calls = []
        try site.add(run)
        let result = try site.sitegen("build", "--diagnostics", "json")
        #expect(result.exitCode == 0)
        #expect(result.errors.contains(#""severity":"warning","path":"content/pages/notes.md","line":1,"column":1,"#))
    }

    @Test func `a chart block in a report is code`() throws {
        let site = try Scratch(
            """
            -- content/runs/s/run_1/report.md --
            ```chart
            metric = "ttft"
            ```
            """)
        var run = Run.example(number: 1)
        run.executions[0].report = Report(file: "report.md", modelWritten: [1...3])
        try site.add(run)
        try #require(try site.sitegen("build").exitCode == 0)
        #expect(try site.text("site/runs/s/run_1.html").contains("<code class=\"language-chart\">metric = &quot;ttft&quot;"))
    }
}
