import AgentRuns
import RunImport
import Testing

struct RustAgentTests {
    private func agent(_ name: String, ttft: Double, throughput: Double, tokens: Int, calls: String, deviation: Double = 0, more: String = "")
        -> String
    {
        """
        {"agent_type": "\(name)", "model": "gemma3:latest", "configuration": {}, "runs": 1, \(calls), \(more)
         "timestamp": "2025-11-10T04:19:49.123972Z", "system_info": {"os": "windows", "arch": "x86_64", "hostname": "desk"},
         "aggregate_metrics": {"average_ttft_ms": \(ttft), "average_tokens_per_second": \(throughput), "stddev_ttft": \(deviation), "stddev_throughput": \(deviation),
          "total_tokens_generated": \(tokens), "total_duration_ms": 19852.0, "eval_duration_ms": \(tokens == 0 ? 0 : 900.5), "load_duration_ms": 0.0, "prompt_eval_duration_ms": 0.0}}
        """
    }

    private func call(ttft: Double, tokens: Int) -> String {
        """
        {"ttft_ms": \(ttft), "throughput_tokens_per_sec": \(tokens == 0 ? 0 : 98.5), "tokens_generated": \(tokens), "total_duration_ms": 19852.0, "eval_duration_ms": \(tokens == 0 ? 0 : 900.5), "load_duration_ms": 0.0, "prompt_eval_duration_ms": 0.0}
        """
    }

    @Test func `counters that never arrived are not measured`() async throws {
        let calls = "\"individual_runs\": [\(call(ttft: 4907.5, tokens: 0))]"
        let scratch = try Scratch(
            """
            -- in/benchmarks/rust/quick_test/data/metrics.json --
            {"baseline": \(agent("Baseline", ttft: 4907.5, throughput: 0, tokens: 0, calls: calls)),
             "chimera": \(agent("Chimera", ttft: 5312.5, throughput: 0, tokens: 0, calls: calls)),
             "delta": {"throughput_delta_absolute": 0.0, "ttft_delta_absolute_ms": -405.0, "baseline_ttft_ms": 4907.5, "chimera_ttft_ms": 5312.5}, "language": "rust", "timestamp": "2025-11-10T04:20:10Z", "benchmark_type": "x"}
            -- in/benchmarks/rust/quick_test/reports/baseline_report.md --
            # Baseline Agent Report

            **Model:** gemma3:latest
            **Runs:** 1
            **Timestamp:** 2025-11-10 04:19:49 UTC
            **Language:** Rust
            **System:** windows (x86_64)

            ## Configuration

            Ollama defaults

            ## Aggregate Metrics

            | Metric | Value |
            |--------|-------|
            | Average Throughput | 0.00 ± 0.00 tok/s |
            | Average TTFT | 4907.50 ± 0.00 ms |
            | Total Tokens Generated | 0 |
            | Average Total Duration | 19852.00 ms |
            | Average Prompt Eval Duration | 0.00 ms |
            | Average Eval Duration | 0.00 ms |
            | Average Load Duration | 0.00 ms |

            ## Individual Run Results

            | Run | TTFT (ms) | Throughput (tok/s) | Tokens | Duration (ms) |
            |-----|-----------|-------------------|--------|---------------|
            | 1 | 4907.50 | 0.00 | 0 | 19852.00 |


            ## Statistical Summary

            - **Throughput CV**: NaN%
            - **TTFT CV**: 0.0%
            - **Runs**: 1
            """)
        let reading = await scratch.read()
        #expect(reading.messages == [])
        let run = try #require(reading.run("benchmarks/rust/quick_test/run"))
        #expect(run.scenario == "single_agent")
        #expect(run.runNumber == nil)
        #expect(run.coordination == nil)
        #expect(run.executions.map(\.status) == [.failed, .failed])
        #expect(run.executions.map { $0[.ttft] } == [4907.5, 5312.5])
        let baseline = run.executions[0]
        #expect(baseline.metrics[.outputThroughput]?.present.map(\.value) == [nil, nil])
        #expect(baseline.metrics[.outputTokens]?.present.map(\.value) == [nil])
        #expect(baseline.metrics[.evalDuration]?.present.map(\.value) == [nil])
        #expect(baseline[.totalDuration] == 19852)
        #expect(baseline.calls.map(\.throughput) == [nil])
        #expect(baseline.calls.map(\.total) == [19852])
        #expect(baseline.report == Report(file: "baseline_report.md", modelWritten: []))
    }

