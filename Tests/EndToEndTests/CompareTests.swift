import Foundation
import JSON
import Testing

struct CompareTests {
    /// A run file with one agent; values in ms and tok/s.
    static func run(_ id: String, suite: String, day: Int, ttft: Double, failed: Bool = false) -> String {
        let calls =
            failed
            ? ""
            : """
            {"stage": "analysis", "ttft_ms": \(ttft), "load_ms": 50, "throughput": 40, "cold": false}, \
            {"stage": "report", "ttft_ms": \(ttft * 1.02), "load_ms": 50, "throughput": 41, "cold": false}
            """
        return """
            {
              "schema": "sitegen.run/1", "id": "\(id)", "suite": "\(suite)", "scenario": "chimera_homo",
              "started_at": "2025-11-\(day < 10 ? "0\(day)" : "\(day)")T10:00:00Z", "producer": {"program": "p", "language": "rust"},
              "executions": [{"slot": "insight", "model": "m", "status": "\(failed ? "failed" : "completed")",
                "configuration": {"num_ctx": 512}, "ttft_definition": "first_chunk", "metrics": {}, "calls": [\(calls)]}],
              "provenance": {"importer": "test", "sources": [], "notes": []}
            }
            """
    }

    static func site(newest: Double) throws -> Scratch {
        let site = try Scratch()
        for day in 1...15 {
            let ttft = day == 15 ? newest : 600 + Double(day * 37 % 23)
            try site.write(run("s/run_\(day)", suite: "s", day: day, ttft: ttft), to: "content/runs/s/run_\(day)/run.json")
        }
        return site
    }

    @Test func `the gate fails on a regression that nobody acknowledged, and only on that`() throws {
        let site = try Self.site(newest: 1200)
        let open = try site.sitegen("compare", "--latest", "--fail-on", "regression")
        #expect(open.exitCode == 1)
        #expect(open.errors.contains("regression: insight, TTFT, warm"))
        try site.write(
            "[[acknowledged]]\nrun = \"s/run_15\"\nmetric = \"ttft\"\nreason = \"larger prompt\"\nby = \"ops\"\ndate = 2025-11-16\n",
            to: "content/acknowledged.toml")
        let closed = try site.sitegen("compare", "--latest", "--fail-on", "regression", "--format", "json")
        #expect(closed.exitCode == 0)
        let rows = try #require(try JSON(parsing: Array(closed.output.utf8))["rows"]?.array)
        let ttft = try #require(rows.first { $0["metric"]?.string == "ttft" })
        #expect(ttft["verdict"]?.string == "regression")
        #expect(ttft["acknowledged"]?.bool == true)
    }

