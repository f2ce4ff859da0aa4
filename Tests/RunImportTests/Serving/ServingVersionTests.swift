import AgentRuns
import Testing

@testable import RunImport

/// Older and newer versions of the tools than those of the samples.
struct ServingVersionTests {
    private func only(_ text: String, _ name: String) throws -> Run { try #require(InMemory.read(text, name: name).runs.first?.run) }

    private func reasons(_ text: String, _ name: String) -> [String] { InMemory.read(text, name: name).skipped.map(\.reason) }

    @Test func `a test of embeddings has requests and their latency alone`() throws {
        let run = try only(
            """
            {"backend": "openai-embeddings", "model_id": "org/embed", "tokenizer_id": "org/embed", "num_prompts": 50, "request_rate": "inf",
            "duration": 8.0, "completed": 49, "total_input_tokens": 25600, "total_input_sequences": 49, "request_throughput": 6.125,
            "input_sequence_throughput": 6.125, "total_token_throughput": 3200.0, "mean_e2el_ms": 850.5, "p99_e2el_ms": 999.5,
            "mean_client_queue_time_ms": 0.5}
            """, "embed.json")
        #expect(
            run.execution.metrics.keys.map(\.rawValue).sorted() == [
                "e2e_latency", "input_tokens", "request_throughput", "requests_completed", "requests_failed", "total_throughput",
            ])
        #expect(run.figures(.e2eLatency) == [850.5, nil, nil, 999.5, nil])
    }

