import AgentRuns
import Testing

@testable import RunImport

/// Tools whose results are mostly kept as what they printed.
struct PrintedToolTests {
    @Test func `llama-benchy is a tool of its own, with its time to the first token and its date`() throws {
        let runs = ServingSample.runs("benchy.md")
        #expect(runs.map(\.producer.program) == ["llama-benchy", "llama-benchy", "llama-benchy", "llama-benchy"])
        #expect(runs.map(\.producer.version) == ["0.9.1", "0.9.1", "0.9.1", "0.9.1"])
        #expect(runs.map { $0.startedAt?.text } == ["2026-04-05T06:07:08", "2026-04-05T06:07:08", "2026-04-05T06:07:08", "2026-04-05T06:07:08"])
        #expect(
            runs.map(\.options) == [
                "concurrency=4 n_depth=0 n_gen=0 n_prompt=1024", "concurrency=4 n_depth=0 n_gen=64 n_prompt=0",
                "concurrency=4 n_depth=512 n_gen=64 n_prompt=0", "concurrency=4 n_depth=512 task=ctx_pp",
            ])
        #expect(runs.map { $0.figures(.ttft) } == [[201.75, nil, nil, nil, 2.25], nil, nil, [131.25, nil, nil, nil, 1.5]])
        #expect(runs.map { $0.mean(.promptThroughput) } == [4100.25, nil, nil, 4200.75])
        #expect(runs.map { $0.mean(.outputThroughput) } == [nil, 150.5, 140.25, nil])
        #expect(Set(runs.map(\.execution.slot)) == ["llama-benchy"])
    }

    @Test func `llama-benchy's report says the same as its table`() {
        let text = """
            {"version": "0.9.1", "timestamp": "2026-04-05 06:07:08", "latency_mode": "api", "latency_ms": 1.5, "model": "org/small",
            "max_concurrency": 1, "benchmarks": [{"concurrency": 1, "context_size": 0, "prompt_size": 1024, "response_size": 64,
            "is_context_prefill_phase": false, "pp_throughput": {"mean": 4100.25, "std": 12.5, "values": []},
            "tg_throughput": {"mean": 50.5, "std": 0.25, "values": []}, "e2e_ttft": {"mean": 201.75, "std": 2.25, "values": []}}]}
            """
        let runs = InMemory.read(text, name: "report.json").runs.map(\.run)
        #expect(runs.map(\.options) == ["latency_mode=api n_depth=0 n_gen=0 n_prompt=1024", "latency_mode=api n_depth=0 n_gen=64 n_prompt=0"])
        #expect(runs.map { $0.figures(.ttft) } == [[201.75, nil, nil, nil, 2.25], nil])
        #expect(runs.map { $0.mean(.outputThroughput) } == [nil, 50.5])
    }

    @Test func `llama-batched-bench gives the speeds of all sequences, and its timings at the end say nothing new`() {
        let runs = ServingSample.runs("batched.log")
        #expect(
            runs.map(\.options) == [
                "batch_size=1 fa=1 n_ctx=4096 n_gen=32 n_gpu_layers=33 n_prompt=256 n_threads=6", "batch_size=4 fa=1 n_ctx=4096 n_gen=32 n_gpu_layers=33 n_prompt=256 n_threads=6",
            ])
        #expect(runs.map { $0.mean(.outputThroughput) } == [42.75, 85.25])
        #expect(runs.map { $0.mean(.totalThroughput) } == [329.5, 219.75])
        #expect(runs.map { $0.mean(.ttft) } == [125, 250])
        #expect(runs.map { $0.mean(.e2eLatency) } == [875, 1750])
        #expect(runs.map { $0.mean(.inputTokens) } == [256, 256], "one prompt that all share")
        #expect(runs.map { $0.mean(.outputTokens) } == [32, 128])
        let line = ServingSample.runs("batched.jsonl")
        #expect(line.map { $0.mean(.inputTokens) } == [1024])
        #expect(line.map(\.options) == ["batch_size=4 fa=1 n_ctx=4096 n_gen=32 n_gpu_layers=33 n_prompt=256 n_threads=6"])
    }

    @Test func `llama-sweep-bench is a sweep over the depth`() {
        let runs = ServingSample.runs("sweep.log")
        #expect(runs.map(\.id) == ["sweep/sweep/pp512-tg128", "sweep/sweep/pp512-tg128-d512"])
        #expect(runs.map { $0.execution.configuration["n_depth"] } == [.number(0), .number(512)])
        #expect(runs.map { $0.mean(.promptThroughput) } == [1024.25, 819.5])
        #expect(runs.map { $0.mean(.outputThroughput) } == [51.25, 46.75])
        #expect(runs.allSatisfy { $0.mean(.ttft) == nil })
    }

    @Test func `llama.cpp's server times each request, another program itself`() {
        let requests = ServingSample.runs("server.log")
        #expect(requests.map { $0.mean(.ttft) } == [250.5, 80.25])
        #expect(requests.map(\.execution.ttftDefinition) == [.promptEval, .promptEval])
        #expect(requests.map { $0.mean(.e2eLatency) } == [1850.75, 980.75])
        #expect(requests.map { $0.mean(.outputThroughput) } == [39.99, 39.98])
        #expect(requests.map { $0.mean(.outputTokens) } == [64, 36])
        #expect(requests.map(\.execution.model) == ["small-q8.gguf", "small-q8.gguf"])
        let program = ServingSample.runs("cli.log")
        #expect(program.map { $0.mean(.promptThroughput) } == [498.75])
        #expect(program.map { $0.mean(.outputThroughput) } == [39.99])
        #expect(program.map { $0.mean(.ttft) ?? $0.mean(.e2eLatency) } == [nil])
    }

    @Test func `timings that lost their end are named`() {
        let cut = LlamaText.server.split(separator: "\n").dropLast().joined(separator: "\n")
        let reading = InMemory.read(cut, name: "server.log")
        #expect(reading.runs.count == 1)
        #expect(reading.messages == ["timings of llama.cpp without the line 'total time' are left out"])
        let answer = ServingSample.ollamaRun.split(separator: "\n").dropLast().joined(separator: "\n")
        #expect(
            InMemory.read(answer, name: "chat.txt").messages == ["timings of ollama run --verbose without 'eval rate' and what it is of are left out"]
        )
    }

    @Test func `ollama run is read as the answers of its server are`() {
        let runs = ServingSample.runs("chat.txt")
        #expect(runs.map(\.execution.model) == ["small:3b", "small:3b"])
        #expect(runs.map { $0.mean(.ttft) } == [2370.5, 240.35])
        #expect(runs.map(\.execution.coldCount) == [1, 0])
        #expect(runs.map { $0.mean(.e2eLatency) } == [62500, 1900])
        #expect(runs.map { $0.mean(.outputThroughput) } == [24, 20])
        #expect(runs.map { $0.mean(.inputTokens) } == [24, 48])
    }

    @Test func `rates that a filter left of ollama's timings are read as printed`() {
        let text =
            "prompt eval rate:     1354.75 tokens/s\neval rate:            88.25 tokens/s\nprompt eval rate: 1400.00 tokens/s\neval rate: 95.25 tokens/s\n"
        let runs = InMemory.read(text, name: "rates.txt").runs.map(\.run)
        #expect(runs.map { $0.mean(.outputThroughput) } == [88.25, 95.25])
        #expect(runs.map { $0.mean(.promptThroughput) } == [1354.75, 1400])
    }

    @Test(arguments: [
        ("1m2.5s", 62_500_000_000), ("350.1ms", 350_100_000), ("12µs", 12_000), ("1h0m0.25s", 3_600_250_000_000), ("9ns", 9), ("1m", nil),
        ("12", nil),
        ("5 s", nil), ("", nil),
    ])
    func `a duration of Go is read to the nanosecond, and none that was cut off`(text: String, nanoseconds: Double?) {
        #expect(GoDuration.nanoseconds(text) == nanoseconds)
    }

    @Test func `vllm bench latency gives the latency of a batch`() {
        let data = ServingSample.runs("latency.json")
        #expect(data.map { $0.figures(.e2eLatency) } == [[1250, 1218.75, nil, 1375, 62.5]])
        #expect(data.map { $0.execution.metrics[.e2eLatency]?.n } == [3])
        let printed = ServingSample.runs("latency.log")
        #expect(printed.map { $0.figures(.e2eLatency) } == [[1250, 1218.75, nil, 1375, 62.5]])
        #expect(printed.map(\.options) == ["batch_size=4 isl=256 osl=32"])
        #expect(printed.map(\.execution.model) == ["org/small"])
    }

    @Test func `vllm bench throughput gives the rates of the whole`() {
        let data = ServingSample.runs("throughput.json")
        #expect(data.map { $0.mean(.totalThroughput) } == [1024.5])
        #expect(data.map { $0.mean(.requestsCompleted) } == [50])
        let printed = ServingSample.runs("throughput.log")
        #expect(printed.map { $0.mean(.outputThroughput) } == [256.25])
        #expect(printed.map { $0.mean(.inputTokens) } == [9600])
        #expect(printed.map(\.options) == ["isl=192 osl=64"])
    }
}
