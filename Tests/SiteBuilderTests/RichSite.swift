import AgentRuns

@testable import SiteBuilder

/// A site of many series, each with a fate of its own, made from seeded noise.
///
/// Each agent has a suite of its own and one run a day up to the last day, so that what is newest is newest everywhere.
enum RichSite {
    /// Many series of which next to nothing changed, and some at the edge of what can be told from chance: the false discovery rate takes those back.
    static var quietModel: SiteModel {
        var site = Maker()
        site.addFaintChanges()
        return site.model
    }

    static var model: SiteModel {
        var site = Maker()
        site.addLevels()
        site.addChanges()
        site.addFailures()
        site.addWhatIsNotJudged()
        site.addServers()
        return site.model
    }

    /// The runs and what the site's owner says of them, as they come together.
    struct Maker {
        /// What the series being added are an example of; it is their suite.
        fileprivate var suite = ""
        var runs: [Run] = []
        var acknowledged: [Acknowledgement] = []
        var excluded: [Exclusion] = []
        fileprivate var noise = SeededNoise(seed: 20_251_128)

        var model: SiteModel {
            let joined = ["backenda", "backendb"].map { SeriesPattern(text: "chimera_homo/joined/m/\($0)/p") }
            return SiteModel(
                runs: runs, acknowledged: acknowledged, excluded: excluded,
                edits: SeriesEdits(joins: [SeriesEdits.Join(series: joined, reason: "the same cards")]), mainBranch: "main",
                judging: JudgingSettings(smallestChange: nil, byMetric: [.e2eLatency: 0.6]))
        }
    }
}

extension RichSite.Maker {
    /// Values around one level after the other.
    private mutating func levels(_ levels: (level: Double, runs: Int)..., scatter: Double = 0.015) -> [Double] {
        var values: [Double] = []
        for (level, runs) in levels { for _ in 0..<runs { values.append(level * (1 + scatter * noise.next())) } }
        return values
    }

    private mutating func add(_ slot: String, _ values: [Double?], _ change: (Int, inout Run) -> Void = { _, _ in }) {
        for (number, value) in values.enumerated() {
            var run = History.run(number + 1, suite: "\(suite)/\(slot)", slot: slot, ttft: value, throughput: 40 * (1 + 0.01 * noise.next()))
            run.suite = suite
            run.startedAt = Self.day(number, of: values.count)
            if value == nil { run.executions[0].error = "timed out" }
            change(number, &run)
            runs.append(run)
        }
    }

    /// Days up to the 10th of December.
    private static func day(_ number: Int, of count: Int) -> Timestamp? {
        let day = 40 - (count - 1 - number)
        return Timestamp(day > 30 ? "2025-12-\(pad(day - 30))T10:00:00Z" : "2025-11-\(pad(day))T10:00:00Z")
    }

    private static func pad(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }

    private mutating func acknowledge(_ slot: String, _ run: Int, _ metric: MetricID = .ttft) {
        acknowledged.append(
            Acknowledgement(run: "\(suite)/\(slot)/run_\(run)", slot: nil, metric: metric, reason: "a new \(slot) card", by: nil, date: nil))
    }

    private mutating func exclude(_ slot: String, _ run: Int, agent: String? = nil, metric: MetricID? = nil) {
        excluded.append(
            Exclusion(
                figures: NamedFigures(
                    run: "\(suite)/\(slot)/run_\(run)", slot: agent, metric: metric, reason: "the fan had stopped", by: nil, date: nil)))
    }
}

extension RichSite.Maker {
    mutating func addLevels() {
        suite = "levels"
        add("steady", levels((600, 40)))
        add("scattered", levels((600, 30)) + levels((600, 10), scatter: 0.09))
        add("unstable", (0..<4).flatMap { _ in levels((600, 5), (780, 5)) })
        add("returned", levels((600, 18), (900, 10), (600, 10)))
        add("near", levels((600, 18), (900, 10), (635, 6), scatter: 0.03))
        var spiked = levels((600, 40))
        spiked[25] = 1800
        add("spiked", spiked)
        for runs in [3, 5, 6] { add("short\(runs)", levels((600, runs))) }
        add("early", levels((600, 6)) + [1200])
        add("loose", levels((600, 24), (690, 1), scatter: 0.04))
        add("noted", levels((600, 30)))
        acknowledge("noted", 30)
    }

    mutating func addFaintChanges() {
        suite = "quiet"
        for number in 1...16 { add("still\(number)", levels((600, 30), scatter: 0.03)) }
        for number in 1...14 { add("faint\(number)", levels((600, 24), (600 * (1.06 + 0.004 * Double(number)), 3), scatter: 0.03)) }
        // So many more are tested that what the faintest show has to be less likely.
        for number in 17...44 { add("still\(number)", levels((600, 12), scatter: 0.03)) }
    }

    mutating func addChanges() {
        suite = "changes"
        add("stepped", levels((600, 30), (780, 5)))
        let slow = levels((40, 28), (30, 12))
        add("slowed", levels((600, 40))) { number, run in
            for call in run.executions[0].calls.indices { run.executions[0].calls[call].throughput = slow[number] }
        }
        add("jumped", levels((600, 39), (900, 1)))
        add("improved", levels((600, 30), (400, 10)))
        add("drifting", levels((400, 15)) + (1...25).map { 400 * (1 + 0.015 * Double($0)) * (1 + 0.015 * noise.next()) })
        add("partial", levels((600, 20), (900, 8), (720, 8)))
        add("stairs", levels((600, 18), (720, 8), (900, 8)))
        add("known", levels((600, 26), (800, 12)))
        acknowledge("known", 27)
        add("tuned", levels((600, 26), (450, 12)))
        acknowledge("tuned", 27)
        add("small", levels((600, 24), (621, 14), scatter: 0.008))
        acknowledge("small", 25)
        add("again", levels((600, 18), (800, 10), (1000, 8)))
        acknowledge("again", 19)
        add("halved", levels((1000, 20), (400, 8)))
        add("joined", levels((600, 24), (750, 12))) { number, run in
            run.executions[0].configuration = SamplingConfiguration(["backend": .text(number < 12 ? "a" : "b")])
        }
    }