    @Test func `a result without any latency is read, one with latencies of another name is not`() throws {
        let bare = """
            {"model_id": "org/m", "tokenizer_id": null, "num_prompts": 5, "duration": 2.5, "completed": 5, "total_input_tokens": 100,
            "request_throughput": 2.0, "request_rate": NaN}
            """
        let run = try only(bare, "serve.json")
        #expect(run.provenance.notes == ["The tool was asked for no latencies."])
        #expect(run.mean(.totalThroughput) == nil, "without generated tokens there is no sum")
        #expect(run.options == "num_prompts=5", "NaN is no request rate")
        #expect(
            reasons(bare.replacing("\"duration\"", with: "\"mean_first_token_ms\": 5.5, \"duration\""), "serve.json")
                == ["vLLM bench serve: the field 'mean_ttft_ms' is missing, or not what it should be"])
    }

    @Test func `a run that failed from the first request on may say NaN everywhere`() throws {
        let text = """
            {"model_id": "org/m", "tokenizer_id": null, "num_prompts": 5, "duration": 2.5, "completed": 0, "total_input_tokens": 0,
            "total_output_tokens": 0, "request_throughput": 0.0, "output_throughput": 0.0, "mean_ttft_ms": NaN, "median_ttft_ms": NaN}
            """
        let run = try only(text, "serve.json")
        #expect(run.execution.status == .failed)
        #expect(run.mean(.requestsFailed) == 5)
    }

    @Test func `the first switch that is on names an old file's backend`() throws {
        let text = """
            {"build_commit": "abc", "build_number": 7, "cuda": true, "opencl": false, "metal": false, "gpu_blas": true, "blas": true,
            "model_filename": "small.gguf", "model_type": "small 1B", "n_prompt": 0, "n_gen": 64, "avg_ns": 1000000, "avg_ts": 64.5}
            """
        #expect(try only(text, "bench.json").execution.configuration["backend"] == .text("CUDA"))
        #expect(
            try only(text.replacing("\"cuda\": true", with: "\"cuda\": false"), "bench.json").execution.configuration["backend"] == .text("GPU BLAS"))
    }

    @Test func `tokens that Ollama took from its cache took no time`() throws {
        let text = """
            {"model": "small", "created_at": "2026-03-04T05:06:07Z", "done": true, "total_duration": 2000000000, "load_duration": 500000000,
            "prompt_eval_count": 20, "prompt_eval_cached_count": 15, "prompt_eval_duration": 100000000, "eval_count": 64,
            "eval_duration": 1000000000, "remote_host": "https://models.example"}
            """
        let run = try only(text, "answer.json")
        #expect(run.mean(.promptThroughput) == 50)
        #expect(run.mean(.inputTokens) == 20)
        #expect(try only(text.replacing("15", with: "20"), "answer.json").mean(.promptThroughput) == nil)
    }

    @Test func `newer lines of SGLang count failures, and newer blocks have rows of tokens counted again`() throws {
        let line = """
            {"completed": 4, "failed": 2, "duration": 2, "total_output_tokens_retokenized": 9, "median_ttft_ms": 50.5}
            """
        #expect(try only(line, "result.jsonl").mean(.requestsFailed) == 2)
        let block = """
            ============ Serving Benchmark Result ============
            Successful requests:                     4
            Total generated tokens (retokenized):    90
            Total generated tokens:                  96
            Output token throughput (retokenized) (tok/s): 45.00
            Output token throughput (tok/s):         48.00
            Mean ITL (ms):                           0.00
            Median E2E Latency (ms):                 900.50
            Median TTFT (ms):                        900.25
            ==================================================
            """
        let run = try only(block, "result.log")
        #expect(run.provenance.importer == "sglang")
        #expect(run.mean(.outputTokens) == 96)
        #expect(run.mean(.outputThroughput) == 48)
        #expect(run.execution.ttftDefinition == .totalDuration)
    }

    @Test func `a run of AIPerf whose every request failed is named, and so are several runs taken together`() {
        let failed = """
            {"schema_version": "1.0", "aiperf_version": "0.8.0", "error_request_count": {"unit": "requests", "avg": 20.0},
            "input_config": {"endpoint": {"model_names": ["small"], "urls": ["http://10.1.2.3"]}}, "was_cancelled": false,
            "error_summary": [{"error_details": {"type": "TimeoutError"}, "count": 20}]}
            """
        #expect(
            reasons(failed, "profile_export_aiperf.json") == ["AIPerf: no request was completed, so the field 'request_latency.avg' is missing"])
        let together = #"{"schema_version": "1.0", "aiperf_version": "0.9", "metadata": {}, "metrics": {"request_latency_avg": {"mean": 5}}}"#
        #expect(
            reasons(together, "profile_export_aiperf_aggregate.json")
                == ["several runs of AIPerf taken together; the figures of each are in its profile_export_aiperf.json"])
    }

    @Test func `a table of AIPerf counts failures`() throws {
        let text = """
            Metric,avg,min,max,p50,p99,std
            Request Latency (ms),617.25,1.00,2.00,584.50,1700.25,413.25
            HTTP Duration (excl. conn) (ms),638.15,1.00,2.00,3.00,4.00,5.00

            Metric,Value
            Error Request Count,10.00
            Request Count,30.00

            """
        let run = try only(text, "profile_export_aiperf.csv")
        #expect(run.mean(.requestsFailed) == 10)
        #expect(run.figures(.e2eLatency) == [617.25, 584.5, nil, 1700.25, 413.25])
    }

    @Test func `GenAI-Perf of 2024 wrote its options into one object`() throws {
        let text = """
            {"request_throughput": {"unit": "requests/sec", "avg": 21.5}, "request_latency": {"unit": "ms", "avg": 4610.5, "p50": 4355.75},
            "time_to_first_token": {"unit": "ms", "avg": 4610.5, "p50": 4355.75}, "input_config": {"model": ["small"], "streaming": false,
            "u": "localhost:8001", "concurrency": 100, "request_rate": null, "request_count": 0, "output_tokens_mean": -1}}
            """
        let run = try only(text, "profile_export_genai_perf.json")
        #expect(run.options == "concurrency=100 streaming=false")
        #expect(run.execution.model == "small")
        #expect(run.figures(.ttft) == nil, "without streaming it is the whole request's")
        #expect(run.mean(.requestsCompleted) == nil)
        let streamed = text.replacing("\"streaming\": false", with: "\"streaming\": true")
        #expect(try only(streamed, "profile_export_genai_perf.json").figures(.ttft) == [4610.5, 4355.75, nil, nil, nil])
    }

    @Test func `agentic points of InferenceX keep their figures in objects`() throws {
        let text = """
            {"hw": "gpu1", "conc": 16, "framework": "sglang", "infmax_model_prefix": "small", "model": "org/small", "tp": 8,
            "num_requests_total": 210, "num_requests_successful": 200, "request_metrics": {"qps": {"mean": 1.9},
            "latency": {"ttft": {"mean": 0.5, "p50": 0.25, "p95": 0.75, "std": 0.125}, "e2el": {"mean": 5.5}},
            "throughput": {"input": {"tokens_per_second": 2000.0}, "output": {"tokens_per_second": 500.0},
            "total": {"tokens_per_second": 2500.0}, "duration_seconds": 100.0}}}
            """
        let run = try only(text, "agg_point.json")
        #expect(run.figures(.ttft) == [500, 250, 750, nil, 125])
        #expect(run.execution.metrics[.ttft]?.n == 200)
        #expect([MetricID.totalThroughput, .outputThroughput, .promptThroughput, .requestThroughput].map { run.mean($0) } == [2500, 500, 2000, 2])
        #expect(
            reasons(text.replacing("request_metrics", with: "metrics_of_requests"), "agg_point.json")
                == ["InferenceX: the field 'tput_per_gpu' is missing, or not what it should be"])
    }

    @Test func `GuideLLM may name kinds in another key and count requests elsewhere`() throws {
        let text = """
            {"metadata": {"version": 3}, "benchmarks": [{"type_": "generative_benchmark", "config": {"backend": {"model": "org/small"},
            "strategy": {"kind": "concurrent", "streams": 8}}, "run_stats": null, "metrics": {"request_totals": {"successful": 4, "errored": 1},
            "request_latency": {"successful": {"mean": 1.5, "count": 4}}}}]}
            """
        let run = try only(text, "benchmarks.json")
        #expect(run.execution.configuration["concurrency"] == .number(8))
        #expect(run.mean(.e2eLatency) == 1500)
        let early = """
            {"benchmarks": [{"type_": "generative_benchmark", "args": {"strategy": {"type_": "synchronous"}},
            "worker": {"backend_model": "org/small"}, "run_stats": {"requests_made": {"successful": 4, "errored": 1}},
            "metrics": {"request_latency": {"successful": {"mean": 1.5, "count": 4}}}}]}
            """
        #expect(try only(early, "benchmarks.json").mean(.requestsFailed) == 1)
    }

    @Test func `the first release of MLPerf's load generator used other words`() throws {
        let text = """
            ================================================
            MLPerf Results Summary
            ================================================
            SUT name :
            Scenario : Multi Stream
            Mode     : Performance
            Result is : VALID

            Per-query latency:  "target_ns" : 50000000
            50.00 percentile latency (ns)   : 43000000
            99.00 percentile latency (ns)   : 49000000

            Per-sample latency:
            Mean latency (ns)               : 35000000
            50.00 percentile latency (ns)   : 31000000

            ================================================
            Test Parameters Used
            ================================================
            target_qps : 20

            """
        let run = try only(text, "mlperf_log_summary.txt")
        #expect(run.options == "scenario=MultiStream valid=true")
        #expect(run.figures(.e2eLatency) == [nil, 43, nil, 49, nil], "a mean of samples is not one of queries")
    }
}
