import AgentRuns
import Testing

@testable import RunImport

/// Columns and fields of figures that no version of a tool has, and which are no settings.
struct NamedFigureTests {
    @Test(
        arguments: [
            ("power W", "241.5", "power 241.5 W"), ("Power (W)", "241.5", "power 241.5 W"), ("avg_power_w", "241.5", "power 241.5 W"),
            ("watts", "241.5", "power 241.5 W"), ("power", "241.5", "power 241.5 W"), ("CPU power [W]", "65.5", "cpu_power 65.5 W"),
            ("energy kJ", "1.5", "energy 1500.0 J"), ("energy_wh", "0.5", "energy 1800.0 J"), ("tok/J", "0.5", "tokens_per_joule 0.5 tok/J"),
            ("tokens_per_joule", "0.5", "tokens_per_joule 0.5 tok/J"), ("J/tok", "2.5", "energy_per_token 2.5 J/token"),
            ("energy mJ/token", "2500", "energy_per_token 2.5 J/token"), ("VRAM GiB", "10", "memory 10.73741824 GB"),
            ("peak_memory_mb", "500", "memory 0.5 GB"), ("GPU temp °C", "61.5", "gpu_temp 61.5 °C"), ("util %", "97.5", "util 97.5 %"),
            ("ms", "9.5", "ms 9.5 ms"),
            ("TTFT ms", "50.5", "ttft 50.5 ms"), ("TTFT s", "0.5", "ttft_s 0.5 s"), ("clock MHz", "2,505", "clock 2505.0 MHz"),
        ])
    func `a heading with a unit is a metric's`(heading: String, cell: String, expected: String) {
        let figure = FigureHeading(heading)?.figure(of: cell)
        #expect(figure.map { "\($0.metric.rawValue) \($0.mean) \($0.unit)" } == expected)
    }

    @Test(arguments: ["n_ubatch", "type_k", "mla_attn", "no_ooae", "fmoe", "split mode", "W/o", "cache_type", "n_gpu_layers", "threads"])
    func `a heading without one is none`(heading: String) {
        #expect(FigureHeading(heading) == nil)
    }

    @Test func `columns of figures start no series, in tables and in data files`() {
        let table = """
            | model    | backend | ngl |  test |           t/s | power W |      temp | tok/J |
            | -------- | ------- | --: | ----: | ------------: | ------: | --------: | ----: |
            | small 1B | CUDA    |  99 | tg128 | 101.50 ± 0.25 |   180.5 | 61.5 ± 2.0 |  0.56 |
            | small 1B | CUDA    |  99 | tg128 | 101.75 ± 0.25 |   179.5 |       n/a |  0.57 |
            """
        let runs = InMemory.read(table, name: "bench.md").runs.map(\.run)
        #expect(runs.map(\.id) == ["sweep/bench/tg128", "sweep/bench/tg128-2"])
        #expect(Set(runs.map(\.options)) == ["backend=CUDA n_depth=0 n_gen=128 n_gpu_layers=99 n_prompt=0"])
        #expect(runs.map { $0.mean(.power) } == [180.5, 179.5])
        #expect(runs.map { $0.mean(.tokensPerJoule) } == [0.56, 0.57])
        #expect(runs.map { $0.figures(MetricID(rawValue: "temp")) } == [[61.5, nil, nil, nil, 2], nil])
        #expect(runs[0].execution.metrics[MetricID(rawValue: "temp")]?.unit == "°C")
    }

    @Test func `numbers without a unit that vary among equal tests are figures, whole steps of an option are not`() {
        func row(_ more: String) -> String {
            """
            {"build_commit": "abc1234", "build_number": 42, "model_filename": "small.gguf", "model_type": "small 1B", "backends": "CUDA", \
            "n_prompt": 0, "n_gen": 64, "avg_ts": 64.5, \(more)}

            """
        }
        let runs = InMemory.read(row("\"draw\": 180.5, \"lanes\": 2") + row("\"draw\": 179.0, \"lanes\": 2"), name: "bench.jsonl").runs.map(\.run)
        #expect(runs.map(\.id) == ["sweep/bench/tg64", "sweep/bench/tg64-2"])
        #expect(runs.map { $0.execution.configuration["draw"] } == [nil, nil])
        #expect(runs.map { $0.execution.configuration["lanes"] } == [.number(2), .number(2)])
        #expect(runs.map { $0.mean(MetricID(rawValue: "draw")) } == [180.5, 179])
        let swept = InMemory.read(row("\"lanes\": 2") + row("\"lanes\": 4"), name: "bench.jsonl").runs.map(\.run)
        #expect(swept.map { $0.execution.configuration["lanes"] } == [.number(2), .number(4)])
    }

    @Test func `goodput and energy of a server are figures, and a goodput of none is nothing`() throws {
        func result(_ more: String) throws -> Run {
            let text = ServingSample.vllm.replacing("\"request_goodput:\": null", with: more)
            return try #require(InMemory.read(text, name: "serve.json").runs.first?.run)
        }
        let metrics: [MetricID] = [.goodput, .power, .energyPerToken]
        let run = try result("\"request_goodput:\": 3.5, \"avg_power_w\": 300.5, \"joules_per_token\": 1.25, \"max_output_tokens_per_s\": 400.0")
        #expect(metrics.map { run.mean($0) } == [3.5, 300.5, 1.25])
        #expect(run.options == "backend=openai-chat concurrency=8 num_prompts=50 request_rate=inf")
        #expect(run.execution.metrics.keys.map(\.rawValue).sorted().filter { $0.hasPrefix("max") }.isEmpty)
        let written = try result("\"avg_power_w\": \"300.5\", \"gpu_temp_c\": \"warm\"")
        #expect(metrics.map { written.mean($0) } == [nil, 300.5, nil])
        #expect(written.execution.configuration["avg_power_w"] == nil)
        #expect(try metrics.map(result("\"request_goodput\": 0.0").mean) == [0, nil, nil])
        #expect(try metrics.map(result("\"request_goodput\": null").mean) == [nil, nil, nil])
    }
}
