import Diagnostics
import Testing

@testable import AgentRuns

struct RunFileTests {
    @Test func `a run is written and read back, and written again the same`() throws {
        let bytes = RunFile.encode(.sample).bytes
        let read = try RunFile.decode(bytes, path: "run.json")
        #expect(read == .sample)
        #expect(RunFile.encode(read).bytes == bytes)
        #expect(bytes.last == UInt8(ascii: "\n"))
    }

    @Test func `null, absent and zero stay apart`() throws {
        let metrics: [MetricID: MetricSummary] = [
            .ttft: MetricSummary(unit: "ms", n: 1, [.mean: 0, .stddev: nil])
        ]
        let run = Run(id: "s/r", suite: "s", executions: [AgentExecution(slot: "a", metrics: metrics)], provenance: Provenance(importer: "test"))
        let text = RunFile.encode(run).string
        #expect(text.contains("\"mean\": 0"))
        #expect(text.contains("\"stddev\": null"))
        #expect(!text.contains("p50"))
        #expect(try RunFile.decode(Array(text.utf8), path: "x") == run)
    }

    @Test(arguments: [
        (
            "\"schema\": \"sitegen.run/1\"", "\"schema\": \"sitegen.run/2\"",
            "the schema 'sitegen.run/2' is newer than this program, which reads 'sitegen.run/1'"
        ),
        ("\"mean\": 652.16315", "\"mean\": \"fast\"", "'mean' must be a number, not text"),
        ("\"ttft_ms\": 528.6866", "\"ttft_ms\": -1", "'ttft_ms' must be a number that is not negative, not a number"),
        ("\"status\": \"completed\"", "\"status\": \"done\"", "'done' is not one of 'completed', 'failed'"),
        ("\"unit\": \"ms\"", "\"unit\": \"s\"", "'ttft' is measured in ms, not in 's'"),
        ("\"id\": \"suite/run_2\"", "\"id\": \"../run_2\"", "'../run_2' is no path: use letters, digits and . _ - + @ = between slashes"),
        ("\"id\": \"suite/run_2\"", "\"id\": \"other/run_2\"", "the id 'other/run_2' must begin with its suite, 'suite/'"),
        ("\"slot\": \"insight\"", "\"slot\": \"collector\"", "two executions have the slot 'collector'"),
        (
            "\"started_at\": \"2025-11-15T20:51:23.962364600Z\"", "\"started_at\": \"noon\"",
            "'started_at' must be a time such as 2025-11-15T20:51:23Z, not text"
        ),
    ])
    func `a broken record is refused at its line`(original: String, broken: String, message: String) throws {
        let text = RunFile.encode(.sample).string
        let range = try #require(text.range(of: original))
        let source = text.replacingCharacters(in: range, with: broken)
        let expectedLine = text[..<range.lowerBound].count { $0 == "\n" } + 1
        let error = #expect(throws: Diagnostic.self) { try RunFile.decode(Array(source.utf8), path: "runs/x/run.json") }
        #expect(error?.message == message)
        #expect(error?.location?.line == expectedLine)
        #expect(error?.location?.path == "runs/x/run.json")
    }

    @Test(arguments: [(0.800000011920929, 0.8), (1.0499999523162842, 1.05), (0.8, 0.8), (1.1, 1.1), (512, 512), (0.30000001192092896, 0.3)])
    func `a number that a 32-bit float widened is stored in its shortest form`(written: Double, meant: Double) {
        #expect(OptionValue.widened(written) == .number(meant))
    }
}

extension Run {
    static let sample = Run(
        id: "suite/run_2", suite: "suite", scenario: "chimera_homo", runNumber: 2, startedAt: Timestamp("2025-11-15T20:51:23.962364600Z"),
        producer: Producer(program: "demo", language: "rust", runtime: "smol"), system: HostSystem(os: "windows", arch: "x86_64"),
        executions: [
            AgentExecution(
                slot: "collector", agent: "Agent A", model: "gemma3:latest",
                configuration: SamplingConfiguration(["num_gpu": .number(80), "temperature": .number(0.8), "stop": .text("x"), "raw": .flag(true)]),
                ttftDefinition: .firstChunk, timestamp: Timestamp("2025-11-15T20:51:23.962364600Z"),
                metrics: [
                    .ttft: MetricSummary(unit: "ms", n: 2, [.mean: 652.16315, .stddev: nil]),
                    .outputTokens: MetricSummary(unit: "tokens", [.sum: 2048]),
                    MetricID(rawValue: "novel"): MetricSummary(unit: "furlongs", [.p50: 3]),
                ],
                calls: [
                    Call(
                        stage: "analysis", repetition: 1, ttft: 528.6866, load: 144.4629, total: 24108.5296, outputTokens: 952, throughput: 41.2,
                        cold: false),
                    Call(stage: "report", error: "timed out"),
                ],
                workflow: ["total": 57.16, "ingest": 0.02],
                analysed: AnalysedData(
                    files: ["total": 101], latest: ["csv": "2025-11-14 18:53:30 UTC"], names: ["a.csv"], values: ["mean": 187.1752905464622]),
                report: Report(file: "collector_report.md", modelWritten: [11...95, 120...121])),
            AgentExecution(slot: "insight", status: .failed, error: "no counters", callCount: 2, coldCount: 0),
        ],
        coordination: Coordination(
            wall: 57.1664419, sequential: 113.8820994, speedup: 1.9921145275966528, efficiency: 0.9960572637983263, contention: false),
        documents: ["combined_report.md"],
        provenance: Provenance(
            importer: "chimera", dialect: "J-RSMULTI-METRICS-2",
            sources: [SourceFile(path: "a/metrics.json", content: Array("x".utf8)), SourceFile(path: "a/run.md")], notes: ["One note."]))
}
