import AgentRuns
import Testing

@testable import RunImport

/// Which suite a result belongs to, by the folders that its tool makes.
struct ServingLayoutTests {
    private func ids(_ files: String) async throws -> [String] {
        let scratch = try Scratch(files)
        return await RunImporter().readRuns(at: [scratch.path("in")]).runs.map(\.run.id).sorted()
    }

    private func vllm(_ concurrency: Int, _ rest: String = "") -> String {
        """
        {"model_id": "m", "tokenizer_id": "m", "num_prompts": 4, "request_throughput": 2.5, "completed": 4, "total_input_tokens": 40, \
        "max_concurrency": \(concurrency), "mean_ttft_ms": 5\(concurrency)\(rest)}
        """
    }

    private func aiperf(_ latency: Int) -> String {
        """
        {"input_config": {}, "was_cancelled": false, "request_latency": {"unit": "ms", "avg": \(latency)}}
        """
    }

    @Test func `results that are named alike take their folders' names, so that a sweep is one suite`() async throws {
        let found = try await ids(
            """
            -- in/nightly/c1/profile_export_aiperf.json --
            \(aiperf(180))
            -- in/nightly/c4/profile_export_aiperf.json --
            \(aiperf(190))
            -- in/nightly/profile_runs/run_0001/profile_export_aiperf.json --
            \(aiperf(200))
            """)
        #expect(found == ["nightly/c1", "nightly/c4", "nightly/profile_runs/run_0001"])
    }

    @Test func `a file with such a name in the imported folder itself is named by no folder above`() async throws {
        let found = try await ids("-- in/profile_export_aiperf.json --\n\(aiperf(180))")
        #expect(found == ["in/profile_export_aiperf"])
    }

    @Test func `a sweep of vLLM is one suite, without its warm-ups`() async throws {
        let found = try await ids(
            """
            -- in/sweep/BENCH--max_concurrency=2/run=0.json --
            \(vllm(2, ", \"run_number\": 0"))
            -- in/sweep/BENCH--max_concurrency=2/warmup.json --
            \(vllm(2, ", \"run_number\": -1"))
            -- in/sweep/BENCH--max_concurrency=4/run=0.json --
            \(vllm(4, ", \"run_number\": 0"))
            """)
        #expect(found == ["sweep/bench--max_concurrency-2-run-0", "sweep/bench--max_concurrency-4-run-0"])
    }
}
