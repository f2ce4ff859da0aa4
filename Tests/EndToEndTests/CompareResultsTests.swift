import Foundation
import JSON
import Testing

/// Result files that are judged and not stored.
struct CompareResultsTests {
    /// A result of vLLM's benchmark at one load.
    private static func result(_ date: String?, load: Int, ttft: Double) -> String {
        """
        {\(date.map { "\"date\": \"\($0)\", " } ?? "")"backend": "vllm", "model_id": "org/small", "tokenizer_id": "org/small", "num_prompts": 90,
         "request_rate": "inf", "max_concurrency": \(load), "duration": 45.0, "completed": 90, "total_input_tokens": 9000,
         "total_output_tokens": 4500, "request_throughput": 2.0, "output_throughput": 100.0, "mean_ttft_ms": \(ttft * 1.1),
         "median_ttft_ms": \(ttft), "p99_ttft_ms": \(ttft * 2)}
        """
    }

    /// Twelve nights at two loads, stored.
    private func site() throws -> Scratch {
        let site = try Scratch()
        for night in 10..<22 {
            for load in [4, 16] {
                let ttft = Double(50 + load) * (1 + Double(night * 7 % 5 - 2) / 100)
                try site.write(Self.result("202604\(night)-020000", load: load, ttft: ttft), to: "nights/\(night)/load\(load).json")
            }
        }
        #expect(try site.sitegen("import", "nights").exitCode == 0)
        return site
    }

    /// The rows as `metric, load: verdict`.
    private func rows(_ result: Scratch.Result) throws -> [String] {
        let rows = try #require(try JSON(parsing: Array(result.output.utf8))["rows"]?.array)
        return rows.map { row in
            "\(row["metric"]?.string ?? ""), \(row["configuration"]?["concurrency"]?.integer ?? 0): \(row["verdict"]?.string ?? "")"
        }
    }

    @Test func `results are held against the history as its newest runs, and nothing is stored`() throws {
        let site = try site()
        try site.write(Self.result("20260501-020000", load: 4, ttft: 81), to: "results/now.json")
        let before = try site.files(below: "content")
        let found = try site.sitegen("compare", "--latest", "--with", "results", "--format", "json", "--fail-on", "regression")
        #expect(
            try rows(found) == [
                "ttft, 4: regression", "ttft_p99, 4: regression", "output_throughput, 4: no_change", "total_throughput, 4: no_change", "request_throughput, 4: no_change",
            ])
        #expect(found.exitCode == 1)
        #expect(found.errors.contains("regression: vllm, TTFT, all requests +50."))
        #expect(try site.files(below: "content") == before)
        try site.write(Self.result("20260501-020000", load: 4, ttft: 54.2), to: "results/now.json")
        #expect(try site.sitegen("compare", "--latest", "--with", "results", "--fail-on", "regression").exitCode == 0)
    }

    @Test func `a result without a date, and one that is older than the stored ones, are the newest all the same`() throws {
        let site = try site()
        try site.write(Self.result(nil, load: 4, ttft: 81), to: "undated.json")
        try site.write(Self.result("20260101-020000", load: 16, ttft: 99), to: "older.json")
        let found = try site.sitegen("compare", "--latest", "--with", "undated.json", "older.json", "--format", "json")
        #expect(try rows(found).filter { $0.hasSuffix("regression") } == [
                "ttft, 4: regression", "ttft_p99, 4: regression", "ttft, 16: regression", "ttft_p99, 16: regression",
            ])
        #expect(!found.output.contains("2026"))
    }

    @Test func `what is stored already is named and left out`() throws {
        let site = try site()
        let known = try site.sitegen("compare", "--latest", "--with", "nights/12", "--fail-on", "regression")
        #expect(known.exitCode == 0)
        #expect(known.output.hasPrefix("Nothing to judge.\nThe given runs against the history of their series. There is no new run.\n"))
        #expect(known.errors.contains("note: '12/load4' is stored already, as '12/load4', and is left out"))
    }

    @Test func `a path that gives no run is an error, and what else is given is judged`() throws {
        let site = try site()
        try site.write("{\"neither\": 1}", to: "other/thing.json")
        try site.write(Self.result(nil, load: 4, ttft: 54), to: "now.json")
        let none = try site.sitegen("compare", "--latest", "--with", "other")
        #expect(none.exitCode == 1)
        #expect(none.output == "")
        #expect(none.errors == "other: error: no run was found here: thing.json (JSON of no known format)\n")
        let some = try site.sitegen("compare", "--latest", "--with", "other", "now.json", "--format", "json")
        #expect(some.exitCode == 1)
        #expect(try rows(some).count == 5)
        #expect(try site.sitegen("compare", "a", "b", "--with", "now.json").exitCode == 64)
    }

    @Test func `runs that the program itself recorded into another folder are results, too, and one that failed fails the gate`() throws {
        let site = try CompareTests.site(newest: 610)
        try site.write(CompareTests.run("s/run_1", suite: "s", day: 20, ttft: 0, failed: true), to: "results/runs/s/run_1/run.json")
        let found = try site.sitegen("compare", "--latest", "--with", "results", "--format", "markdown", "--fail-on", "regression")
        #expect(found.exitCode == 1)
        #expect(found.output.hasPrefix("**The newest run of insight failed; no other change in three series.**\n"))
        #expect(found.errors.contains("failed: insight (s/run_1@given-1, chimera_homo, m, num_ctx 512, rust)"))
    }

    @Test func `the workflow of a new site gates pull requests with a command that the program takes`() throws {
        let site = try site()
        #expect(try site.sitegen("init").exitCode == 0)
        let workflow = try site.text(".github/workflows/pages.yml")
        #expect(
            workflow.contains("sitegen compare --latest --with results --format markdown --fail-on regression > comment.md\n"))
        try site.write(Self.result(nil, load: 4, ttft: 54), to: "results/now.json")
        let gate = try site.sitegen("compare", "--latest", "--with", "results", "--format", "markdown", "--fail-on", "regression")
        #expect(gate.exitCode == 0)
        #expect(gate.output.hasPrefix("**No change in five series.**\n"))
    }
}
