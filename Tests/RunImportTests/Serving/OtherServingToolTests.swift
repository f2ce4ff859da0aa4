import AgentRuns
import Testing

@testable import RunImport

struct GuideLLMTests {
    @Test func `a report of generation 3 gives its successful requests, the latency in seconds converted`() throws {
        let run = try #require(ServingSample.runs("benchmarks.json").first)
        #expect(run.figures(.e2eLatency) == [225, 218.75, 281.25, 296.875, 23.5])
        #expect(run.figures(.ttft) == [33.5, 33.25, 36.5, nil, 1.5])
        #expect(run.figures(.tpot) == nil, "a count of 0 is no data")
        #expect([MetricID.requestsCompleted, .requestsFailed, .inputTokens].map { run.mean($0) } == [8, 1, 80])
        #expect(run.startedAt?.text == "2026-03-04T05:06:07Z")
        #expect(run.options == "backend=openai_http concurrency=4 generation=3 strategy=concurrent")
        #expect(run.producer.version == "0.5.0")
    }

    @Test func `the generation is told from the layout, and a newer report is read with a note`() throws {
        let second = try #require(
            ServingSample.runs(
                "benchmarks.json",
                replacing: [
                    "\"type_\": \"generative_benchmark\",": "\"type_\": \"generative_benchmark\", \"worker\": {\"backend_model\": \"org/other\"},"
                ]
            ).first)
        #expect(second.execution.model == "org/other")
        #expect(second.execution.configuration["generation"] == .number(2))
        let later = try #require(ServingSample.runs("benchmarks.json", replacing: ["\"version\": 1": "\"version\": 3"]).first)
        #expect(later.execution.configuration["generation"] == .number(4))
        #expect(later.provenance.notes == ["Version 3 of GuideLLM's report is not one that was tried; it was read as version 2."])
        #expect(
            ServingSample.reading("benchmarks.json", replacing: ["\"request_latency\"": "\"latency\""]).skipped.map(\.reason)
                == ["GuideLLM: the field 'metrics.request_latency.successful' is missing, or not what it should be"])
    }

    @Test func `the first generation has requests alone, of which the statistics are made`() throws {
        func request(_ start: Double, _ end: Double, _ first: Double) -> String {
            """
            {"prompt": "secret", "prompt_token_count": 10, "output_token_count": 4, "start_time": \(start), "end_time": \(end),
            "first_token_time": \(first), "decode_times": {"data": [0.25, 0.5]}}
            """
        }
        let text = """
            {"benchmarks": [{"args": {"model": "org/small", "backend_type": "openai_server"}, "benchmarks": [{"mode": "asynchronous", "rate": 2.0,
            "errors": [{}], "results": [\(request(1_772_600_767, 1_772_600_769, 0.5)), \(request(1_772_600_768, 1_772_600_771, 1.5))]}]}]}
            """
        let run = try #require(InMemory.read(text, name: "report.json").runs.first?.run)
        #expect(run.figures(.ttft) == [1000, 1000, 1450, 1490, 500])
        #expect(run.figures(.itl) == [375, 375, 500, 500, 125])
        #expect(run.execution.metrics[.itl]?.n == 4)
        #expect(run.figures(.e2eLatency)?.prefix(2) == [2500, 2500])
        #expect([MetricID.outputThroughput, .requestThroughput, .inputTokens, .requestsFailed].map { run.mean($0) } == [2, 0.5, 20, 1])
    }

    @Test func `the table has three rows of headings and lists of percentiles`() throws {
        let run = try #require(ServingSample.runs("benchmarks.csv").first)
        #expect(run.execution.model == "org/small")
        #expect(run.startedAt?.text == "2026-03-04T05:06:07")
        #expect(run.options == "generation=3 request_rate=2.5 strategy=constant")
        #expect(run.figures(.e2eLatency) == [1250, 1125, 1500, 1750, 62.5])
        #expect(run.figures(.ttft) == [41.5, 40.25, nil, nil, nil], "a list of another length is not known")
        #expect(run.execution.metrics[.ttft]?.n == 40)
        #expect(run.mean(.inputTokens) == 420)
    }
}