    @Test func `durations of several runs are means, and a call is a repetition`() async throws {
        let calls = "\"individual_runs\": [\(call(ttft: 400, tokens: 1478)), \(call(ttft: 500, tokens: 1479))]"
        let scratch = try Scratch(
            """
            -- in/Demo_rust_agent_x/data/metrics.json --
            {"baseline": \(agent("Baseline", ttft: 450, throughput: 97.5, tokens: 2957, calls: calls, deviation: 70.5)),
             "chimera": \(agent("Chimera", ttft: 450, throughput: 97.5, tokens: 2957, calls: calls, deviation: 70.5)), "delta": {}, "language": "rust"}
            """)
        let run = try #require(await scratch.read().run("rust/single/demo_rust_agent_x/run"))
        #expect(run.provenance.dialect == "J-RSAGENT-METRICS-1")
        #expect(run.executions[0].metrics[.totalDuration]?.present.map(\.statistic) == [.mean])
        #expect(run.executions[0].metrics[.ttft]?[.stddev] == 70.5)
        #expect(run.executions[0].metrics[.ttft]?.n == 2)
        #expect(run.executions[0].calls.map(\.repetition) == [1, 2])
    }

    @Test func `calls that stand again in the workflow runs are read once, and durations are sums`() async throws {
        func staged(_ stage: String) -> String {
            "{\"run_number\": 1, \"stage\": \"\(stage)\", \"prompt\": \"p\", \"response\": \"r\", \"metrics\": \(call(ttft: 500, tokens: 1000))}"
        }
        let calls = "\"llm_calls\": [\(staged("analysis")), \(staged("report"))]"
        let more =
            "\"workflow_runs\": [{\(calls), \"data_summary\": \"Total files analyzed: 4\", \"workflow\": {\"total_seconds\": 21.5}, \"report_markdown\": \"# T\\n\\n---\\n\\nBody.\\n\"}],"
        let scratch = try Scratch(
            """
            -- in/tr109_rust_full/cfg/data/metrics.json --
            {"baseline": \(agent("Baseline", ttft: 500, throughput: 98.5, tokens: 2000, calls: calls, deviation: 1.5, more: more)),
             "chimera": \(agent("Chimera", ttft: 500, throughput: 98.5, tokens: 2000, calls: calls, deviation: 1.5, more: more)), "delta": {}, "language": "rust"}
            """)
        let run = try #require(await scratch.read().run("tr109_rust_full/cfg"))
        #expect(run.provenance.dialect == "J-RSAGENT-METRICS-2")
        #expect(run.executions[0].calls.map(\.stage) == ["analysis", "report"])
        #expect(run.executions[0].metrics[.totalDuration]?.present.map(\.statistic) == [.sum])
        #expect(run.executions[0].workflow == ["total": 21.5])
        #expect(run.executions[0].analysed?.files == ["total": 4])
        #expect(run.executions[0].report?.modelWritten == [5...5])
    }

