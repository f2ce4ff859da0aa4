import Foundation
import Testing

struct ImportTests {
    private static let metrics = """
        {"run_number": 2, "scenario": "chimera_homo",
         "collector": {"config": {"id": "chimera_a", "label": "Chimera Agent A", "model": "m:1", "base_url": "http://localhost:1", "prompt": "secret", "options": {"num_gpu": 80, "temperature": 0.800000011920929}},
          "execution_time_s": 9.0, "result": {"agent_type": "chimera_a", "model": "m:1", "prompt": "secret", "runs": 1, "timestamp": "2025-11-13T02:00:05.470387100Z", "configuration": {}, "system_info": {"os": "windows", "arch": "x86_64", "hostname": "HOST", "rust_version": "1.90.0"},
          "aggregate_metrics": {"average_tokens_per_second": 41.0, "average_ttft_ms": 272.5, "eval_duration_ms": 9000.0, "load_duration_ms": 248.0, "prompt_eval_duration_ms": 15.0, "stddev_throughput": 0.0, "stddev_ttft": 0.0, "total_duration_ms": 9800.0, "total_tokens_generated": 381},
          "individual_runs": [{"eval_duration_ms": 9000.0, "load_duration_ms": 248.0, "prompt_eval_duration_ms": 15.0, "throughput_tokens_per_sec": 41.0, "tokens_generated": 381, "total_duration_ms": 9800.0, "ttft_ms": 272.5}]}},
         "insight": {"config": {"id": "chimera_b", "label": "Chimera Agent B", "model": "m:1", "base_url": "http://localhost:2", "prompt": "secret", "options": {"num_gpu": 80, "num_ctx": 1024}},
          "execution_time_s": 12.0, "result": {"agent_type": "chimera_b", "model": "m:1", "prompt": "secret", "runs": 1, "timestamp": "2025-11-13T02:00:08.0Z", "configuration": {}, "system_info": {"os": "windows", "arch": "x86_64", "hostname": "HOST", "rust_version": "1.90.0"},
          "aggregate_metrics": {"average_tokens_per_second": 57.0, "average_ttft_ms": 315.0, "eval_duration_ms": 11900.0, "load_duration_ms": 276.0, "prompt_eval_duration_ms": 34.0, "stddev_throughput": 0.0, "stddev_ttft": 0.0, "total_duration_ms": 12700.0, "total_tokens_generated": 678},
          "individual_runs": [{"eval_duration_ms": 11900.0, "load_duration_ms": 276.0, "prompt_eval_duration_ms": 34.0, "throughput_tokens_per_sec": 57.0, "tokens_generated": 678, "total_duration_ms": 12700.0, "ttft_ms": 315.0}]}},
         "summary": {"run_number": 2, "scenario": "chimera_homo", "collector_throughput": 41.0, "collector_ttft_ms": 272.5, "insight_throughput": 57.0, "insight_ttft_ms": 315.0, "concurrency_speedup": 1.75, "concurrent_wall_time_s": 12.0, "sequential_estimated_s": 21.0, "efficiency_percent": 87.5, "resource_contention_detected": false, "throughput_delta": 16.0, "ttft_delta_ms": -42.5}}
        """

    @Test func `runs are imported once, and what is broken or no run is named`() throws {
        let site = try Scratch(
            """
            -- in/suite/run_2/metrics.json --
            \(Self.metrics)
            -- in/broken.json --
            \(Self.metrics.dropLast(120))
            -- in/other.json --
            {"settings": [1,
            -- in/notes.md --
            # Notes
            -- in/empty.json --
            """)
        let first = try site.sitegen("import", "in")
        #expect(first.exitCode == 1)
        #expect(first.output.hasSuffix("1 new, 0 unchanged, 0 updated, 3 skipped, 1 error\n"))
        #expect(first.errors.contains("in/broken.json:10:261: error: "))
        #expect(first.errors.contains("in/other.json:2:1: warning: the text ends where a value is expected"))
        #expect(first.errors.contains("in/empty.json:1:1: warning: the file is empty"))
        let before = try site.files(below: "content")
        let second = try site.sitegen("import", "in")
        #expect(second.output.hasSuffix("0 new, 1 unchanged, 0 updated, 3 skipped, 1 error\n"))
        #expect(try site.files(below: "content") == before)
    }

    @Test func `a run that was excluded stays so, and stays stored, when its files are imported again`() throws {
        let site = try Scratch("-- in/suite/run_2/metrics.json --\n\(Self.metrics)")
        try #require(try site.sitegen("import", "in").exitCode == 0)
        let name = try #require(try site.files(below: "content/runs").keys.first { $0.hasSuffix("run.json") })
        let run = name.dropLast("/run.json".count)
        try site.write("[[excluded]]\nrun = \"\(run)\"\nreason = \"the fan had stopped\"\n", to: "content/excluded.toml")
        let before = try site.files(below: "content")
        let exported = try site.sitegen("export", "--records", "executions").output
        #expect(try site.sitegen("import", "in").output.hasSuffix("0 new, 1 unchanged, 0 updated, 0 skipped, 0 errors\n"))
        #expect(try site.files(below: "content") == before)
        #expect(try site.sitegen("export", "--records", "executions").output == exported)
        try #require(try site.sitegen("build").exitCode == 0)
        #expect(try site.text("site/runs/\(run).html").contains("Excluded:"))
    }

