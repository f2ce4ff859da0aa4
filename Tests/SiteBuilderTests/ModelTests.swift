import AgentRuns
import Testing

@testable import SiteBuilder

struct ModelTests {
    private func execution(
        _ calls: [(ttft: Double, load: Double?)], cold: [Bool?]? = nil, mean: Double? = nil, slot: String = "chimera",
        options: [String: OptionValue] = [:]
    ) -> AgentExecution {
        AgentExecution(
            slot: slot, model: "m", configuration: SamplingConfiguration(options), ttftDefinition: .firstChunk,
            metrics: mean.map { [.ttft: MetricSummary(unit: "ms", n: 2, [.mean: $0])] } ?? [:],
            calls: calls.enumerated().map { index, call in
                Call(ttft: call.ttft, load: call.load, throughput: 40, cold: cold.map { $0[index] } ?? Call.isCold(load: call.load))
            })
    }

    private func run(_ id: String, _ started: String?, _ executions: AgentExecution...) -> Run {
        Run(id: "s/\(id)", suite: "s", startedAt: started.flatMap { Timestamp($0) }, executions: executions, provenance: Provenance(importer: "test"))
    }

    @Test func `the median of the warm calls stands for a run, and the cold call apart`() throws {
        let measured = execution(
            [(5049.18, 4949), (513.05, 277), (562.26, 255), (525.56, 279), (615.45, 263), (487.41, 248)], mean: 1292.15)
        let central = try #require(measured.centralValue(of: .ttft))
        #expect(central.value == 525.56)
        #expect(central.statistic == .warmMedian)
        #expect(central.n == 5)
        #expect(central.range == 487.41...615.45)
        #expect(measured.coldValues(of: .ttft) == [5049.18])
    }

    @Test func `without calls the program's mean stands, and says so`() {
        let central = execution([], mean: 885.14).centralValue(of: .ttft)
        #expect(central?.value == 885.14)
        #expect(central?.statistic == .mean)
        #expect(central?.n == 2)
    }

    @Test func `calls of which it is not known whether they were cold are no warm calls`() {
        let central = execution([(6059.1, nil), (376.4, nil)]).centralValue(of: .ttft)
        #expect(central?.statistic == .median)
        #expect(abs((central?.value ?? 0) - 3217.75) < 1e-9)
    }

    @Test func `a program's own word that a call was cold stands over the site's limit`() {
        func decided(_ load: Double?, _ cold: Bool?, limit: Double?) -> Bool? {
            let asked = run("a", nil, AgentExecution(slot: "a", calls: [Call(load: load, cold: cold)]))
            return asked.decidingColdCalls(limit: limit).executions[0].calls[0].cold
        }
        #expect(decided(340, true, limit: 800) == true)
        #expect(decided(950, false, limit: 800) == true)
        #expect(decided(1500, true, limit: 2000) == false)
        #expect(decided(nil, true, limit: 800) == true)
        // Without a limit of the site's the importer's word stands, and a load that nobody judged is judged by the usual one.
        #expect(decided(950, true, limit: nil) == true)
        #expect(decided(1200, nil, limit: nil) == true)
        #expect(decided(200, nil, limit: nil) == false)
        #expect(decided(nil, nil, limit: nil) == nil)
    }

    @Test func `a mean over calls that were all warm is a warm figure, and is judged`() throws {
        func kind(cold: Int?) -> TTFTKind {
            var measured = execution([], mean: 885.14)
            (measured.callCount, measured.coldCount) = (2, cold)
            return TTFTKind(Observation.all(of: run("a", nil, measured))[0])
        }
        #expect(kind(cold: 0).population == .warm)
        #expect(kind(cold: 1).population == .mixed)
        #expect(kind(cold: nil).population == .mixed)
    }

    @Test func `where every call was cold there is no warm value, not even the mean`() {
        #expect(execution([(5049, 4949)], mean: 5049).centralValue(of: .ttft) == nil)
    }

    @Test func `the site's own limit decides where the load is known, else the program's word`() {
        let measured = execution([(1150, 965), (60, 50)])
        #expect(measured.coldValues(of: .ttft).isEmpty)
        let moved = SiteModel(runs: [run("a", nil, measured)], coldLoadLimit: 800)
        #expect(moved.runs[0].executions[0].coldValues(of: .ttft) == [1150])
        #expect(execution([(70, nil)], cold: [true]).coldValues(of: .ttft) == [70])
    }

    @Test func `runs are in the order of their times, those without one first`() {
        let model = SiteModel(runs: [
            run("c", "2025-11-15T10:00:00Z", execution([(1, 1)])), run("b", nil, execution([(1, 1)])), run("a", "2025-11-14", execution([(1, 1)])),
        ])
        #expect(model.runs.map(\.id) == ["s/b", "s/a", "s/c"])
        // A run without a date has no place between others.
        #expect(model.neighbours["s/a"]?.previous == nil && model.neighbours["s/b"] == nil)
        #expect(model.neighbours["s/a"]?.next?.id == "s/c")
        #expect(model.neighbours["s/c"]?.next == nil)
    }