    @Test func `without streaming the time to first token is the whole call`() async throws {
        func agent(_ name: String, _ options: String) -> String {
            "{\"agent_type\": \"\(name)\", \"model\": \"m\", \"configuration\": \(options), \"aggregate_metrics\": {\"average_tokens_per_second\": 34.5, \"average_ttft_ms\": 6368.5, \"total_duration_ms\": 6368.5, \"total_tokens_generated\": 221}}"
        }
        let scratch = try Scratch(
            """
            -- in/Demo_rust_agent_out/data/metrics.json --
            {"baseline": \(agent("baseline", "{}")), "chimera": \(agent("chimera_optimized", "{\"temperature\": 0.30000001192092896}")), "delta": {"ttft_reduction_percent": -20.0}}
            -- in/Demo_rust_agent_out/reports/comparison_report.md --
            # Chimera Agent Performance Comparison Report

            **Model:** m
            **Runs:** 1

            ## Aggregate Performance

            | Metric | Baseline | Chimera | Δ |
            |--------|----------|---------|---|
            | Average Throughput (tok/s) | 34.50 | 34.60 | +0.3% |
            | Average TTFT (ms) | 6368.50 | 6368.50 | -0.0% |
            """)
        let reading = await scratch.read()
        let run = try #require(reading.runs.first?.run)
        #expect(run.provenance.dialect == "J-RSAGENT-METRICS-0")
        #expect(run.executions.map(\.ttftDefinition) == [.totalDuration, .totalDuration])
        #expect(run.executions[1].configuration.label == "temperature 0.3")
        #expect(run.documents == ["comparison_report.md"])
        #expect(
            reading.messages == [
                "the output_throughput (mean) of 'chimera' is 34.5 in Demo_rust_agent_out/data/metrics.json and 34.6 here; the former is kept"
            ])
    }

    @Test func `reports without JSON make one run of two executions, and the technical report is a source`() async throws {
        let scratch = try Scratch(
            """
            -- in/TR116/results/single/rust/qwen2p5_7b/cfg/reports/baseline_report.md --
            \(ChimeraSample.agentReport(agent: "Baseline"))
            -- in/TR116/results/single/rust/qwen2p5_7b/cfg/reports/chimera_report.md --
            \(ChimeraSample.agentReport())
            -- in/TR116/results/single/rust/qwen2p5_7b/cfg/reports/chimera_technical_report.md --
            # Technical Report: Chimera Agent Analysis

            **Date:** 2025-11-26
            **Model:** qwen2.5:7b
            **Agent Type:** Chimera
            **Configuration:** Ollama defaults

            ---

            A short text.
            """)
        let reading = await scratch.read()
        #expect(reading.messages == [])
        let run = try #require(reading.run("tr116/single/rust/qwen2p5_7b/cfg"))
        #expect(run.executions.map(\.slot) == ["baseline", "chimera"])
        #expect(run.executions.map(\.agent) == ["Baseline", "Chimera"])
        #expect(run.executions.map { $0.report?.file } == ["baseline_report.md", "chimera_report.md"])
        #expect(run.provenance.sources.count == 3)
        #expect(run.startedAt == Timestamp("2025-11-26T21:44:01Z"))
        #expect(reading.runs[0].files.keys.sorted() == ["baseline_report.md", "chimera_report.md"])
    }

    @Test func `a comparison's host name is withheld, and a technical report stands in for a missing one`() async throws {
        let calls = "\"individual_runs\": [\(call(ttft: 400, tokens: 1478))]"
        let scratch = try Scratch(
            """
            -- in/set/cfg/data/metrics.json --
            {"baseline": \(agent("Baseline", ttft: 450, throughput: 97.5, tokens: 2957, calls: calls)), "chimera": \(agent("Chimera", ttft: 450, throughput: 97.5, tokens: 2957, calls: calls)), "delta": {}, "language": "rust"}
            -- in/set/cfg/reports/comparison_report.md --
            # Rust Agent Performance Comparison Report

            **Date:** 2025-11-26 21:44:01 UTC
            **Hostname:** desk

            ## Aggregate Performance

            | Metric | Baseline | Chimera | Δ |
            |--------|----------|---------|---|
            | Average TTFT (ms) | 450.00 ± 0.00 | 450.00 ± 0.00 | +0.0% (+0.00) |

            - **Hostname:** desk
            -- in/set/cfg/reports/chimera_technical_report.md --
            # Technical Report: Chimera Agent Analysis

            **Date:** 2025-11-26
            **Model:** gemma3:latest
            **Agent Type:** Chimera
            **Configuration:** Ollama defaults

            ---

            A text.
            """)
        let imported = try #require(await scratch.read().runs.first)
        let document = String(decoding: imported.files["comparison_report.md"] ?? [], as: UTF8.self)
        #expect(!document.contains("desk"))
        #expect(document.contains("**Hostname:** withheld\n"))
        #expect(imported.run.executions.map { $0.report?.file } == [nil, "chimera_technical_report.md"])
        #expect(imported.run.executions[1].report?.modelWritten == [10...10])
    }
}
