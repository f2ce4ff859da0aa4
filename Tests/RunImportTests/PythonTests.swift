import AgentRuns
import RunImport
import Testing

struct PythonTests {
    private func results(_ agent: String, ttft: Double, throughput: Double, counter: String, report: String = "# T\\n\\n---\\n\\nBody.") -> String {
        """
        {"report": "\(report)", "metrics": {"agent_type": "\(agent)", "model": "gemma3:latest", "configuration": {"num_ctx": 1024, "temperature": 0.8},
          "aggregate_metrics": {"average_ttft_ms": \(ttft), "average_tokens_per_second": \(throughput), "p95_ttft_ms": 2472.5, "p95_tokens_per_second": 100.5, "total_tokens_generated": 2218, "total_duration_ms": 25209.5, \(counter)}},
         "analysis": {"performance_metrics": {"total_files_analyzed": 0}}, "benchmark_data_count": 0, "execution_time": 25.5, "start_time": "2025-10-09T16:41:25.635732", "end_time": "2025-10-09T16:41:51.466072"}
        """
    }

    private func metrics(counter: String = "\"total_requests\": 2", number: Int = 1) -> String {
        """
        {"run_number": \(number), "baseline_results": \(results("baseline", ttft: 1382.5, throughput: 99.25, counter: counter)), "chimera_results": \(results("chimera_optimized", ttft: 1605.75, throughput: 98.75, counter: counter)),
         "performance_delta": {"throughput_delta_absolute": -0.5, "ttft_delta_absolute_ms": -223.25, "ttft_reduction_percent": -16.1}, "baseline_duration": 26.268898, "chimera_duration": 26.076564}
        """
    }

    private func comparison(arrow: String = "→", delta: String = "Δ", runs: Int = 1, summary: String = "Chimera config: GPU layers=60") -> String {
        let details = (1...runs).map { number in
            """
            ### Run \(number)

            - Baseline duration: 26.27s  (throughput 99.25 tok/s, TTFT 1382.50 ms)
            - Chimera duration: 26.08s  (throughput 98.75 tok/s, TTFT 1605.75 ms)
            - Throughput delta: -0.50 tok/s (-0.5%)
            - TTFT delta: -223.25 ms (-16.1%)
            """
        }
        return """
            # Chimera Agent Performance Comparison Report

            **Date:** 2025-11-26 16:24:50\u{20}\u{20}
            **Model:** gemma3:latest\u{20}\u{20}
            **Runs:** \(runs)\u{20}\u{20}
            **Demo Duration:** 52.35 seconds

            ## Executive Summary

            - **Average throughput improvement:** -0.5% (99.25 \(arrow) 98.75 tok/s)

            ## Aggregate Performance

            | Metric | Baseline | Chimera | \(delta) |
            |--------|----------|---------|---|
            | Average Throughput (tok/s) | 99.25 | 98.75 | -0.5% |

            ## Run-by-Run Detail

            \(details.joined(separator: "\n\n"))

            ## Configuration Details

            ### Baseline
            - num_gpu: 80
            - num_ctx: 1024

            ### Chimera Optimized
            - num_gpu: 60
            - num_ctx: 1024
            - temperature: 0.8

            #### Chimera Configuration Summary

            \(summary)

            ## Conclusion

            Throughput: 9999.00 tok/s
            """
    }

    @Test func `each element of the array is a run`() async throws {
        let scratch = try Scratch(
            """
            -- in/benchmarks/python/chimera_sweep/run_cfg/data/metrics.json --
            [\(metrics()), \(metrics(number: 2))]
            -- in/benchmarks/python/chimera_sweep/run_cfg/reports/comparison_report.md --
            \(comparison(runs: 2, summary: "Chimera-Optimized Configuration:\n- GPU Layers: 60"))
            """)
        let reading = await scratch.read()
        #expect(reading.runs.map(\.run.id) == ["benchmarks/python/chimera_sweep/run_cfg/run_1", "benchmarks/python/chimera_sweep/run_cfg/run_2"])
        #expect(reading.messages.allSatisfy { $0.hasPrefix("the options of") })
        let baseline = reading.runs[0].run.executions[0]
        #expect(baseline.ttftDefinition == .unknown)
        #expect(baseline.metrics[.ttft]?[.p95] == 2472.5)
        #expect(baseline.metrics[.ttft]?.n == 2)
        #expect(baseline.callCount == 2)
        #expect(baseline[.executionTime] == 25.5)
        #expect(baseline.timestamp == Timestamp("2025-10-09T16:41:25.635732"))
        #expect(baseline.timestamp?.zone == .naive)
        #expect(baseline.report == Report(file: "baseline_report.md", modelWritten: [5...5]))
        #expect(reading.runs.map(\.run.documents) == [["comparison_report.md"], ["comparison_report.md"]])
    }

