import Testing

/// Every mistake in a chart block is named at its place, and the block is shown as code.
struct ChartBlockMistakeTests {
    @Test(arguments: [
        // The block's own first line is the fourth of the file.
        ("metric = \"tfft\"", "4:10: error: unknown metric 'tfft'; did you mean 'ttft'?"),
        ("metric = \"throughput\"", "4:10: error: unknown metric 'throughput'; did you mean 'output_throughput'?"),
        ("metric = \"zzz\"", "4:10: error: unknown metric 'zzz'; one is 'ttft'"),
        ("metric = 7", "4:10: error: 'metric' must be a string"),
        ("metrik = \"ttft\"", "4:1: error: unknown key 'metrik'; did you mean 'metric'?"),
        ("metric = \"ttft\"\nkind = \"histroy\"", "5:8: error: unknown kind 'histroy'; did you mean 'history'?"),
        ("metric = \"ttft\"\nkind = [\"history\"]", "5:8: error: 'kind' must be a string"),
        (
            "metric = \"ttft\"\nwhere = { model = \"gemma\" }",
            "5:19: error: no run has model 'gemma'; did you mean 'gemma3:latest'?"
        ),
        ("metric = \"ttft\"\n[where]\n  modle = \"x\"", "6:3: error: unknown field 'modle'; did you mean 'model'?"),
        ("metric = \"ttft\"\nwhere = { num_ctx = [512, 513] }", "5:27: error: no run has num_ctx 513; the runs have 512 and 1024"),
        (
            "metric = \"ttft\"\nwhere.num_ctx = \"512\"",
            "5:17: error: no run has num_ctx '512'; its values are written without quotation marks"
        ),
        ("metric = \"ttft\"\nwhere.top_k = 4", "5:15: error: no run has a value of 'top_k'"),
        ("metric = \"ttft\"\nwhere.suite = \"lab/week\"", "5:15: error: no run has suite 'lab/week'; did you mean 'lab/week1'?"),
        ("metric = \"ttft\"\nwhere.slot = []", "5:14: error: 'slot' has no values, so no run would be drawn; name one, or leave it out"),
        (
            "metric = \"ttft\"\nwhere.slot = { a = 1 }",
            "5:14: error: 'slot' must be a string, a number, true or false, or an array of them"
        ),
        (
            "metric = \"ttft\"\nwhere.slot = [\"insight\", [1]]",
            "5:26: error: 'slot' must be a string, a number, true or false, or an array of them"
        ),
        ("metric = \"ttft\"\nwhere = \"slot\"", "5:9: error: 'where' must be a table"),
        ("metric = \"ttft\"\ngroup-by = \"num_ctxx\"", "5:12: error: unknown field 'num_ctxx'; did you mean 'num_ctx'?"),
        ("metric = \"ttft\"\ngroup-by = [\"slot\", \"slott\"]", "5:21: error: unknown field 'slott'; did you mean 'slot'?"),
        ("metric = \"ttft\"\ngroup-by = [\"slot\", \"slot\"]", "5:21: error: 'slot' is there twice"),
        ("metric = \"ttft\"\ngroup-by = 3", "5:12: error: 'group-by' must be a string or an array of strings"),
        ("metric = \"ttft\"\ntitle = 3", "5:9: error: 'title' must be a string"),
        ("metric = \"ttft\"\nagainst = \"ttft\"", "5:1: error: a chart of kind 'history' has no 'against'; leave it out"),
        ("kind = \"timeline\"\ngroup-by = \"slot\"", "5:1: error: a chart of kind 'timeline' has no 'group-by'; leave it out"),
        (
            "kind = \"timeline\"",
            "4:8: error: a chart of kind 'timeline' draws one run, and 4 match; name one with where = { run = \"lab/week2/run_4\" }"
        ),
        (
            "metric = \"ttft\"\nkind = \"bars\"",
            "5:8: error: bars are for totals and counts, and 'ttft' is neither; 'intervals' draws its medians"
        ),
        (
            "metric = \"load_duration\"\nkind = \"scatter\"",
            "4:10: error: a scatter of 'load_duration' needs a second metric; name it with 'against'"
        ),
        ("metric = \"ttft\"\nkind = \"scatter\"\nagainst = \"ttft\"", "6:11: error: 'against' is the same metric; name another"),
        (
            "metric = \"ttft\"\nkind = \"scatter\"\nagainst = \"output_throughputs\"",
            "6:11: error: unknown metric 'output_throughputs'; did you mean 'output_throughput'?"
        ),
        (
            "metric = \"output_throughput\"\nkind = \"heatmap\"",
            "5:8: error: a heatmap needs two options, and only 'num_ctx' differs among these runs; name two fields with 'group-by'"
        ),
        (
            "metric = \"output_throughput\"\nkind = \"heatmap\"\nwhere.slot = \"insight\"",
            "5:8: error: a heatmap needs two options, and no option differs among these runs; name two fields with 'group-by'"
        ),
        (
            "metric = \"output_throughput\"\nkind = \"heatmap\"\ngroup-by = \"num_ctx\"",
            "6:12: error: a heatmap has two fields, one for its rows and one for its columns, such as [\"num_gpu\", \"num_ctx\"]"
        ),
        ("metric = ", "4:10: error: invalid TOML: a value is missing"),
        ("metric = \"ttft\"\nmetric = \"ttft\"", "5:1: error: invalid TOML: 'metric' is there twice"),
        ("title = \"x\"", "3:1: error: the chart has no metric; name one, such as metric = \"ttft\""),
        ("", "3:1: error: the chart has no metric; name one, such as metric = \"ttft\""),
    ])
    func `a mistake is an error at its line and column`(toml: String, expected: String) throws {
        let page = try ChartBlockScratch.block(toml)
        #expect(page.places == [expected])
        #expect(page.hasErrors)
        #expect(page.html.contains("<code class=\"language-chart\">"), "the block is shown as it is written")
        #expect(!page.html.contains("<figure"), "nothing is half drawn")
        #expect(page.html.contains("<p>After.</p>"))
    }

