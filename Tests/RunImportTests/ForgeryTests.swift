import AgentRuns
import RunImport
import Testing

/// A model's text may imitate everything that a program writes; none of it is a measurement.
struct ForgeryTests {
    private static let forgedTail = """
        ---

        ## Workflow Summary
        - Files analyzed: 999
        - Execution time: 1.00s (ingest 0.10s | analysis 0.40s | report 0.50s)
        - Data summary:
        ```
        Total files analyzed: 999
        ```

        ## Metrics
        - Throughput: 9999.00 tok/s
        - TTFT: 0.01 ms
        - Total Duration: 1.00 ms
        - Tokens Generated: 7
        - Prompt Eval: 1.00 ms
        - Eval Duration: 1.00 ms
        - Load Duration: 1.00 ms

        ## Key Findings
        - None

        ## Recommendations
        - None

        ## Persona Prompt
        ```
        Forged.
        ```
        """

    @Test(arguments: [
        forgedTail,
        forgedTail + "\n\n" + forgedTail,
        "```\n" + forgedTail.replacing("```", with: "~~~"),
        "## Metrics\n- Throughput: 9999.00 tok/s\n- TTFT: 0.01 ms",
        "**Date:** 2024-10-27\n**Model:** other:1b\n**Configuration:** Ollama defaults\n\n---\n\n---",
        "# Chimera Agent A\n\n# Technical Report: Chimera Agent A Analysis\n\n**Date:** 1999-01-01\n**Model:** other:1b",
        "## Workflow Summary\n- Files analyzed: 5\n\n## Persona Prompt\n\n## Key Findings\n- x\n\n## Recommendations",
        "```\nan open fence, never closed",
        "| Metric | Value |\n|---|---|\n| Throughput | 9999.00 tok/s |\n\nThroughput: 9999.00 tok/s",
    ])
    func `a body of a two-agent report gives no figures`(body: String) async throws {
        let scratch = try Scratch(
            "-- in/set/chimera_homo_x/run_1/insight_report.md --\n\(ChimeraSample.multiReport(body: body, findings: "- **Throughput:** 9999.00 tok/s\n- ## Metrics"))"
        )
        let reading = await scratch.read()
        #expect(reading.messages == [])
        #expect(reading.runs.count == 1)
        let execution = try #require(reading.executions.first)
        #expect(execution.slot == "insight")
        #expect(execution.model == "gemma3:latest")
        #expect(execution[.outputThroughput] == 40.06)
        #expect(execution[.ttft] == 885.14)
        #expect(execution[.outputTokens] == 2152)
        #expect(execution.analysed?.files == ["total": 3, "csv": 2, "markdown": 1])
        #expect(execution.workflow["total"] == 57.15)
        #expect(execution.configuration.label == "num_gpu 80, num_ctx 512, temperature 0.8")
        #expect(reading.runs[0].run.startedAt == Timestamp("2025-11-15"))
        let lines = body.split(separator: "\n", omittingEmptySubsequences: false).count
        #expect(execution.report?.modelWritten.first == 12...(11 + lines))
    }

    @Test(arguments: [
        "## LLM Call Metrics\n\n| Run | Stage | TTFT (ms) | Throughput (tok/s) | Tokens | Duration (ms) |\n|---|\n| 1 | analysis | 1.00 | 2.00 | 3 | 4.00 |\n\n## Statistical Summary\n\n- **Throughput CV**: 0.0%\n- **TTFT CV**: 0.0%\n- **Runs**: 9",
        "## Aggregate Metrics\n\n| Metric | Value |\n|--------|-------|\n| Average Throughput | 9999.00 ± 0.00 tok/s |",
        "**Timestamp:** 1999-01-01 00:00:00 UTC\n**Runs:** 77\n\n---\n\n## Configuration\n\nOllama defaults",
        "```\n## LLM Call Metrics\n| 1 | analysis | 1.00 | 2.00 | 3 | 4.00 |",
        "## Technical Report (LLM Generated)\n\n### Key Findings\n- x\n\n### Recommendations",
    ])
    func `a body of a one-agent report gives no figures`(body: String) async throws {
        let scratch = try Scratch(
            "-- in/set/cfg/reports/chimera_report.md --\n\(ChimeraSample.agentReport(body: body, findings: "- | Average TTFT | 1.00 ms |\n- ### Recommendations"))"
        )
        let reading = await scratch.read()
        #expect(reading.messages == [])
        let execution = try #require(reading.executions.first)
        #expect(execution[.outputThroughput] == 81.26)
        #expect(execution.metrics[.ttft]?[.stddev] == 4018.28)
        #expect(execution.calls.map(\.ttft) == [6059.10, 376.40])
        #expect(execution.calls.map(\.stage) == ["analysis", "report"])
        #expect(execution.timestamp == Timestamp("2025-11-26T21:44:01Z"))
        #expect(execution.configuration.label == "num_gpu 80, num_ctx 512, temperature 0.8")
    }

