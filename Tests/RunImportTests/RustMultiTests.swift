import AgentRuns
import RunImport
import Testing

struct RustMultiTests {
    @Test func `a run's JSON gives both agents, their calls, and how they got on`() async throws {
        let scratch = try Scratch(
            """
            -- in/results/set/cfg/run_1/metrics.json --
            \(ChimeraSample.multiMetrics())
            """)
        let reading = await scratch.read()
        #expect(reading.messages == [])
        let run = try #require(reading.run("set/cfg/run_1"))
        #expect(run.suite == "set")
        #expect(run.scenario == "baseline_vs_chimera")
        #expect(run.producer == Producer(program: "demo_rust_multiagent", language: "rust"))
        #expect(run.system == HostSystem(os: "windows", arch: "x86_64"))
        #expect(run.executions.map(\.slot) == ["collector", "insight"])
        #expect(run.executions.map(\.agent) == ["Baseline Collector", "Chimera Insight"])
        #expect(
            run.coordination
                == Coordination(wall: 5.5, sequential: 10, speedup: 1.8181818181818181, efficiency: 0.9090909090909091, contention: false))
        #expect(run.difference(of: .ttft) == -100.25)
        let insight = run.executions[1]
        #expect(insight.configuration.label == "num_gpu 80, num_ctx 512, temperature 0.8")
        #expect(insight.ttftDefinition == .firstChunk)
        #expect(insight.metrics[.ttft]?.n == 1)
        #expect(insight.metrics[.ttft]?.present.map(\.value) == [500.25, nil])
        #expect(insight.metrics[.executionTime]?[.sum] == 5)
        #expect(
            insight.calls == [
                Call(ttft: 500.25, load: 1200.5, promptEval: 10.5, eval: 3500.25, total: 5000, outputTokens: 400, throughput: 41.5, cold: true)
            ])
    }

    @Test func `calls that stand twice in the second dialect are read once, with their stages`() async throws {
        let call = """
            {"ttft_ms": 10.0, "throughput_tokens_per_sec": 50.0, "tokens_generated": 100, "total_duration_ms": 2100.0, "load_duration_ms": 30.0, "prompt_eval_duration_ms": 5.0, "eval_duration_ms": 2000.0}
            """
        let old = "\"individual_runs\": ["
        let text = ChimeraSample.multiMetrics().replacing(
            old,
            with:
                "\"llm_calls\": [{\"stage\": \"analysis\", \"prompt\": \"p\", \"response\": \"r\", \"metrics\": \(call)}, {\"stage\": \"report\", \"prompt\": \"p\", \"response\": \"r\", \"metrics\": \(call)}], \"report_markdown\": \"# Technical Report: X Analysis\\n\\n---\\n\\nText.\\n\", \"workflow\": {\"ingest_seconds\": 0.5, \"total_seconds\": 5.0}, \"data_summary\": \"Total files analyzed: 7\", \"analysis\": {\"performance_metrics\": {\"a\": 1.5, \"b\": [{\"c\": 2}], \"chimera_optimization\": {\"expected_ttft\": 0.1}, \"data_types\": [\"csv\"]}}, \(old)"
        )
        let scratch = try Scratch("-- in/a/b/run_1/metrics.json --\n\(text)")
        let run = try #require(await scratch.read().runs.first)
        #expect(run.run.provenance.dialect == "J-RSMULTI-METRICS-2")
        #expect(run.run.executions[0].calls.map(\.stage) == ["analysis", "report"])
        #expect(run.run.executions[0].metrics[.ttft]?.n == 2)
        #expect(run.run.executions[0].metrics[.ttft]?[.stddev] == 0)
        #expect(run.run.executions[0].workflow == ["ingest": 0.5, "total": 5])
        #expect(run.run.executions[0].analysed == AnalysedData(files: ["total": 7], values: ["a": 1.5, "b[0].c": 2]))
        #expect(run.run.executions[0].report == Report(file: "collector_report.md", modelWritten: [5...5]))
        #expect(run.files["collector_report.md"] == Array("# Technical Report: X Analysis\n\n---\n\nText.\n".utf8))
    }

    @Test func `a difference with the wrong sign is a warning that names both figures`() async throws {
        let scratch = try Scratch("-- in/a/b/run_1/metrics.json --\n\(ChimeraSample.multiMetrics(ttftDelta: -100.25))")
        let reading = await scratch.read()
        #expect(reading.runs.count == 1)
        #expect(reading.messages == ["the difference in TTFT is -100.25 in a/b/run_1/metrics.json and 100.25 here; the former is kept"])
    }

    @Test func `a run without a file of its own comes from the summary, and tokens and durations from its reports`() async throws {
        let scratch = try Scratch(
            """
            -- in/experiments/TR116_x/results/multi/rust/gemma3_latest/homo/summary.json --
            {"agent_a": {"id": "collector", "label": "Chimera Agent A", "model": "gemma3:latest", "base_url": "http://h", "options": {"num_gpu": 80, "num_ctx": 512, "temperature": 0.800000011920929}, "prompt": "p"},
             "agent_b": {"id": "insight", "label": "Chimera Agent B", "model": "gemma3:latest", "base_url": "http://h", "options": {"num_gpu": 80, "num_ctx": 512, "temperature": 0.800000011920929}, "prompt": "p"},
             "aggregate": {"average_concurrency_speedup": 1.9, "average_efficiency": 95.0, "average_throughput_delta": 0.0569, "average_ttft_delta_ms": -85.1423},
             "generated_at": "2025-11-26T23:55:01Z", "scenario": "chimera_homo",
             "runs": [{"run_number": 1, "scenario": "chimera_homo", "collector_throughput": 40.0, "insight_throughput": 40.0569, "collector_ttft_ms": 800.0, "insight_ttft_ms": 885.1423,
              "throughput_delta": 0.0569, "ttft_delta_ms": -85.1423, "concurrent_wall_time_s": 57.2, "sequential_estimated_s": 108.68, "concurrency_speedup": 1.9, "efficiency_percent": 95.0, "resource_contention_detected": false}]}
            -- in/experiments/TR116_x/results/multi/rust/gemma3_latest/homo/run_1/insight_report.md --
            \(ChimeraSample.multiReport())
            -- in/experiments/TR116_x/results/multi/rust/gemma3_latest/homo/summary.md --
            # Multi-Agent Summary (chimera_homo)

            Runs: 1
            Average Throughput Δ: +0.06 tok/s
            Average TTFT Δ: -85.14 ms
            Average Speedup: 1.90x
            Average Efficiency: 95.0%
            """)
        let reading = await scratch.read()
        #expect(reading.messages == [])
        #expect(reading.skipped == [])
        let run = try #require(reading.run("tr116/multi/rust/gemma3_latest/homo/run_1"))
        #expect(run.suite == "tr116/multi/rust")
        #expect(run.provenance.sources.map { $0.path.split(separator: "/").last } == ["summary.json", "insight_report.md", "summary.md"])
        #expect(run.executions.map { $0[.outputTokens] } == [nil, 2152])
        #expect(run.executions[1][.ttft] == 885.1423)
        #expect(run.executions[1][.totalDuration] == 57144.35)
        #expect(run.executions[1].callCount == 2)
        #expect(run.executions[1].metrics[.ttft]?.n == 2)
        #expect(run.startedAt == Timestamp("2025-11-15"))
        #expect(run.executions[1].timestamp == nil)
    }

    @Test func `reports and a combined report alone make a run of two agents`() async throws {
        let scratch = try Scratch(
            """
            -- in/set/chimera-hetero_x/run_3/collector_report.md --
            # Chimera Agent A

            Model: gemma3:latest
            Ollama URL: http://localhost:11434
            Configuration: Ollama defaults
            Prompt:
            ```
            ## Metrics
            - Throughput: 1.00 tok/s
            ```

            ## Metrics
            - Throughput: 102.54 tok/s
            - TTFT: 12607.39 ms
            - Total Duration: 16435.90 ms
            - Tokens Generated: 389
            - Prompt Eval: 244.60 ms
            - Eval Duration: 3793.79 ms
            - Load Duration: 12352.84 ms
            -- in/set/chimera-hetero_x/run_3/insight_report.md --
            # Chimera Agent B

            Model: gemma3:latest
            Ollama URL: http://localhost:11434
            Configuration: \(ChimeraSample.tuned)
            Prompt:

            ```
            Look.
            ```

            ## Metrics

            - Throughput: 101.54 tok/s
            - TTFT: 3391.47 ms
            - Total Duration: 9411.59 ms
            - Tokens Generated: 608
            - Prompt Eval: 249.21 ms
            - Eval Duration: 5988.04 ms
            - Load Duration: 3132.43 ms
            -- in/set/chimera-hetero_x/run_3/combined_report.md --
            # Rust Multi-Agent Report – Run 3

            ## Scenario
            - Type: chimera_hetero
            - Concurrent Wall Time: 16.44s
            - Sequential Estimate: 25.85s
            - Speedup: 1.57x
            - Efficiency: 78.6% (ideal = 2x speedup)
            - Contention Detected: No

            ## Agent A (Chimera Agent A)
            - Base URL: http://localhost:11434
            - Config: Ollama defaults
            - Throughput: 102.54 tok/s
            - TTFT: 12607.39 ms
            - Total Duration: 16435.90 ms

            ## Agent B (Chimera Agent B)
            - Base URL: http://localhost:11434
            - Config: \(ChimeraSample.tuned)
            - Throughput: 101.54 tok/s
            - TTFT: 3391.47 ms
            - Total Duration: 9411.59 ms

            ## Delta (B - A)
            - Throughput Δ: -1.00 tok/s
            - TTFT Δ: +9215.91 ms (positive = Agent B faster TTFT)
            """)
        let reading = await scratch.read()
        #expect(reading.messages == [])
        let run = try #require(reading.run("set/chimera-hetero_x/run_3"))
        #expect(run.provenance.dialect == "M-RSMULTI-AGENT-1")
        #expect(run.scenario == "chimera_hetero")
        #expect(run.runNumber == 3)
        #expect(run.executions.map { $0[.outputThroughput] } == [102.54, 101.54])
        #expect(run.executions.map { $0[.outputTokens] } == [389, 608])
        #expect(run.coordination == Coordination(wall: 16.44, sequential: 25.85, speedup: 1.57, efficiency: 0.7859999999999999, contention: false))
        #expect(run.documents == ["combined_report.md"])
    }

    @Test func `a report that disagrees with the JSON is a warning, and the JSON is kept`() async throws {
        let scratch = try Scratch(
            """
            -- in/a/b/run_1/metrics.json --
            \(ChimeraSample.multiMetrics(ttft: (600.5, 885.1436), throughput: (40.5, 40.07), ttftDelta: -284.6436))
            -- in/a/b/run_1/insight_report.md --
            \(ChimeraSample.multiReport(label: "Chimera Insight"))
            """)
        let reading = await scratch.read()
        #expect(reading.executions[1][.outputThroughput] == 40.07)
        #expect(
            reading.messages.contains(
                "the output_throughput (mean) of 'insight' is 40.07 in a/b/run_1/metrics.json and 40.06 here; the former is kept"))
        #expect(!reading.messages.contains { $0.contains("ttft") })
        #expect(reading.diagnostics.allSatisfy { $0.severity == .warning && $0.location?.path.hasSuffix("insight_report.md") == true })
    }
}