    @Test func `hosts, prompts and addresses are not stored`() throws {
        let site = try Scratch("-- in/suite/run_2/metrics.json --\n\(Self.metrics)")
        try #require(try site.sitegen("import", "in").exitCode == 0)
        for (name, bytes) in try site.files(below: "content") {
            let text = String(decoding: bytes, as: UTF8.self)
            for secret in ["HOST", "secret", "localhost"] { #expect(!text.contains(secret), "\(name) holds '\(secret)'") }
        }
    }

    @Test func `a dry run stores nothing, and a suite of one's own takes the place of the folder's`() throws {
        let site = try Scratch("-- in/suite/run_2/metrics.json --\n\(Self.metrics)")
        #expect(try site.sitegen("import", "in", "--dry-run").output.hasSuffix("1 new, 0 unchanged, 0 updated, 0 skipped, 0 errors\n"))
        #expect(!site.exists("content"))
        try #require(try site.sitegen("import", "in", "--suite", "nightly").exitCode == 0)
        #expect(try site.sitegen("export", "--records", "runs").output.hasPrefix("{\"run\":\"nightly/"))
        #expect(try site.sitegen("import", "in", "--suite", "../out").exitCode == 64)
    }

    @Test func `export, import, export is the identity`() throws {
        let site = try Scratch("-- in/suite/run_2/metrics.json --\n\(Self.metrics)")
        try #require(try site.sitegen("import", "in").exitCode == 0)
        let exported = try site.sitegen("export").output
        #expect(exported.split(separator: "\n").count == 2)
        try site.write(exported, to: "executions.jsonl")
        let again = try site.sitegen("import", "executions.jsonl").output
        #expect(again.hasSuffix("0 new, 1 unchanged, 0 updated, 0 skipped, 0 errors\n"), "the stored run has more than the records")
        try #require(try site.sitegen("import", "executions.jsonl", "--format", "tidy", "--content", "other").exitCode == 0)
        #expect(try site.sitegen("export", "--content", "other").output == exported)
    }

    private static func line(_ throughput: Double) -> String {
        """
        {"backend": "sglang", "max_concurrency": 8, "request_rate": 4.0, "duration": 50.0, "completed": 100, "total_input_tokens": 10000, \
        "total_output_tokens": 20000, "total_output_tokens_retokenized": 19990, "request_throughput": 2.0, "input_throughput": 200.0, \
        "output_throughput": \(throughput), "mean_ttft_ms": 120.5, "median_ttft_ms": 110.25, "p99_ttft_ms": 300.75, "mean_itl_ms": 10.0}
        """
    }

    @Test func `a file that is written anew each night keeps every night`() throws {
        let site = try Scratch("-- r/bench.jsonl --\n\(Self.line(400))")
        let first = try site.sitegen("import", "r", "--date", "2026-03-02")
        #expect(first.output == "read 1 of sglang in r\nnext: sitegen build\n1 new, 0 unchanged, 0 updated, 0 skipped, 0 errors\n")
        try site.write(Self.line(380), to: "r/bench.jsonl")
        #expect(try site.sitegen("import", "r", "--date", "2026-03-03").errors == "")
        try site.write(Self.line(390), to: "r/bench.jsonl")
        #expect(try site.sitegen("import", "r").errors.hasPrefix("r/bench.jsonl: warning: other figures than the stored run 'r/bench' has"))
        #expect(try site.sitegen("export").output.split(separator: "\n").count == 3)
        #expect(try site.sitegen("import", "r", "--date", "yesterday").exitCode == 64)
    }

    @Test func `a layout is proposed, and then read`() throws {
        let site = try Scratch("-- r/2026-03-02/a100/one.jsonl --\n\(Self.line(400))\n-- r/2026-03-03/h100/one.jsonl --\n\(Self.line(500))")
        for arguments in [["--layout", "r"], ["r", "--layout"]] {
            let proposal = try site.sitegen("import", arguments[0], arguments[1])
            #expect(proposal.exitCode == 0)
            #expect(proposal.output.hasPrefix("--layout '{date}/{hardware}/one.jsonl'\n\nfits 2 of 2 files\n"))
        }
        #expect(!site.exists("content"))
        try #require(try site.sitegen("import", "r", "--layout", "{date}/{hardware}/one.jsonl").exitCode == 0)
        #expect(try site.sitegen("export").output.contains("\"hardware\":\"a100\""))
        let wrong = try site.sitegen("import", "r", "--layout", "{date")
        #expect(wrong.exitCode == 64)
        #expect(wrong.errors.contains("--layout '{date': the '{' in '{date' has no '}'."))
    }

    @Test func `whatever a file is called, every command reads its run`() throws {
        let name = String(repeating: "x", count: 216)
        let site = try Scratch("-- in/\(name).jsonl --\n\(Self.line(400))\n-- in/page.html/data.json.jsonl --\n\(Self.line(500))")
        try #require(try site.sitegen("import", "in").exitCode == 0)
        #expect(try site.sitegen("build").exitCode == 0)
        #expect(try site.sitegen("export").output.split(separator: "\n").count == 2)
        #expect(try site.sitegen("import", "in").output.hasSuffix("0 new, 2 unchanged, 0 updated, 0 skipped, 0 errors\n"))
    }

    @Test func `a content folder that is not there exports nothing, and says so`() throws {
        let result = try Scratch().sitegen("export")
        #expect(result.exitCode == 1)
        #expect(result.errors == "content: error: there is no content folder here\n")
    }

    @Test func `the sign of a difference is the second agent's minus the first's`() throws {
        let site = try Scratch("-- in/suite/run_2/metrics.json --\n\(Self.metrics)")
        try #require(try site.sitegen("import", "in").exitCode == 0)
        let runs = try site.sitegen("export", "--records", "runs").output
        #expect(runs.contains("\"throughput_delta\":16,\"ttft_delta_ms\":42.5"))
        #expect(runs.contains("\"efficiency\":0.875"))
        #expect(try site.sitegen("export").output.contains("\"temperature\":0.8,"))
    }
}