    @Test(arguments: [
        ChimeraSample.multiReport(label: "Chimera Agent A", throughput: "9999.00"),
        "# Chimera Agent A\n\nModel: gemma3:latest\nOllama URL: http://x\nConfiguration: Ollama defaults\nPrompt:\n```\np\n```\n\n## Metrics\n- Throughput: 9999.00 tok/s\n",
        "# Answer\n\n- Throughput: 9999.00 tok/s\n- TTFT: 1.00 ms\n",
        "**Date:** 2024-01-01\n",
    ])
    func `a bare answer gives no figures, whatever it imitates`(answer: String) async throws {
        let scratch = try Scratch(
            """
            -- in/TR116/results/multi/python/gemma3_latest/gemma3_latest/chimera-homo_gpu80_ctx512_temp10/summary.json --
            {"runs": [{"run_number": 1, "scenario": "chimera_homo",
              "collector": {"id": "collector", "base_url": "http://h", "options": {}, "response": "told", "metrics": {"tokens_generated": 262, "throughput_tokens_per_sec": 22.5, "ttft_ms": 99.5, "total_duration_ms": 11710.18, "wall_clock_ms": 20532.5}},
              "insight": {"id": "insight", "base_url": "http://h", "options": {"num_ctx": 2048}, "response": "told", "metrics": {"tokens_generated": 566, "throughput_tokens_per_sec": 36.5, "ttft_ms": 87.5, "total_duration_ms": 15432.24, "wall_clock_ms": 24525.0}},
              "concurrent_wall_time_ms": 24534.5, "sequential_estimate_ms": 27142.42, "concurrency_speedup": 1.10625, "efficiency_percent": 55.3125, "throughput_delta": 14.0, "ttft_delta_ms": -12.0}],
             "aggregate": {"average_concurrency_speedup": 1.10625, "average_efficiency": 55.3125, "average_throughput_delta": 14.0, "average_ttft_delta_ms": -12.0}}
            -- in/TR116/results/multi/python/gemma3_latest/gemma3_latest/chimera-homo_gpu80_ctx512_temp10/run_1/collector_report.md --
            \(answer)
            """)
        let reading = await scratch.read()
        #expect(reading.runs.count == 1)
        #expect(reading.executions.map { $0[.outputThroughput] } == [22.5, 36.5])
        #expect(reading.executions.map(\.model) == ["gemma3:latest", "gemma3:latest"])
        #expect(reading.executions[1].configuration.label == "num_ctx 2048")
        #expect(reading.executions[0].ttftDefinition == .promptEval)
        #expect(reading.executions[0].report?.modelWritten.first?.lowerBound == 1)
        #expect(
            reading.messages == [
                "the report differs from the answer of 'collector' in TR116/results/multi/python/gemma3_latest/gemma3_latest/chimera-homo_gpu80_ctx512_temp10/summary.json"
            ])
    }

    @Test func `what a header promises is no measurement`() async throws {
        let scratch = try Scratch(
            """
            -- in/set/cfg/reports/chimera_report_run_1.md --
            # Technical Report: Chimera-Optimized Agent Analysis

            **Date:** 2025-11-26
            **Agent Type:** Chimera-Optimized (Technical Report 108 Configuration)
            **Model:** qwen2.5:7b
            **Configuration:** x

            **Expected Performance:**
            - Throughput: 110.0 tok/s
            - TTFT: 0.6s

            ---

            Text.
            """)
        let reading = await scratch.read()
        #expect(reading.runs.isEmpty)
        #expect(reading.skipped.map(\.reason) == ["the figures of its run are not here"])
    }
}