    @Test func `JSON has the keys of the design, in every row`() throws {
        let result = try Self.site(newest: 610).sitegen("compare", "s/run_1", "latest", "--format", "json")
        #expect(result.exitCode == 0)
        let report = try JSON(parsing: Array(result.output.utf8))
        #expect(report.keys == ["a", "b", "tested", "q", "rows"])
        let keys: Set = [
            "run", "suite", "scenario", "slot", "model", "configuration", "metric", "unit", "direction", "a", "b", "difference", "ratio", "interval",
            "p",
            "p_adjusted", "verdict", "acknowledged",
        ]
        let rows = try #require(report["rows"]?.array)
        #expect(!rows.isEmpty)
        for row in rows { #expect(row.keys == keys) }
    }

    @Test func `an unknown name and an unknown metric are usage errors with a suggestion`() throws {
        let site = try Self.site(newest: 610)
        let name = try site.sitegen("compare", "s/run_1", "s/rum_2")
        #expect(name.exitCode == 64)
        #expect(name.errors.contains("no run, suite or configuration is called 's/rum_2'; did you mean 's/run_2'?"))
        let metric = try site.sitegen("compare", "--latest", "--metric", "tfft")
        #expect(metric.exitCode == 64)
        #expect(metric.errors.contains("unknown metric 'tfft'; did you mean 'ttft'?"))
        #expect(try site.sitegen("compare", "s/run_1").exitCode == 64)
    }

    @Test func `text, Markdown and HTML say the same`() throws {
        let site = try Self.site(newest: 1200)
        for format in ["text", "markdown", "html"] {
            let result = try site.sitegen("compare", "--latest", "--format", format)
            #expect(result.exitCode == 0)
            #expect(result.output.contains("1 of 2 series regressed and none improved"))
        }
    }

    @Test func `a comment on a pull request is short, has the worst first, and calls on nobody`() throws {
        let site = try Scratch()
        for day in 1...14 {
            let slots = (1...30).map { number in
                let ttft = (600 + Double(day * 37 % 23)) * (day == 14 ? 1.2 + Double(number) / 100 : 1)
                return """
                    {"slot": "a\(number) @team #7 ~~x~~ | `y` <b> https://example.org", "model": "m", "status": "completed", "configuration": {},
                     "ttft_definition": "first_chunk", "metrics": {}, "calls": [{"stage": "s", "ttft_ms": \(ttft), "load_ms": 50, "cold": false}]}
                    """
            }
            try site.write(
                """
                {"schema": "sitegen.run/1", "id": "s/run_\(day)", "suite": "s", "scenario": "x",
                 "started_at": "2025-11-\(10 + day)T10:00:00Z", "producer": {"program": "p"}, "executions": [\(slots.joined(separator: ", "))],
                 "provenance": {"importer": "test", "sources": [], "notes": []}}
                """, to: "content/runs/s/run_\(day)/run.json")
        }
        let comment = try site.sitegen("compare", "--latest", "--format", "markdown").output
        let lines = comment.split(separator: "\n", omittingEmptySubsequences: false)
        #expect(lines.count < 60)
        #expect(lines[0] == "**30 of 30 series regressed and none improved.**")
        let rows = lines.filter { $0.hasPrefix("| a") }
        #expect(rows.count == 20)
        #expect(rows[0].hasPrefix("| a30 \\@\u{2060}team \\#\u{2060}7 \\~\\~x\\~\\~ \\| \\`y\\` \\<b\\> https\\:\u{2060}//example.org, TTFT, warm |"))
        #expect(lines.contains("and 10 more."))
        #expect(lines.dropLast().last == "30 regressions; 30 rows tested together.")
        #expect(rows.allSatisfy { $0.replacing("\\|", with: "").count { $0 == "|" } == 10 })
        #expect(comment.firstMatch(of: /[@#][A-Za-z0-9]|https:\/\/|[^\\][~<`]/) == nil)
    }

    @Test(arguments: [50, 72, 80, 100, 140]) func `text fits the terminal, and its columns stand under each other`(width: Int) throws {
        let site = try Self.site(newest: 1200)
        try site.write(
            Self.run("t/run_1", suite: "t", day: 16, ttft: 700).replacing("\"m\"", with: "\"a/model/with-a-very-long-name-of-its-own:8b-q4_K_M\""),
            to: "content/runs/t/run_1/run.json")
        let text = try site.sitegen("compare", "s", "t", environment: ["COLUMNS": "\(width)"]).output
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        #expect(lines.allSatisfy { $0.count <= width })
        #expect(lines.allSatisfy { !$0.hasSuffix(" ") })
        let head = try #require(lines.first { $0.contains("unit") })
        #expect(head.hasPrefix("series") == (width > 50))
        let verdict = try #require(head.firstRange(of: "verdict")).lowerBound
        let place = head.distance(from: head.startIndex, to: verdict)
        #expect(lines.filter { $0.contains("  not enough data") }.allSatisfy { $0.dropFirst(place) == "not enough data" })
        #expect(head.contains("interval") == (width > 50))
    }

    @Test func `mistakes in the files of acknowledged changes and of series are errors at their lines`() throws {
        let site = try Self.site(newest: 610)
        try site.write(
            "[[acknowledged]]\nrun = \"s/run_99\"\nmetric = \"ttft\"\n\n[[acknowledged]]\nmetric = \"ttft\"\nreson = \"x\"\n",
            to: "content/acknowledged.toml")
        try site.write("[[join]]\nseries = [\"chimera_homo/insight/m/num_ctx512/q\", \"x\"]\nreason = \"r\"\n", to: "content/series.toml")
        let result = try site.sitegen("build")
        #expect(result.exitCode == 1)
        #expect(result.errors.contains("content/acknowledged.toml:2:7: error: no run has the id 's/run_99'"))
        #expect(result.errors.contains("content/acknowledged.toml:5:3: error: 'run' is missing"))
        #expect(result.errors.contains("content/acknowledged.toml:7:1: error: unknown key 'reson'; did you mean 'reason'?"))
        #expect(
            result.errors.contains(
                "content/series.toml:2:10: error: no series has the id 'chimera_homo/insight/m/num_ctx512/q'; did you mean 'chimera_homo/insight/m/num_ctx512-rust/p'?"
            ))
        #expect(site.exists("site/index.html"))
    }

    @Test func `pages, data files, exports and the browser's samples agree on which calls are cold`() throws {
        let site = try Scratch()
        try site.write(
            """
            {"schema": "sitegen.run/1", "id": "s/a", "suite": "s", "scenario": "single_agent", "run_number": 1, "started_at": "2025-11-15T10:00:00Z",
            "producer": {"program": "p"}, "executions": [{"slot": "a", "model": "m", "status": "completed", "configuration": {},
            "ttft_definition": "first_chunk", "metrics": {}, "calls": [
            {"stage": "analysis", "ttft_ms": 1150, "load_ms": 965, "cold": false}, {"stage": "report", "ttft_ms": 60, "load_ms": 50, "cold": false}]}],
            "provenance": {"importer": "test", "sources": [], "notes": []}}
            """, to: "content/runs/s/a/run.json")
        for (limit, cold, warm) in [(nil, 0, "605"), (800, 1, "60")] as [(Int?, Int, String)] {
            try site.write("title = \"T\"\n" + (limit.map { "cold-load-ms = \($0)\n" } ?? ""), to: "content/site.toml")
            try site.sitegen("build")
            let calls = try site.text("site/runs/s/a.csv").split(separator: "\n").dropFirst()
            #expect(calls.count { $0.contains(",true") } == cold)
            #expect(try site.text("site/data/comparison-samples.js").contains("[0,\"a\",0,0,0,\(warm)"))
            #expect(try site.sitegen("export").output.contains("\"cold\":\(cold)"))
            #expect(try site.sitegen("export", "--records", "calls").output.contains("\"cold\":true") == (cold == 1))
            #expect(try site.text("site/runs/s/a.html").contains("cold") || cold == 0)
        }
    }

    @Test func `a declared comparison of something that is not there is an error at its line`() throws {
        let site = try Self.site(newest: 610)
        try site.write("title = \"T\"\ncomparisons = [[\"s/run_1\", \"s/run_2\"], [\"s/run_1\", \"s/rum_3\"]]\n", to: "content/site.toml")
        let result = try site.sitegen("build")
        #expect(result.exitCode == 1)
        #expect(result.errors.contains("content/site.toml:2:40: error: no run, suite or configuration is called 's/rum_3'; did you mean 's/run_3'?"))
        #expect(site.exists("site/compare/s-run_1..s-run_2.html"))
    }
}