    @Test func `a configuration is a model with its options, in numeric order, each with a page of its own`() {
        let model = SiteModel(runs: [
            run("a", nil, execution([(1, 1)], options: ["num_ctx": .number(1024)])),
            run("b", nil, execution([(1, 1)], options: ["num_ctx": .number(512)])),
            run("c", nil, execution([(1, 1)])), run("d", nil, execution([(1, 1)], options: ["num_ctx": .text("512")])),
        ])
        #expect(model.configurations.map(\.slug) == ["m/server-defaults", "m/num_ctx512", "m/num_ctx1024", "m/num_ctx512-2"])
    }

    @Test func `warm figures and means over all calls are of different kinds`() {
        func kind(_ execution: AgentExecution) -> TTFTKind { TTFTKind(Observation.all(of: run("a", nil, execution))[0]) }
        #expect(kind(execution([(500, 200)])).name == "first chunk, warm")
        #expect(kind(execution([], mean: 500)).name == "first chunk, cold and warm together")
        #expect(kind(execution([(500, nil)])) == kind(execution([], mean: 500)))
    }

    @Test func `series are named by what tells them apart`() {
        let runs = [run("a", nil, execution([(1, 1)], slot: "collector"), execution([(1, 1)], slot: "insight", options: ["num_ctx": .number(512)]))]
        let keys = Observation.all(of: runs[0]).map(\.series)
        let labels = SeriesLabels(keys)
        #expect(keys.map(labels.name) == ["collector, server defaults", "insight, num_ctx 512"])
        #expect(labels.detail(of: keys[0]) == "m")
        #expect(SeriesLabels([keys[0]]).name(of: keys[0]) == "collector")
    }

    @Test func `series of one model are named by the options that differ, in numeric order, and what they share is left out`() {
        let options: [[String: OptionValue]] = [
            ["num_ctx": .number(1024), "temperature": .number(1)], ["num_ctx": .number(512), "temperature": .number(1)], ["temperature": .number(1)],
        ]
        let runs = options.map { run("a", nil, execution([(1, 1)], options: $0)) }
        let keys = runs.map { Observation.all(of: $0)[0].series }.sorted()
        let labels = SeriesLabels(keys)
        #expect(keys.map(labels.name) == ["num_ctx not set", "num_ctx 512", "num_ctx 1024"])
        #expect(labels.detail(of: keys[0]) == "chimera, m")
        let shared = OptionLabels(keys.map(\.configuration.options))
        #expect(shared.sharedLabel() == "temperature 1")
        #expect(shared.sharedLabel(without: ["temperature"]) == nil)
        #expect(OptionLabels([SamplingConfiguration(), SamplingConfiguration(options[0])]).label(of: SamplingConfiguration()) == "server defaults")
    }

    @Test func `options that are words are in the order of the numbers in them`() {
        let keys = ["Q8_0", "Q16", "Q4_K", "auto"].map { Configuration(model: "m", options: SamplingConfiguration(["dtype": .text($0)])) }
        #expect(keys.sorted().map(\.options.label) == ["dtype Q4_K", "dtype Q8_0", "dtype Q16", "dtype auto"])
    }

    @Test func `runs without a date are in the order of the numbers in their ids, and tables show them so`() {
        let ids = ["rate-inf", "rate-16", "rate-0.5", "rate-8", "rate-0.25", "rate-16-2"]
        let undated = SiteModel(runs: ids.map { run($0, nil, execution([(1, 1)])) })
        let order = ["rate-0.25", "rate-0.5", "rate-8", "rate-16", "rate-16-2", "rate-inf"].map { "s/" + $0 }
        #expect(undated.runs.map(\.id) == order)
        #expect(undated.runs.newestFirst.map(\.id) == order)
        let dated = SiteModel(runs: undated.runs + [run("old", "2025-11-14", execution([(1, 1)])), run("new", "2025-11-15", execution([(1, 1)]))])
        #expect(dated.runs.newestFirst.map(\.id) == ["s/new", "s/old"] + order)
    }

    @Test(arguments: [
        ("index.html", "runs/index.html", "runs/index.html"), ("runs/a/b.html", "index.html", "../../index.html"),
        ("runs/a/b.html", "runs/a/c.html", "c.html"), ("runs/a/b.html", "runs/d/e.html", "../d/e.html"), ("models/x.html", "models/x.html", "x.html"),
    ])
    func `links are relative`(from: String, to: String, expected: String) {
        #expect(PagePath(from).link(to: PagePath(to)) == expected)
    }

    @Test func `a relative link is followed, and none leaves the site`() {
        let page = PagePath("notes/a.html")
        #expect(PagePath(relative: "../runs/index.html", to: page) == PagePath("runs/index.html"))
        #expect(PagePath(relative: "./b%20c.md", to: page) == PagePath("notes/b c.md"))
        #expect(PagePath(relative: "../../etc/passwd", to: page) == nil)
    }
}
