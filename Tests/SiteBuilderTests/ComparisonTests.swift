import AgentRuns
import Foundation
import RunStatistics
import Testing

@testable import SiteBuilder

struct ComparisonTests {
    private func compare(_ a: [Run], _ b: [Run], metrics: [String]? = nil) throws -> Comparison {
        let model = SiteModel(runs: a + b)
        return Comparison(try #require(model.side(named: "a")), try #require(model.side(named: "b")), in: model, metrics: metrics)
    }

    private func row(_ metric: String, of comparison: Comparison) throws -> ComparisonRow {
        try #require(comparison.rows.first { $0.metric.id == metric })
    }

    @Test func `ten runs a side and a clear shift are a regression of TTFT and none of throughput`() throws {
        let found = try compare(History.runs(10, around: 600, suite: "a"), History.runs(10, from: 11, around: 840, suite: "b"))
        #expect(try row("ttft", of: found).verdict == .regression)
        #expect(try row("output_throughput", of: found).verdict == .noChange)
        #expect(found.tested == 2)
        #expect(ComparisonWords(comparison: found).headline == "1 of 2 series regressed and none improved")
    }

    @Test func `the centres are medians of runs and the ratio is the median of all ratios`() throws {
        let a = [500.0, 510, 520].enumerated().map { History.run($0.offset, suite: "a", ttft: $0.element) }
        let b = [600.0, 640].enumerated().map { History.run(10 + $0.offset, suite: "b", ttft: $0.element) }
        let found = try row("ttft", of: compare(a, b))
        #expect(found.a?.value == 510)
        #expect(found.b?.value == 620)
        #expect(found.a?.n == 3)
        // 600/520, 600/510, 600/500, 640/520, 640/510, 640/500: the middle two are 1.2 and 640/520.
        #expect(abs((found.difference?.ratio ?? 0) - (1.2 * 640 / 520).squareRoot()) < 1e-12)
        #expect(found.verdict == .notEnoughData)
        #expect(found.pAdjusted == nil)
    }

    @Test func `one run against one has a difference and no verdict, and says so`() throws {
        let found = try compare([History.run(1, suite: "a", ttft: 600)], [History.run(2, suite: "b", ttft: 900)])
        #expect(try row("ttft", of: found).difference?.ratio == 1.5)
        #expect(found.rows.allSatisfy { $0.verdict == .notEnoughData })
        #expect(ComparisonWords(comparison: found).headline == "One run against one: differences, no verdicts")
    }

    @Test func `what only one side has is listed, and so are failures and other definitions`() throws {
        let other: [String: OptionValue] = ["num_ctx": .number(1024)]
        let a = [
            History.run(1, suite: "a", ttft: 600), History.run(2, suite: "a", slot: "old", ttft: 600),
            History.run(3, suite: "a", ttft: 600, options: other), History.run(4, suite: "a", slot: "defined", ttft: 600),
        ]
        let b = [
            History.run(5, suite: "b", ttft: 610), History.run(6, suite: "b", slot: "new", ttft: 600),
            History.run(7, suite: "b", ttft: nil, options: other),
            History.run(8, suite: "b", slot: "defined", ttft: 80, definition: .promptEval),
        ]
        let found = try compare(a, b)
        func verdict(_ slot: String, _ options: [String: OptionValue], _ metric: String = "ttft") -> VerdictWord? {
            found.rows.first { $0.agent.slot == slot && $0.agent.options == SamplingConfiguration(options) && $0.metric.id == metric }?
                .verdict
        }
        let usual: [String: OptionValue] = ["num_ctx": .number(512)]
        #expect(verdict("old", usual) == .removed)
        #expect(verdict("new", usual) == .added)
        #expect(verdict("insight", other) == .failed)
        #expect(verdict("defined", usual) == .notComparable)
        #expect(verdict("insight", usual) == .notEnoughData)
        #expect(verdict("insight", other, "failure_rate") == .notEnoughData)
    }

    @Test func `what the sides differ in as a whole is compared across and said in the heading; everything else pairs exactly`() throws {
        func side(_ name: String, gpu: String, build: Double, tests: [(prompt: Double, speed: Double)]) -> [Run] {
            tests.enumerated().map { number, test in
                Bench.run(
                    "\(name)/\(number)", suite: name, .promptThroughput, test.speed,
                    ["hardware": .text(gpu), "build": .number(build), "n_prompt": .number(test.prompt), "threads": .number(8)])
            }
        }
        let found = try compare(
            side("a", gpu: "RX 7900", build: 6865, tests: [(512, 2000), (4096, 900), (16384, 500)]),
            side("b", gpu: "RTX 4090", build: 7356, tests: [(512, 3000), (16384, 500), (32768, 300)]))
        #expect(
            found.lines == [
                "n_prompt 512: 2000 to 3000, not_enough_data", "n_prompt 4096: 900 to –, removed", "n_prompt 16384: 500 to 500, not_enough_data",
                "n_prompt 32768: – to 300, added",
            ])
        #expect(found.rows[0].difference?.ratio == 1.5)
        #expect(found.rows[2].difference?.ratio == 1)
        let words = ComparisonWords(comparison: found)
        #expect(words.headline == "RX 7900 against RTX 4090, build 6865 to build 7356: not enough data for a verdict")
        #expect(words.common == "All rows: bench, serving_benchmark, m, threads 8.")
    }

