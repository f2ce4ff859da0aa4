import AgentRuns
import Testing

@testable import SiteBuilder

/// What tells series apart: the facets of what is known of an execution.
struct SeriesKeyTests {
    /// Nightly results of one benchmark, of which each option may have a value for each night.
    private func nights(_ count: Int, program: String = "llama-bench", _ options: (Int) -> [String: OptionValue]) -> [Run] {
        (1...count).map { night in
            Serving.run(
                "s/\(night)", of: program, [.outputThroughput: 60 + Double(night % 3) / 10], options: options(night), definition: .unknown,
                started: "2025-08-\(night < 10 ? "0" : "")\(night)T01:00:00Z")
        }
    }

    private func histories(_ runs: [Run], rules: SeriesRules = .standard) -> [Trajectory] {
        SiteModel(runs: runs, seriesRules: rules).trajectories.filter { $0.key.measure.metric == .outputThroughput }
    }

    @Test func `builds are points on the way of one series, each with its version`() throws {
        let all = histories(
            nights(14) { ["n_gen": .number(128), "build": .text("abc\($0)def0 (\(6000 + $0))"), "num_prompts": .number(Double($0))] })
        #expect(all.map(\.runs) == [14])
        let points = try #require(all.first?.points)
        #expect(points[2].version?.label == "abc3def0 (6003)")
        #expect(points[2].version?.commit == "abc3def0")
        #expect(points[3].version.flatMap { later in points[2].version.map(later.difference) } == "build abc3def0 (6003) to abc4def0 (6004)")
    }

    @Test(arguments: ["n_gen", "isl", "concurrency", "dataset", "hardware", "driver", "fused_moe", "num_ctx"])
    func `work, settings, known or not, and the machine are in the key`(option: String) {
        #expect(histories(nights(4) { [option: .number(Double($0 % 2))] }).map(\.runs) == [2, 2])
    }

    @Test func `language, runtime and system are in the key, and what is not recorded is not the same`() {
        var runs = nights(5) { _ in [:] }
        runs[1].producer.language = "rust"
        runs[2].producer.runtime = "tokio"
        runs[3].system = HostSystem(os: "linux", arch: nil)
        #expect(histories(runs).count == 4)
    }

    @Test func `all layers are all layers, however many are asked for`() {
        let layers: [OptionValue] = [.number(999), .number(99), .number(-1), .number(30)]
        #expect(histories(nights(4) { ["n_gpu_layers": layers[$0 - 1]] }).map(\.runs).sorted() == [1, 3])
    }

    @Test func `lengths that are known as totals alone make curves and series of their own`() {
        func runs(rate: Double) -> [Run] {
            [(128.0, 1.0), (128, 8), (128, 32), (8192, 1), (8192, 8), (8192, 32)].map { length, concurrency in
                Serving.run(
                    "s/i\(Int(length))-c\(Int(concurrency))", of: "vllm",
                    [
                        .ttft: length / 10 + concurrency, .outputThroughput: rate * 128 * concurrency, .requestThroughput: concurrency,
                        .inputTokens: length * 100, .outputTokens: 12_800, .requestsCompleted: 100,
                    ], options: ["concurrency": .number(concurrency)])
            }
        }
        // The second time the record's own rates contradict its totals.
        for rate in [1.0, 4] {
            let model = SiteModel(runs: runs(rate: rate))
            #expect(model.loads.flatMap(\.curves).map { $0.points.count } == [3, 3])
            #expect(model.trajectories.filter { $0.key.measure.metric == .ttft }.count == 6)
        }
    }

    @Test func `a site can leave an option out of the key, and put a version in`() {
        let runs = nights(6) { ["num_ctx": .number(Double($0 % 2)), "branch": .text($0 > 4 ? "dev" : "main")] }
        #expect(histories(runs, rules: SeriesRules(ignore: ["num_ctx"])).map(\.runs) == [6])
        #expect(histories(runs, rules: SeriesRules(ignore: ["num_ctx"], split: ["branch"])).map(\.runs).sorted() == [2, 4])
    }