    mutating func addFailures() {
        suite = "failures"
        add("broken", levels((600, 24)) + [nil])
        add("down", levels((600, 20), (900, 6)) + [nil, nil])
        add("once", [nil])
        // One of its metrics is known of the newest runs only, so that the series of its agent are of different lengths.
        add("patchy", levels((600, 14)) + [nil]) { number, run in
            if (6..<14).contains(number) { run.executions[0].metrics[.tpot] = MetricSummary(unit: "ms", [.p50: 20 + Double(number % 3) / 10]) }
        }
        add("excused", levels((600, 20)) + [nil])
        acknowledge("excused", 21)
        add("recovered", levels((600, 12)) + [nil, nil] + levels((600, 12)))
        add("erring", levels((600, 20))) { number, run in
            if number == 19 { run.executions[0].calls += (1...5).map { Call(stage: "analysis", error: "timed out \($0)") } }
        }
    }

    mutating func addWhatIsNotJudged() {
        suite = "others"
        add("bad", levels((600, 20)) + [1800])
        exclude("bad", 21)
        add("bad3", levels((600, 3)) + [1800])
        exclude("bad3", 4)
        add("hot", levels((600, 20)) + [1800])
        exclude("hot", 21, metric: .ttft)
        let other = levels((500, 20)) + [1500]
        add("pair", levels((600, 20)) + [1800]) { number, run in
            run.executions += History.run(number + 1, suite: "pair", slot: "partner", ttft: other[number]).executions
        }
        exclude("pair", 21, agent: "pair")
        add("undated", levels((600, 12))) { _, run in run.startedAt = nil }
        add("branches", levels((600, 20)) + [1800]) { number, run in
            run.executions[0].configuration["branch"] = .text(number == 20 ? "feature" : "main")
        }
        add("sidetrack", levels((600, 20)) + [nil]) { number, run in
            run.executions[0].configuration["branch"] = .text(number == 20 ? "feature" : "main")
        }
        add("fewer", levels((600, 20)) + [900]) { number, run in
            let calls = run.executions[0].calls
            run.executions[0].calls = number == 20 ? calls : (0..<4).flatMap { _ in calls }
        }
        add("stageless", levels((600, 20)) + [900]) { number, run in
            if number == 20 { run.executions[0].calls.removeFirst() }
        }
        add("warmed", levels((600, 20))) { number, run in
            if number == 19 { for call in run.executions[0].calls.indices { run.executions[0].calls[call].cold = true } }
        }
        let wall = levels((50, 24), (70, 8))
        let mate = levels((500, 32))
        add("team", levels((600, 32))) { number, run in
            run.executions += History.run(number + 1, suite: "team", slot: "mate", ttft: mate[number]).executions
            run.coordination = Coordination(wall: wall[number], sequential: 90, speedup: 90 / wall[number])
        }
    }

    mutating func addServers() {
        suite = "servers"
        serve("lossy", failed: Array(repeating: 0, count: 19) + [33])
        serve("leaky", failed: Array(repeating: 1, count: 20) + Array(repeating: 20, count: 5))
        serve("excusable", failed: Array(repeating: 0, count: 14) + Array(repeating: 20, count: 8))
        acknowledge("excusable", 15, .failureRate)
        serve("averaged", failed: Array(repeating: 0, count: 12), statistic: .mean)
        let tails = levels((300, 19), (600, 1))
        serve("tails", failed: Array(repeating: 0, count: 20)) { number, run in
            run.executions[0].metrics[.ttft]?[.p95] = 200 + tails[number] / 30
            run.executions[0].metrics[.ttft]?[.p99] = tails[number]
        }
        serve("rejected", failed: Array(repeating: 0, count: 20), options: ["scenario": .text("Server")]) { number, run in
            run.executions[0].configuration["valid"] = .flag(number != 19)
            if number == 19 { run.executions[0].metrics[.ttft]?[.p50] = 400 }
        }
        let latency = levels((2000, 18), (3000, 6))
        serve("coarse", failed: Array(repeating: 0, count: 24)) { number, run in
            run.executions[0].metrics[.e2eLatency] = MetricSummary(unit: "ms", [.p50: latency[number]])
        }
        serve("idle", failed: Array(repeating: 0, count: 20)) { number, run in
            run.executions[0].metrics[.requestThroughput] = MetricSummary(unit: "req/s", [.mean: 0])
            run.executions[0].metrics[.tpot] = MetricSummary(unit: "ms", [.p50: number % 5 == 0 ? 0 : 20])
        }
    }

    private mutating func serve(
        _ slot: String, failed: [Int], statistic: MetricSummary.Statistic = .p50, options: [String: OptionValue] = [:],
        _ change: (Int, inout Run) -> Void = { _, _ in }
    ) {
        for (number, count) in failed.enumerated() {
            var run = Serving.run(
                "\(suite)/\(slot)/run_\(number + 1)", of: slot,
                [.requestsCompleted: Double(100 - count), .requestsFailed: Double(count)], options: options, started: nil)
            run.suite = suite
            run.executions[0].metrics[.ttft] = MetricSummary(unit: "ms", [statistic: 100 * (1 + 0.015 * noise.next())])
            run.startedAt = Self.day(number, of: failed.count)
            change(number, &run)
            runs.append(run)
        }
    }
}