    @Test(arguments: ["\"request_count\": 2", "\"other\": 1}, \"execution_summary\": {\"request_count\": 2"])
    func `the second revision counts requests under another name, and defines its TTFT`(counter: String) async throws {
        let scratch = try Scratch("-- in/set/cfg/data/metrics.json --\n[\(metrics(counter: counter))]")
        let run = try #require(await scratch.read().runs.first?.run)
        #expect(run.provenance.dialect == "J-PYAGENT-METRICS-2")
        #expect(run.executions.map(\.ttftDefinition) == [.promptEval, .promptEval])
        #expect(run.executions.map(\.callCount) == [2, 2])
    }

    @Test(arguments: [("→", "Δ", "M-PYAGENT-COMP-1"), ("->", "Delta", "M-PYAGENT-COMP-2")])
    func `a comparison without JSON gives its runs`(arrow: String, delta: String, dialect: String) async throws {
        let scratch = try Scratch(
            """
            -- in/TR116/results/single/python/gemma3_latest/cfg/reports/comparison_report.md --
            \(comparison(arrow: arrow, delta: delta, runs: 5))
            -- in/TR116/results/single/python/gemma3_latest/cfg/reports/chimera_report_run_4.md --
            # Technical Report: Chimera-Optimized Agent Analysis

            **Date:** 2025-11-26
            **Agent Type:** Chimera-Optimized (Technical Report 108 Configuration)
            **Model:** gemma3:latest
            **Configuration:** x

            **Expected Performance:**
            - Throughput: 110.0 tok/s

            ---

            Text of the model.
            """)
        let reading = await scratch.read()
        #expect(reading.messages == [])
        #expect(reading.runs.map(\.run.runNumber) == [1, 2, 3, 4, 5])
        #expect(reading.runs[0].run.id == "tr116/single/python/gemma3_latest/cfg/run_1")
        let run = reading.runs[3].run
        #expect(run.provenance.dialect == dialect)
        #expect(run.executions.map { $0[.outputThroughput] } == [99.25, 98.75])
        #expect(run.executions.map { $0[.ttft] } == [1382.5, 1605.75])
        #expect(run.executions.map { $0[.wallClock] } == [26270, 26080])
        #expect(run.executions.map(\.configuration.label) == ["num_gpu 80, num_ctx 1024", "num_gpu 60, num_ctx 1024, temperature 0.8"])
        #expect(run.executions.map(\.ttftDefinition) == [.promptEval, .promptEval])
        #expect(run.startedAt == Timestamp("2025-11-26T16:24:50"))
        #expect(run.executions[1].timestamp == nil)
        #expect(run.executions[1].report == Report(file: "chimera_report_run_4.md", modelWritten: [13...13]))
        #expect(run.provenance.notes.contains { $0.contains("constants of the program, not measurements") })
        #expect(!reading.runs[0].run.provenance.notes.contains { $0.contains("constants of the program") })
    }