struct SGLangTests {
    @Test func `the oldest lines have no throughputs, the newest a description of the server`() throws {
        let runs = ServingSample.runs("result.jsonl")
        #expect(
            runs.map(\.options) == [
                "backend=sglang dataset=random request_rate=inf",
                "backend=sglang-oai concurrency=16 dataset=sharegpt dtype=bfloat16 request_rate=4 tag=c16 tp=2",
            ])
        #expect(runs.map(\.execution.model) == [nil, "org/small"])
        #expect([MetricID.requestThroughput, .promptThroughput, .outputThroughput, .totalThroughput].map { runs[0].mean($0) } == [5, 250, 125, 375])
        #expect(runs[0].figures(.ttft) == [nil, 85.5, nil, nil, nil])
        #expect(runs[1].figures(.ttft) == [20.5, 20.25, nil, 30.5, 1.5])
        #expect(runs[1].figures(.itl) == nil)
    }

    @Test func `its block is told from that of vLLM by its rows`() throws {
        let run = try #require(ServingSample.runs("result.log").first)
        #expect(run.provenance.importer == "sglang")
        #expect(run.options == "backend=sglang concurrency=16 request_rate=inf")
        #expect(run.figures(.e2eLatency) == [900.5, 899.25, nil, nil, nil])
        #expect(run.mean(.promptThroughput) == 400.5)
    }

    @Test func `without streaming the time to the first token is that of the whole call`() throws {
        let line = """
            {"completed": 4, "duration": 2, "total_output_tokens_retokenized": 9, "mean_itl_ms": 0.0, "median_ttft_ms": 500.5,
            "median_e2e_latency_ms": 500.75}
            """
        let run = try #require(InMemory.read(line, name: "result.jsonl").runs.first?.run)
        #expect(run.execution.ttftDefinition == .totalDuration)
        let oldest = """
            {"total_output_tokens_retokenized": 1, "completed": 9, "duration": 2, "median_ttft_ms": 500, "median_itl_ms": 0.0,
            "median_e2e_latency_ms": 501}
            """
        #expect(InMemory.read(oldest, name: "a.jsonl").runs.first?.run.execution.ttftDefinition == .totalDuration)
    }
}

struct InferenceXTests {
    @Test func `throughputs for each GPU become those of the system, each over its own GPUs`() throws {
        let runs = ServingSample.runs("agg_point.json")
        #expect(runs[0].mean(.totalThroughput) == 202)
        #expect(runs[0].figures(.ttft) == [225, 75, nil, 1500, 450])
        #expect(runs[0].options == "backend=vllm concurrency=32 gpus=4 hardware=gpu1 isl=1024 osl=128 pp=2 tp=2")
        #expect(runs[0].startedAt?.zone == .naive)
        #expect([MetricID.totalThroughput, .outputThroughput, .promptThroughput].map { runs[1].mean($0) } == [84, 15, 61])
        #expect([MetricID.requestsCompleted, .requestsFailed, .requestThroughput].map { runs[1].mean($0) } == [19, 1, 2])
        #expect(runs[1].execution.metrics[.e2eLatency]?.n == 19)
    }
}

struct LLMPerfTests {
    @Test func `a summary in seconds, with words that are no JSON`() throws {
        let run = try #require(ServingSample.runs("small_summary.json").first)
        #expect(run.figures(.ttft) == [248.5, 212.5, 362.5, nil, 70.5])
        #expect(run.figures(.e2eLatency) == nil)
        #expect(run.execution.metrics[.itl]?.n == nil)
        #expect(run.mean(.requestThroughput) == 1.4125)
        #expect([MetricID.inputTokens, .outputTokens, .requestsFailed].map { run.mean($0) } == [5515, 1503, 1])
        #expect(run.options == "concurrency=5 isl=550 osl=150")
        #expect(run.startedAt?.text == "2026-03-04T05:06:07Z")
    }
}

struct MLPerfTests {
    @Test func `the first of two lines counts, and an invalid result says so`() throws {
        let run = try #require(ServingSample.runs("mlperf_log_summary.txt").first)
        #expect(run.mean(.outputThroughput) == 8840.25)
        #expect(run.figures(.e2eLatency) == [9716, 8609, nil, 30354, nil])
        #expect(run.figures(.ttft) == [201.25, nil, 354.5, nil, nil])
        #expect(run.mean(.tpot) == 32.125)
        #expect(run.options == "request_rate=29.5 scenario=Server sut=PySUT ttft_latency_ms=450 valid=false")
        #expect(run.provenance.notes == ["The tool calls this result invalid."])
        #expect(run.execution.ttftDefinition == .serverReported)
    }

    @Test func `a run for accuracy is skipped, a summary without its end refused`() {
        let accuracy = ServingSample.reading("mlperf_log_summary.txt", replacing: ["PerformanceOnly": "AccuracyOnly"])
        #expect(accuracy.skipped.map(\.reason) == ["MLPerf LoadGen: not a run that measured performance"])
        #expect(
            ServingSample.reading("mlperf_log_summary.txt", replacing: ["Test Parameters Used": ""]).messages
                == ["the summary ends before the test's parameters"])
    }
}