    @Test func `front matter counts, and several mistakes come in the order of the file`() throws {
        let page = try ChartBlockScratch(
            """
            +++
            title = "P"
            +++

            ~~~ chart
            kind = "pie"
            where = { slots = "insight", model = "gemma3:lates" }
            metric = "tft"
            ~~~
            """)
        #expect(
            page.messages == """
                p.md:6:8: error: unknown kind 'pie'; the kinds are 'history', 'distribution', 'bars', 'intervals', 'scatter', 'heatmap', 'timeline' and 'phases'
                6 | kind = "pie"
                  |        ^~~~~
                p.md:7:11: error: unknown field 'slots'; did you mean 'slot'?
                7 | where = { slots = "insight", model = "gemma3:lates" }
                  |           ^~~~~
                p.md:7:38: error: no run has model 'gemma3:lates'; did you mean 'gemma3:latest'?
                7 | where = { slots = "insight", model = "gemma3:lates" }
                  |                                      ^~~~~~~~~~~~~~
                p.md:8:10: error: unknown metric 'tft'; did you mean 'ttft'?
                8 | metric = "tft"
                  |          ^~~~~
                """)
    }

    @Test(arguments: [
        ("> ```chart\n> metric = \"tfft\"\n> ```\n", "2:12: error: unknown metric"),
        ("- item\n\n  ```chart\n  metric = \"tfft\"\n  ```\n", "4:12: error: unknown metric"),
        ("1. ä\n\n\t```chart\n\tmetric = \"tfft\"\n\t```\n", "4:11: error: unknown metric"),
        ("   ```chart\n   metric = \"tfft\"\n   ```\n", "2:13: error: unknown metric"),
        ("```chart\r\n\r\nmetric = \"tfft\"\r\n```\r\n", "3:10: error: unknown metric"),
        ("```chart\ntitle = \"ä€😀\" \nmetric = 'tfft'", "3:10: error: unknown metric"),
        ("> ```chart\n> title = 1\n", "2:11: error: 'title' must be a string"),
    ])
    func `columns are those of the file, whatever the block stands in`(page: String, expected: String) throws {
        let places = try ChartBlockScratch(page).places
        #expect(places.first?.hasPrefix(expected) == true, "\(places)")
    }

    @Test func `a filter that nothing matches is a warning, and the figure says so`() throws {
        let page = try ChartBlockScratch.block(
            "metric = \"ttft\"\ntitle = \"None\"\nwhere = { slot = \"insight\", model = \"gemma3:latest\" }")
        #expect(page.places == ["3:1: warning: no run matches all of this chart's 'where'"])
        #expect(!page.hasErrors)
        #expect(page.html.contains("<p><strong>None</strong></p>\n<figure><p class=\"no-data\">No run matches this chart.</p></figure>"))
    }

    @Test func `a metric that none of the runs has is a warning`() throws {
        let page = try ChartBlockScratch.block("metric = \"joules\"\nwhere.slot = \"insight\"")
        #expect(page.places == ["3:1: warning: none of the 4 executions that match has a value of 'joules'"])
        #expect(page.count("class=\"no-data\"") == 1)
    }

    @Test func `hostile blocks give a message and no crash`() throws {
        let long = String(repeating: "x", count: 60_000)
        let blocks = [
            "metric = \"\(long)\"", "title = \"\(long)\"", "where = { model = \"\(long)\" }", "\"\(long)\" = 1", "group-by = \"\(long)\"",
            "where = { model = [\(String(repeating: "\"a\", ", count: 5000))] }", "where = { \(long) = 1 }",
            (1...10_000).map { "key\($0) = \($0)" }.joined(separator: "\n"), (1...3000).map { "k\($0) = \($0)" }.joined(separator: "\n"),
            "metric = " + String(repeating: "[", count: 20_000),
            "where.model = " + String(repeating: "[", count: 90) + String(repeating: "]", count: 90),
            "where = " + String(repeating: "{ a = ", count: 5000), String(repeating: "a.", count: 30_000) + "b = 1",
            "[" + String(repeating: "a.", count: 30_000) + "b]", String(repeating: "[[a]]\n", count: 10_000), "metric = \"\u{0}\"", "[where",
            "where = { num_ctx = nan }", "where = { num_ctx = 99999999999999999999 }", "[]", "metric = 2025-13-41",
        ]
        let page = try ChartBlockScratch(blocks.map { "```chart\n\($0)\n```\n" }.joined(separator: "\n"))
        #expect(page.hasErrors)
        #expect(page.count("<code class=\"language-chart\">") == blocks.count)
        #expect(page.places.count < 20 * blocks.count)
        #expect(
            page.places.contains { $0.hasSuffix("error: a chart block has at most 64 kB; this one has 147") },
            "\(page.places.filter { $0.contains("kB") })")
        #expect(page.messages.utf8.count < 300_000)
    }
}
