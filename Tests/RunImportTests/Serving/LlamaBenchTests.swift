import AgentRuns
import Testing

@testable import RunImport

struct LlamaBenchTests {
    @Test func `tokens of prompt and of text decide what a rate is a rate of`() throws {
        let runs = ServingSample.runs("bench.jsonl")
        #expect(runs.map(\.id) == ["sweep/bench/pp128-d256", "sweep/bench/tg32-d256"])
        #expect(runs[0].figures(.promptThroughput) == [512.75, nil, nil, nil, 2.5])
        #expect(runs[0].execution.metrics[.promptThroughput]?.n == 3)
        #expect(runs[0].figures(.e2eLatency) == [250, nil, nil, nil, 1])
        #expect(runs[0].mean(.inputTokens) == 128)
        #expect(runs[1].figures(.outputThroughput) == [128.5, nil, nil, nil, nil], "one repetition deviates from nothing")
        #expect(runs[1].mean(.outputTokens) == 32)
        #expect(runs.allSatisfy { $0.execution.metrics[.ttft] == nil })
        #expect(runs[0].startedAt?.text == "2026-03-04T05:06:07Z")
        #expect(
            runs[0].options
                == "backend=CUDA build=abc1234 (42) hardware=CPU X model_file=small.gguf n_depth=256 n_gen=0 n_gpu_layers=99 n_prompt=128 type_k=f16 type_v=q8_0"
        )
    }

    @Test func `a table keeps its deviations and says no count`() throws {
        let runs = ServingSample.runs("bench.csv")
        #expect(runs.map { $0.execution.configuration["hardware"]?.description } == ["GPU \"Y\"", "GPU \"Y\""])
        #expect(runs[1].figures(.outputThroughput) == [128.5, nil, nil, nil, 0.5])
        #expect(runs[1].execution.metrics[.outputThroughput]?.n == nil)
        #expect(runs[0].execution.configuration["model_file"] == .text("small.gguf"))
    }

    @Test func `a row with too few cells refuses the table`() {
        let reading = ServingSample.reading("bench.csv", replacing: ["\"128\",\"0\",\"0\"": "\"128\",\"0\""])
        #expect(reading.runs.isEmpty)
        #expect(reading.diagnostics.map { "\($0.location?.line ?? 0): \($0.message)" } == ["2: the row has 13 cells, the header 14"])
    }

    @Test func `a printed table is read by the names of its columns`() throws {
        let runs = ServingSample.runs("bench.md")
        #expect(runs.map(\.execution.model) == ["small 1B Q8_0", "small 1B Q8_0"])
        #expect(
            runs.map { $0.figures(.promptThroughput) ?? $0.figures(.outputThroughput) } == [
                [512.75, nil, nil, nil, 2.5], [128.5, nil, nil, nil, 0.5],
            ])
        #expect(
            runs.map(\.options) == [
                "backend=CUDA build=abc1234 (42) n_depth=512 n_gen=0 n_gpu_layers=99 n_prompt=128 n_threads=8",
                "backend=CUDA build=abc1234 (42) n_depth=0 n_gen=32 n_gpu_layers=99 n_prompt=0 n_threads=8",
            ])
    }

    @Test func `a number that is broken in two is no number`() {
        let runs = ServingSample.runs("bench.md", replacing: ["tg32": "tg3 2", "pp 128 @ d512": "pp 128 @ d 512"])
        #expect(runs.map { $0.mean(.inputTokens) } == [128])
    }

    @Test func `text that is generated behind a prompt is no total, in whatever form`() throws {
        func row(_ test: String) -> String {
            """
            {"build_commit": "abc1234", "build_number": 42, "model_filename": "small.gguf", "model_type": "small 1B", "cuda": true, \
            "n_prompt": 256, "n_gen": 32, "avg_ns": 400000000, "stddev_ns": 500, "avg_ts": 80.5, "stddev_ts": 0.5, "test": "\(test)"}

            """
        }
        let table = """
            | model    | size | params | backend | ngl |         test |          t/s |
            | -------- | ---: | -----: | ------- | --: | -----------: | -----------: |
            | small 1B |    1 |      1 | CUDA    |  99 |   tg32@pp256 | 80.50 ± 0.50 |
            | small 1B |    1 |      1 | CUDA    |  99 |   pp256+tg32 | 80.50 ± 0.50 |

            build: abc1234 (42)
            """
        let csv = """
            build_commit,model_filename,model_type,cuda,n_prompt,n_gen,avg_ns,stddev_ns,avg_ts,stddev_ts,test
            "abc1234","small.gguf","small 1B","1","256","32","400000000","500","80.5","0.5","tg32@pp256"
            "abc1234","small.gguf","small 1B","1","256","32","400000000","500","80.5","0.5","pp256+tg32"

            """
        for (text, name) in [(row("tg32@pp256") + row("pp256+tg32"), "bench.jsonl"), (table, "bench.md"), (csv, "bench.csv")] {
            let runs = InMemory.read(text, name: name).runs.map(\.run)
            #expect(runs.map { $0.mean(.outputThroughput) } == [80.5, nil], "\(name)")
            #expect(runs.map { $0.mean(.totalThroughput) } == [nil, 80.5], "\(name)")
            #expect(runs.map { $0.mean(.inputTokens) } == [nil, 256], "\(name)")
            #expect(
                runs.map { run in ["n_prompt", "n_gen", "n_depth"].map { run.execution.configuration[$0]?.description } } == [
                    ["0", "32", "256"], ["256", "32", "0"],
                ], "\(name)")
        }
    }

    @Test func `a table without rows is skipped, one without a build line is read`() {
        let text = ServingSample.llamaMarkdown
        let header = text.split(separator: "\n").prefix(3).joined(separator: "\n")
        #expect(InMemory.read(header, name: "bench.md").skipped.map(\.reason) == ["llama-bench: no figures that are known"])
        let crashed = ServingSample.runs("bench.md", replacing: ["build: abc1234 (42)": "Segmentation fault"])
        #expect(crashed.map { $0.execution.configuration["build"] } == [nil, nil])
    }

    @Test func `a test of prompt and text together is a total, and old files name their backend by switches`() throws {
        let run = try #require(
            ServingSample.runs("bench.jsonl", replacing: ["\"n_gen\": 0": "\"n_gen\": 16", "\"backends\": \"CUDA\"": "\"cuda\": true"]).first)
        #expect(run.mean(.totalThroughput) == 512.75)
        #expect(run.execution.configuration["backend"] == .text("CUDA"))
    }

    @Test func `an array that a crash left open is refused`() {
        #expect(InMemory.read("[" + ServingSample.llamaLines.replacing("}\n", with: "},\n"), name: "bench.json").runs.isEmpty)
    }
}
