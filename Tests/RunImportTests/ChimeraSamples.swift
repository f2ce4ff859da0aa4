/// Files as the Chimera programs write them, with the parts that a test wants to choose.
enum ChimeraSample {
    static let tuned = "num_gpu=80, num_ctx=512, temp=0.8, top_p=default, top_k=default, repeat_penalty=default"

    /// A report of an agent of the two-agent program in Rust, with a model's text inside.
    static func multiReport(
        label: String = "Chimera Agent B", body: String = "A short text.", configuration: String = tuned, throughput: String = "40.06",
        ttft: String = "885.14", tokens: Int = 2152, findings: String = "- None", recommendations: String = "- None"
    ) -> String {
        """
        # \(label)

        # Technical Report: \(label) Analysis

        **Date:** 2025-11-15
        **Agent Type:** \(label)
        **Model:** gemma3:latest
        **Configuration:** \(configuration)

        ---

        \(body)

        ---

        ## Workflow Summary
        - Files analyzed: 3
        - Execution time: 57.15s (ingest 0.02s | analysis 27.02s | report 30.12s)
        - Data summary:
        ```
        Total files analyzed: 3

        CSV Files (2)
          - a/first.csv
          - a/second.csv
          Latest modified: 2025-11-14 18:53:30 UTC

        MARKDOWN Files (1)
          - notes.md
          Latest modified: 2025-11-13 08:00:00 UTC
        ```

        ## Metrics
        - Throughput: \(throughput) tok/s
        - TTFT: \(ttft) ms
        - Total Duration: 57144.35 ms
        - Tokens Generated: \(tokens)
        - Prompt Eval: 783.01 ms
        - Eval Duration: 53719.40 ms
        - Load Duration: 648.03 ms

        ## Key Findings
        \(findings)

        ## Recommendations
        \(recommendations)

        ## Persona Prompt
        ```
        Look at the files and say what is in them.
        ```
        """ + "\n"
    }

    /// A report of an agent of the one-agent program in Rust, with a model's text inside.
    static func agentReport(
        agent: String = "Chimera", body: String = "A short text.", findings: String = "- None captured", throughput: String = "81.26"
    ) -> String {
        """
        # \(agent) Agent Report

        **Model:** qwen2.5:7b\u{20}\u{20}
        **Runs:** 1\u{20}\u{20}
        **Timestamp:** 2025-11-26 21:44:01 UTC\u{20}\u{20}
        **Language:** Rust\u{20}\u{20}
        **System:** windows (x86_64)

        ## Configuration

        \(tuned)

        ## Aggregate Metrics

        | Metric | Value |
        |--------|-------|
        | Average Throughput | \(throughput) ± 0.02 tok/s |
        | Average TTFT | 3217.75 ± 4018.28 ms |
        | Total Tokens Generated | 1880 |
        | Total LLM Call Duration | 31504.43 ms |
        | Prompt Eval Duration (sum) | 360.42 ms |
        | Eval Duration (sum) | 23137.27 ms |
        | Load Duration (sum) | 6049.37 ms |

        ## Workflow Summary

        - Files analyzed: 0
        - Execution time: 31.54s (ingest 0.03s | analysis 17.74s | report 13.76s)

        ### Data Summary
        ```
        Total files analyzed: 0
        ```

        ### Key Findings
        \(findings)

        ### Recommendations
        - None captured

        ## Technical Report (LLM Generated)

        # Technical Report: \(agent) Agent Analysis

        **Date:** 2025-11-26
        **Model:** qwen2.5:7b
        **Agent Type:** \(agent)
        **Configuration:** \(tuned)

        ---

        \(body)

        ## LLM Call Metrics

        | Run | Stage | TTFT (ms) | Throughput (tok/s) | Tokens | Duration (ms) |
        |-----|-------|-----------|-------------------|--------|---------------|
        | 1 | analysis | 6059.10 | 81.27 | 878 | 17743.86 |
        | 1 | report | 376.40 | 81.24 | 1002 | 13760.57 |


        ## Statistical Summary

        - **Throughput CV**: 0.0%
        - **TTFT CV**: 124.9%
        - **Runs**: 1
        """ + "\n"
    }

    /// One agent of a two-agent run as JSON of the Rust program.
    static func multiAgent(label: String, ttft: Double, throughput: Double, tokens: Int = 400, options: String = "{}", prompt: String = "Look.")
        -> String
    {
        """
        {"config": {"id": "x", "label": "\(label)", "model": "gemma3:latest", "base_url": "http://user:secret@host:11434", "options": \(options), "prompt": "\(prompt)"},
         "execution_time_s": 5.0,
         "result": {"agent_type": "\(label)", "model": "gemma3:latest", "prompt": "\(prompt)", "runs": 1, "configuration": \(options),
          "timestamp": "2025-11-14T01:09:01.000327500Z", "system_info": {"os": "windows", "arch": "x86_64", "hostname": "desk", "rust_version": "1.90.0"},
          "individual_runs": [{"ttft_ms": \(ttft), "throughput_tokens_per_sec": \(throughput), "tokens_generated": \(tokens), "total_duration_ms": 5000.0, "load_duration_ms": 1200.5, "prompt_eval_duration_ms": 10.5, "eval_duration_ms": 3500.25}],
          "aggregate_metrics": {"average_ttft_ms": \(ttft), "average_tokens_per_second": \(throughput), "stddev_ttft": 0.0, "stddev_throughput": 0.0, "total_tokens_generated": \(tokens), "total_duration_ms": 5000.0, "load_duration_ms": 1200.5, "prompt_eval_duration_ms": 10.5, "eval_duration_ms": 3500.25}}}
        """
    }

    /// A `metrics.json` of the two-agent program in Rust; the TTFT difference has the program's sign, A − B.
    static func multiMetrics(
        ttft: (Double, Double) = (600.5, 500.25), throughput: (Double, Double) = (40.5, 41.5), ttftDelta: Double = 100.25, run: Int = 1
    ) -> String {
        """
        {"run_number": \(run), "scenario": "baseline_vs_chimera",
         "collector": \(multiAgent(label: "Baseline Collector", ttft: ttft.0, throughput: throughput.0)),
         "insight": \(multiAgent(label: "Chimera Insight", ttft: ttft.1, throughput: throughput.1, options: "{\"num_gpu\": 80, \"num_ctx\": 512, \"temperature\": 0.800000011920929}")),
         "summary": {"run_number": \(run), "scenario": "baseline_vs_chimera", "collector_ttft_ms": \(ttft.0), "insight_ttft_ms": \(ttft.1),
          "collector_throughput": \(throughput.0), "insight_throughput": \(throughput.1), "throughput_delta": \(throughput.1 - throughput.0), "ttft_delta_ms": \(ttftDelta),
          "concurrent_wall_time_s": 5.5, "sequential_estimated_s": 10.0, "concurrency_speedup": 1.8181818181818181, "efficiency_percent": 90.9090909090909,
          "resource_contention_detected": false}}
        """
    }
}