    @Test func `the two-agent program of October 2025 names its scenario in another file, and has its own sign`() async throws {
        func agent(_ ttft: Double, _ rate: Double) -> String {
            "{\"agent_type\": \"chimera_optimized\", \"model\": \"gemma3:latest\", \"configuration\": {\"num_gpu\": 120}, \"aggregate_metrics\": {\"total_requests\": 2, \"total_duration_ms\": 56217.5, \"total_tokens_generated\": 2126, \"average_ttft_ms\": \(ttft), \"average_tokens_per_second\": \(rate), \"p95_ttft_ms\": 520.5}}"
        }
        let scratch = try Scratch(
            """
            -- in/comprehensive_test_results/phase_1_test_001/run_1/metrics.json --
            {"collector": \(agent(380.5, 38.5)), "insight": \(agent(502.5, 39.5)),
             "summary": {"run_number": 1, "baseline_throughput": 38.5, "chimera_throughput": 39.5, "throughput_delta": 1.0, "baseline_ttft_ms": 380.5, "chimera_ttft_ms": 502.5, "ttft_delta_ms": -122.0,
              "concurrent_wall_time": 58.25, "sequential_estimated_time": 116.5, "concurrency_speedup": 2.0, "resource_contention_detected": false}, "collector_execution_time": 57.5, "insight_execution_time": 59.0}
            -- in/comprehensive_test_results/phase_1_test_001/run_1/combined_report.md --
            # Multi-Agent Analysis - Run 1

            ## Execution Summary
            **Scenario:** chimera_homo
            **Concurrent Wall Time:** 58.25s
            **Sequential Estimated Time:** 116.50s
            **Concurrency Speedup:** 2.00x
            **Resource Contention Detected:** No

            ## Agent 1 Summary (Chimera Config 1)
            Model: gemma3:latest

            ```
            Throughput: 38.50 tok/s
            TTFT: 380.50 ms
            ```

            ## Agent 2 Summary (Chimera Config 2)
            Model: gemma3:latest

            ```
            Throughput: 39.50 tok/s
            TTFT: 502.50 ms
            ```
            -- in/comprehensive_test_results/phase_1_test_001/run_1/insight_report.md --
            # Technical Report: Chimera-Optimized Agent Analysis

            **Date:** 2025-10-09
            **Agent Type:** Chimera-Optimized (Technical Report 108 Configuration)
            **Model:** gemma3:latest

            ---

            Throughput: 9999.00 tok/s
            """)
        let reading = await scratch.read()
        #expect(reading.messages == [])
        let run = try #require(reading.run("python/multi/comprehensive_test_results/phase_1_test_001/run_1"))
        #expect(run.provenance.dialect == "J-PYMULTI-OLD-METRICS")
        #expect(run.scenario == "chimera_homo")
        #expect(run.executions.map(\.slot) == ["collector", "insight"])
        #expect(run.difference(of: .ttft) == 122)
        #expect(run.coordination == Coordination(wall: 58.25, sequential: 116.5, speedup: 2, efficiency: 1, contention: false))
        #expect(run.executions.map { $0[.executionTime] } == [57.5, 59])
        #expect(run.executions.map(\.report) == [nil, Report(file: "insight_report.md", modelWritten: [9...9])])
    }

    @Test func `a run file of the two-agent program of November 2025 stands for itself`() async throws {
        func agent(_ rate: Double) -> String {
            "{\"id\": \"x\", \"base_url\": \"http://h\", \"options\": {}, \"response\": \"Text.\", \"metrics\": {\"tokens_generated\": 262, \"throughput_tokens_per_sec\": \(rate), \"ttft_ms\": 99.5, \"total_duration_ms\": 11710.5, \"wall_clock_ms\": 20532.5}}"
        }
        let scratch = try Scratch(
            """
            -- in/TR116/results/multi/python/llama/llama3.1_8b-instruct-q4_0/chimera-homo_gpu80/run_2/metrics.json --
            {"run_number": 2, "scenario": "chimera_homo", "collector": \(agent(22.5)), "insight": \(agent(24.5)), "concurrent_wall_time_ms": 24500.0, "sequential_estimate_ms": 24500.0,
             "concurrency_speedup": 1.0, "efficiency_percent": 50.0, "throughput_delta": 2.0, "ttft_delta_ms": 0.0}
            """)
        let reading = await scratch.read()
        #expect(reading.messages == [])
        let run = try #require(reading.runs.first?.run)
        #expect(run.provenance.dialect == "J-PYMULTI-METRICS")
        #expect(run.models == ["llama3.1:8b-instruct-q4_0"])
        #expect(run.coordination == Coordination(wall: 24.5, sequential: 24.5, speedup: 1, efficiency: 0.5))
        #expect(run.executions[0].report == Report(file: "collector_report.md", modelWritten: [1...1]))
        #expect(run.startedAt == nil)
    }
}
