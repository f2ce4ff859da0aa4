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