    @Test func `loads that one side lacks are added or removed, whatever the amount that was measured`() throws {
        func side(_ name: String, prompts: Double, loads: [Double]) -> [Run] {
            (0..<5).flatMap { repetition in
                loads.map { load in
                    Bench.run(
                        "\(name)/\(repetition)-\(Int(load))", suite: name, .outputThroughput, 100 * load + Double(repetition),
                        ["concurrency": .number(load), "num_prompts": .number(prompts)])
                }
            }
        }
        let found = try compare(side("a", prompts: 100, loads: [1, 8, 32]), side("b", prompts: 200, loads: [8, 32, 64]))
        #expect(
            found.lines == [
                "concurrency 1: 102 to –, removed", "concurrency 8: 802 to 802, not_enough_data", "concurrency 32: 3202 to 3202, not_enough_data",
                "concurrency 64: – to 6402, added",
            ])
        #expect(found.rows.map { [$0.a?.n, $0.b?.n] } == [[5, nil], [5, 5], [5, 5], [nil, 5]])
        #expect(ComparisonWords(comparison: found).headline == "Not enough data for a verdict")
    }

    @Test func `several settings of one side each stand against the one of the other, and are never pooled`() throws {
        func run(_ suite: String, _ speed: Double, _ options: [String: OptionValue]) -> Run {
            Bench.run("\(suite)/\(speed)", suite: suite, .outputThroughput, speed, options)
        }
        let one = [run("a", 100, ["cache": .text("f16")])]
        let several = [run("b", 110, ["cache": .text("q8")]), run("b", 150, ["cache": .text("q4")])]
        let found = try compare(one, several)
        #expect(found.lines == ["cache q4: 100 to 150, not_enough_data", "cache q8: 100 to 110, not_enough_data"])
        #expect(found.subject.phrase == "cache f16 against q4 and q8")

        let both = try compare(one + [run("a", 90, ["cache": .text("f32")])], several)
        #expect(
            both.lines == ["cache f16: 100 to –, removed", "cache f32: 90 to –, removed", "cache q4: – to 150, added", "cache q8: – to 110, added"])

        let partly = try compare([run("a", 100, ["fa": .number(0)]), run("a", 120, ["fa": .number(1)])], [run("b", 126, ["fa": .number(1)])])
        #expect(partly.lines == ["fa 0: 100 to –, removed", "fa 1: 120 to 126, not_enough_data"])
        #expect(partly.subject.phrase == nil)
    }

    @Test func `what one side does not record pairs only where the other never does, and other work never does`() throws {
        func run(_ suite: String, _ speed: Double, _ options: [String: OptionValue], language: String? = nil) -> Run {
            Bench.run("\(suite)/\(speed)", suite: suite, .outputThroughput, speed, options, language: language)
        }
        let whole = try compare([run("a", 100, [:], language: "python")], [run("b", 110, ["hardware": .text("GPU")], language: "rust")])
        #expect(whole.lines == [": 100 to 110, not_enough_data"])
        #expect(
            ComparisonWords(comparison: whole).headline
                == "Python against Rust, hardware not recorded against GPU, one run against one: differences, no verdicts")

        let mixed = try compare(
            [run("a", 100, [:]), run("a", 120, ["hardware": .text("GPU")])], [run("b", 110, ["hardware": .text("GPU")])])
        #expect(mixed.lines == [": 100 to –, removed", "GPU: 120 to 110, not_enough_data"])

        let work = try compare([run("a", 100, ["concurrency": .number(8)])], [run("b", 190, ["concurrency": .number(16)])])
        #expect(work.lines == ["concurrency 8: 100 to –, removed", "concurrency 16: – to 190, added"])
        #expect(
            ComparisonWords(comparison: work).lede
                == "From A, a, to B, b. Nothing that A did was done by B (concurrency 8 against 16), and work is only held against the same work.")
    }

    @Test func `two tools are compared across, and options that the site ignores tell no rows apart`() throws {
        let a = [Bench.run("a/1", suite: "a", .outputThroughput, 100, ["seat": .number(1)], program: "vllm")]
        let b = [Bench.run("b/1", suite: "b", .outputThroughput, 120, ["seat": .number(2)], program: "sglang")]
        let found = try compare(a, b)
        #expect(found.subject.phrase == "vllm against sglang, seat 1 against 2")
        #expect(found.rows.map(\.name) == ["server, throughput"])
        let model = SiteModel(runs: a + b, seriesRules: SeriesRules(ignore: ["seat"]))
        let ignoring = Comparison(try #require(model.side(named: "a")), try #require(model.side(named: "b")), in: model)
        #expect(ignoring.subject.phrase == "vllm against sglang")
    }

    @Test func `configurations are compared across what they differ in`() throws {
        let runs =
            (1...3).map { History.run($0, ttft: 600) } + (4...6).map { History.run($0, ttft: 660, options: ["num_ctx": .number(1024)]) }
        let model = SiteModel(runs: runs)
        let sides = try model.configurations.map { try #require(model.side(named: $0.slug)) }
        let found = Comparison(sides[0], sides[1], in: model)
        #expect(found.rows.map(\.metric.id) == ["ttft", "output_throughput"])
        #expect(abs((found.rows[0].difference?.ratio ?? 0) - 1.1) < 1e-12)
    }

    @Test func `a side is a run, a suite with those below it, a configuration, or the newest run`() throws {
        let model = SiteModel(runs: [
            History.run(1, suite: "a/x", ttft: 600), History.run(2, suite: "a/y", ttft: 600), History.run(3, suite: "ab", ttft: 600),
        ])
        #expect(model.side(named: "a")?.runs.map(\.id) == ["a/x/run_1", "a/y/run_2"])
        #expect(model.side(named: "a/x/run_1")?.runs.count == 1)
        #expect(model.side(named: "latest")?.runs.map(\.id) == ["ab/run_3"])
        #expect(model.side(named: "m/num_ctx512")?.runs.count == 3)
        #expect(model.side(named: "nothing") == nil)
    }

    @Test func `the newest run of every series is held against its history`() throws {
        let model = SiteModel(runs: History.runs(12, around: 600) + [History.run(13, ttft: 900, throughput: 30)])
        let found = Comparison.latest(in: model)
        #expect(found.rows.map(\.verdict) == [.regression, .regression])
        #expect(found.rows.map(\.a?.n) == [12, 12])
        #expect(found.rows.map(\.b?.value) == [900, 30])
        #expect(found.openRegressions.count == 2)
    }
}

extension Comparison {
    /// Each row of figures as `what tells it apart: A to B, verdict`.
    fileprivate var lines: [String] {
        rows.filter { !$0.metric.isShare }.map { row in
            let (a, b) = (row.a.map { $0.value.formatted(.number.grouping(.never)) }, row.b.map { $0.value.formatted(.number.grouping(.never)) })
            return "\(labels.setting(of: row)): \(a ?? "–") to \(b ?? "–"), \(row.verdict.rawValue)"
        }
    }
}

/// Runs of a serving benchmark, with one figure each.
private enum Bench {
    static func run(
        _ id: String, suite: String, _ metric: MetricID, _ value: Double, _ options: [String: OptionValue], program: String = "bench",
        language: String? = nil
    ) -> Run {
        Run(
            id: id, suite: suite, scenario: Run.servingBenchmark, startedAt: Timestamp("2026-01-05T10:00:00Z"),
            producer: Producer(program: program, language: language),
            executions: [
                AgentExecution(
                    slot: program, model: "m", status: .completed, configuration: SamplingConfiguration(options), ttftDefinition: .unknown,
                    metrics: [metric: MetricSummary(unit: "tok/s", n: 5, [.mean: value])], calls: [])
            ],
            provenance: Provenance(importer: "test"))
    }
}

struct JointReadingTests {
    private func finding(
        _ agent: String, _ place: String, _ metric: String, _ verdict: VerdictWord, _ ratio: Double?, shares: (String, String)? = nil
    ) -> JointReading.Finding {
        JointReading.Finding(agent: agent, place: place, metric: metric, verdict: verdict, ratio: ratio, shares: shares.map { ($0.0, $0.1) })
    }

    @Test func `worse waits and worse throughput are one sentence with the span over the configurations`() {
        let reading = JointReading([
            finding("insight", "x", "ttft", .regression, 1.35), finding("insight", "x", "output_throughput", .regression, 0.74),
            finding("insight", "y", "ttft", .regression, 1.43), finding("insight", "y", "output_throughput", .regression, 0.73),
        ])
        #expect(
            reading.sentences == [
                "insight waits 35 to 43\u{202F}% longer for its first token and generates 26 to 27\u{202F}% slower, in both configurations"
            ])
    }

    @Test func `faster but failing more is one sentence`() {
        let reading = JointReading([
            finding("collector", "x", "ttft", .improvement, 0.8),
            finding("collector", "x", "failure_rate", .regression, nil, shares: ("2 of 25", "9 of 25")),
        ])
        #expect(reading.sentences == ["collector waits 20\u{202F}% less for its first token, but fails more, 9 of 25 against 2 of 25"])
    }

    @Test func `an agent that changed in some configurations says in how many`() {
        let reading = JointReading([
            finding("collector", "x", "ttft", .regression, 2.4), finding("collector", "y", "ttft", .noChange, 1.01),
            finding("collector", "z", "ttft", .noChange, 0.99),
        ])
        #expect(reading.text == "Collector waits ×2.4 as long for its first token, in one of three configurations.")
    }

    @Test func `where nothing changed there is nothing to read`() {
        #expect(JointReading([finding("a", "x", "ttft", .noChange, 1.01)]).sentences == [])
    }
}
