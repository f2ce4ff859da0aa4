import AgentRuns
import Foundation
import Testing

@testable import RunImport

/// Broken and hostile files: no crash, no hang, and never a figure that the file does not hold.
struct ServingFuzzTests {
    @Test(arguments: ServingSample.all)
    func `a file that is cut off anywhere gives nothing that the whole one would not`(sample: ServingSample) {
        let bytes = Array(sample.text.utf8)
        let whole = InMemory.read(bytes, name: sample.file).runs.map(\.run)
        #expect(whole.count == sample.runs)
        for length in 0..<bytes.count {
            let runs = InMemory.read(Array(bytes[..<length]), name: sample.file).runs.map(\.run)
            #expect(runs.count <= whole.count, "cut at \(length)")
            for (run, wanted) in zip(runs, whole) where run.executions[0].metrics != wanted.executions[0].metrics {
                let own = run.executions[0].metrics
                #expect(own.allSatisfy { wanted.executions[0].metrics[$0.key] == $0.value }, "cut at \(length)")
            }
        }
    }

    @Test(arguments: ServingSample.all)
    func `a file with random changes gives no figure that is not in it`(sample: ServingSample) {
        for seed in 0..<1000 { Self.check(sample, seed: UInt64(seed)) }
    }

    /// Runs for as long as `SITEGEN_FUZZ_SECONDS` says, with seeds that the test above does not use.
    @Test(.enabled(if: seconds != nil, "asked for by make fuzz"))
    func `hours of random changes find nothing`() {
        let end = Date(timeIntervalSinceNow: Self.seconds ?? 0)
        var seed: UInt64 = 1000
        while Date() < end {
            for sample in ServingSample.all { Self.check(sample, seed: seed) }
            seed += 1
        }
        print("\(seed - 1000) changes of each of \(ServingSample.all.count) samples")
    }

    private static let seconds = ProcessInfo.processInfo.environment["SITEGEN_FUZZ_SECONDS"].flatMap(Double.init)

    private static func check(_ sample: ServingSample, seed: UInt64) {
        var random = SeededRandom(seed: seed)
        let bytes = Mutation.changed(Array(sample.text.utf8), using: &random)
        let runs = InMemory.read(bytes, name: sample.file).runs
        if runs.isEmpty { return }
        let figures = FiguresInText(bytes)
        for run in runs.map(\.run) {
            // A change may turn a file of one tool into one of another.
            let derived = sample.derived.union(ServingSample.derived(of: run.provenance.importer))
            for (metric, summary) in run.executions[0].metrics where !derived.contains(metric) {
                for (statistic, value) in summary.present {
                    guard let value else { continue }
                    #expect(value.isFinite && value >= 0, "\(sample.file), seed \(seed): \(metric.rawValue) \(statistic)")
                    let isInText = figures.hold(value)
                    #expect(isInText, "\(sample.file), seed \(seed): \(metric.rawValue) \(statistic) is \(value)")
                }
            }
        }
    }

    private static let hostile: [(String, [UInt8])] = [
        ("deep.json", Array(String(repeating: "[", count: 200_000).utf8)),
        ("deep.jsonl", Array((ServingSample.sglang + String(repeating: "{\"a\":", count: 100_000)).utf8)),
        ("long-text.json", Array("{\"model_id\": \"".utf8) + [UInt8](repeating: 0x61, count: 2_000_000)),
        ("escapes.json", Array("{\"a\": \"".utf8) + Array(repeatElement(Array("\\n".utf8), count: 200_000).joined()) + Array("\"}".utf8)),
        ("long-number.json", Array("{\"a\": ".utf8) + [UInt8](repeating: 0x39, count: 500_000) + Array("}".utf8)),
        ("many-values.jsonl", Array(repeatElement(Array("[0]".utf8), count: 100_000).joined())),
        ("one-line.log", Array("============ Serving Benchmark Result".utf8) + [UInt8](repeating: 0x3D, count: 1_000_000)),
        ("blocks.log", Array(String(repeating: "== Serving Benchmark Result ==\n", count: 20_000).utf8)),
        ("bars.md", Array("| model | test | t/s |\n".utf8) + [UInt8](repeating: 0x7C, count: 500_000)),
        ("quotes.csv", Array("build_commit,\n".utf8) + [UInt8](repeating: 0x22, count: 500_000)),
        ("commas.csv", Array("Metric,avg,min,max,".utf8) + [UInt8](repeating: 0x2C, count: 500_000)),
    ]

    @Test(arguments: hostile.map(\.0))
    func `a file made to be slow is refused in good time`(name: String) throws {
        let bytes = try #require(Self.hostile.first { $0.0 == name }).1
        let clock = ContinuousClock()
        let time = clock.measure { #expect(InMemory.read(bytes, name: name).runs.isEmpty) }
        // Ten times what it takes on a busy machine; anything quadratic takes hours.
        #expect(time < .seconds(60))
    }

    @Test func `a file with more results than anybody measures is refused`() {
        let table = "| model | test | t/s |\n" + String(repeating: "| m | pp5 | 1.0 |\n", count: ServingRecord.mostOfOneFile + 5)
        let reading = InMemory.read(table, name: "bench.md")
        #expect(reading.runs.isEmpty)
        #expect(reading.messages == ["more than 20000 results in one file"])
    }

    @Test func `a key that stands twice refuses the file`() {
        let twice = ServingSample.vllm.replacing("\"completed\": 48", with: "\"completed\": 48, \"completed\": 7")
        let reading = InMemory.read(Array(twice.utf8), name: "serve.json")
        #expect(reading.runs.isEmpty)
        #expect(reading.messages == ["the key 'completed' occurs twice"])
        let many = "{" + (0..<50_000).map { "\"k\($0)\": 1" }.joined(separator: ",") + ", \"k0\": 2}"
        #expect(InMemory.read(Array(many.utf8), name: "many.json").messages == ["the key 'k0' occurs twice"])
    }

    @Test func `a number beyond every range is no data`() throws {
        let text = ServingSample.vllm.replacing("61.5", with: "1e999").replacing("60.25", with: "-1e999").replacing("90.125", with: "1e308")
        let run = try #require(InMemory.read(Array(text.utf8), name: "serve.json").runs.first?.run)
        #expect(run.executions[0].metrics[.ttft]?[.mean] == nil)
        #expect(run.executions[0].metrics[.ttft]?[.p50] == nil)
        #expect(run.executions[0].metrics[.ttft]?[.p99] == 1e308)
    }
}