    @Test func `versions measured in turn are variants, and one after the other a history`() {
        func measured(_ entries: [(day: Int, build: String)]) -> [Trajectory] {
            histories(
                entries.enumerated().map { index, entry in
                    Serving.run(
                        "s/\(index)", of: "llama-bench", [.outputThroughput: 60], options: ["build": .text(entry.build)], definition: .unknown,
                        started: "2025-08-0\(entry.day)T0\(index % 9):00:00Z")
                })
        }
        #expect(measured([(1, "a"), (1, "b"), (1, "a"), (1, "b")]).map(\.runs) == [2, 2])
        #expect(measured([(1, "a"), (1, "b"), (2, "a"), (2, "b"), (3, "a"), (3, "b")]).map(\.runs) == [3, 3])
        #expect(measured([(1, "a"), (2, "b"), (3, "c"), (4, "d")]).map(\.runs) == [4])
        // An upgrade in the middle of a day is one change, and not a comparison.
        #expect(measured([(1, "a"), (1, "a"), (1, "a"), (1, "b"), (1, "b")]).map(\.runs) == [5])
        #expect(measured([(1, "a"), (1, "b")]).map(\.runs) == [1, 1])
        // Two new builds each day are still a history.
        #expect(measured([(1, "a"), (1, "b"), (2, "c"), (2, "d"), (3, "e"), (3, "f")]).map(\.runs) == [6])
    }

    @Test func `runs without dates have no order, and one among dated ones no place`() throws {
        func run(_ number: Int, _ started: String?) -> Run {
            Serving.run("s/\(number)", of: "sglang", [.outputThroughput: 60], definition: .unknown, started: started)
        }
        let undated = try #require(histories((1...12).map { run($0, nil) }).first)
        #expect(undated.unjudged == .undated && !undated.isOrdered)
        #expect(SiteModel(runs: undated.points.map(\.run)).standings.isEmpty)
        let mixed = try #require(histories((1...3).map { run($0, $0 == 1 ? nil : "2025-08-0\($0)") }).first)
        #expect(mixed.points.map(\.state) == [.undated, .comparable, .comparable])
    }

    @Test func `runs of another branch are held apart from the main branch's history`() throws {
        let feature = Serving.run(
            "s/7", of: "llama-bench", [.outputThroughput: 40], options: ["branch": .text("feature")], definition: .unknown,
            started: "2025-08-07T01:00:00Z")
        let model = SiteModel(runs: nights(6) { _ in ["branch": .text("main")] } + [feature], mainBranch: "main")
        let history = try #require(model.trajectories.first { $0.key.measure.metric == .outputThroughput })
        #expect(history.points.map(\.state) == Array(repeating: .comparable, count: 6) + [.otherBranch])
        // It is held against the history, which goes on as if it had not been there.
        #expect(history.points[6].verdict == .regression)
        #expect(model.standing(of: history)?.judgement.verdict == .noChange)
    }

    @Test(
        arguments: [
            ("a/*/c", "a/b/c", ["b"]), ("a/*", "a/b/c", nil), ("a/num_gpu*-x*/c", "a/num_gpu80-x1/c", ["80", "1"]), ("a/b", "a/b", []),
            ("*/b*", "a/bc", ["a", "c"]), ("a*a/b", "a/b", nil),
        ] as [(String, String, [String]?)])
    func `a star stands for anything within one part of an id`(pattern: String, id: String, stars: [String]?) {
        #expect(SeriesPattern(text: pattern).match(id)?.map(String.init) == stars)
    }

    @Test func `patterns rename what they find, and join all that fits them`() throws {
        let runs = nights(6) { ["fa": .number(Double($0 % 2)), "n_gen": .number(128)] }
        let base = "serving_benchmark/llama-bench/m"
        let renamed = SeriesEdits(renames: [.init(from: "serving_benchmark/llama-bench/m/fa*-n_gen128/llama-bench", to: "bench/m/fa*")])
        #expect(
            SiteModel(runs: runs, edits: renamed).trajectories.map(\.id) == ["bench/m/fa0/output_throughput", "bench/m/fa1/output_throughput"])
        let joined = SeriesEdits(joins: [.init(series: [SeriesPattern(text: "\(base)/*/llama-bench")], reason: "fa has no effect here")])
        #expect(SiteModel(runs: runs, edits: joined).trajectories.map(\.runs) == [6])
        #expect(SiteModel(runs: runs, edits: joined).trajectories.first?.id == "\(base)/any/llama-bench/output_throughput")
    }
}
