import AgentRuns
import Diagnostics
import RunStatistics
import Testing

@testable import SiteBuilder

/// Bad runs that `content/excluded.toml` names.
struct ExclusionTests {
    /// Eleven runs around 600 ms and a twelfth at three times that.
    private let runs = History.runs(11, around: 600) + [History.run(12, ttft: 1800)]

    private func exclusion(_ run: Int, slot: String? = nil, metric: MetricID? = nil) -> Exclusion {
        Exclusion(
            figures: NamedFigures(
                run: "s/run_\(run)", slot: slot, metric: metric, reason: "the fan had stopped", by: "A. Person", date: Timestamp("2026-05-01")))
    }

    private func model(_ runs: [Run]? = nil, without excluded: [Exclusion]) -> SiteModel { SiteModel(runs: runs ?? self.runs, excluded: excluded) }

    @Test func `the gate fails on a bad newest run, and passes once it is excluded`() async throws {
        let open = Comparison.latest(in: SiteModel(runs: runs))
        #expect(open.openRegressions.map(\.metric.id) == ["ttft"])
        #expect(open.rows.first?.run?.id == "s/run_12")
        let closed = Comparison.latest(in: model(without: [exclusion(12)]))
        #expect(closed.openRegressions.isEmpty)
        #expect(closed.rows.map(\.run?.id) == ["s/run_11", "s/run_11"])
        #expect(closed.rows.map(\.verdict) == [.noChange, .noChange])
    }

    @Test func `it has no verdict and no limits, and the series is what it would be without it`() throws {
        let model = model(without: [exclusion(12)])
        let history = try #require(model.history())
        let point = try #require(history.points.last)
        #expect(history.points.count == 12)
        #expect(point.state == .excluded)
        #expect(!point.isUsable)
        #expect(point.value?.value == 1800)
        #expect(point.verdict == nil)
        #expect(point.limits == nil)
        #expect(history.verdict(of: point) == (.excluded, "excluded"))
        #expect(history.newest?.run.id == "s/run_11")
        let without = try #require(SiteModel(runs: History.runs(11, around: 600)).history())
        #expect(history.points.dropLast().map(\.limits) == without.points.map(\.limits))
        #expect(RunVerdict(model.runs[11], in: model).verdict == .excluded)
    }

    @Test func `it is in no band of the runs after it`() throws {
        let runs = History.runs(8, around: 600) + [History.run(9, ttft: 1800)] + History.runs(3, from: 10, around: 600)
        let history = try #require(model(runs, without: [exclusion(9)]).history())
        let without = try #require(SiteModel(runs: runs.filter { $0.id != "s/run_9" }).history())
        #expect(history.points.filter { $0.state != .excluded }.map(\.limits) == without.points.map(\.limits))
        #expect(history.points.last?.earlier == 10)
    }

    @Test func `an excluded run that failed counts as failed nowhere`() async throws {
        let failed = History.runs(11, around: 600) + [History.run(12, ttft: nil)]
        #expect(Comparison.latest(in: SiteModel(runs: failed)).openRegressions.map(\.metric.id) == ["failure_rate", "ttft", "output_throughput"])
        let model = model(failed, without: [exclusion(12)])
        #expect(Comparison.latest(in: model).openRegressions.isEmpty)
        #expect(model.history()?.failures == 0)
        #expect(model.history()?.points.last?.state == .excluded)
        #expect(model.suites.map(\.failures) == [0])
        #expect(RunVerdict(model.runs[11], in: model).verdict == .excluded)
        let home = PageText(try #require(await model.site()["index.html"]))
        #expect(!home.html.contains("failed"))
    }

    @Test func `where only a metric is excluded, the others stand`() throws {
        let slow = History.runs(11, around: 600) + [History.run(12, ttft: 1800, throughput: 10)]
        let model = model(slow, without: [exclusion(12, metric: .ttft)])
        #expect(model.history()?.points.last?.state == .excluded)
        #expect(model.history(of: .outputThroughput)?.points.last?.state == .comparable)
        #expect(Comparison.latest(in: model).openRegressions.map(\.metric.id) == ["output_throughput"])
        #expect(RunVerdict(model.runs[11], in: model).verdict == .regression)
    }

    @Test(arguments: [("ttft_p95", true), ("ttft_p99", true), ("ttft", true), ("ttft_pause", false), ("tpot", false)])
    func `the percentiles of a metric go with it`(metric: String, isCovered: Bool) {
        #expect(exclusion(1, metric: .ttft).covers(MetricID(rawValue: metric)) == isCovered)
    }

    @Test func `where only an agent is excluded, the other stands`() throws {
        let pairs = runs.enumerated().map { place, run in
            var run = run
            run.executions += History.run(place + 1, slot: "collector", ttft: run.executions[0].calls[0].ttft).executions
            return run
        }
        let model = model(pairs, without: [exclusion(12, slot: "insight")])
        let states = model.trajectories.filter { $0.key.measure.metric == .ttft }.map { ($0.key.slot, $0.points.last?.state) }
        #expect(states.map(\.0) == ["collector", "insight"])
        #expect(states.map(\.1) == [.comparable, .excluded])
        #expect(Comparison.latest(in: model).openRegressions.map(\.agent.role) == ["collector"])
    }

    @Test func `it is in no median, best value or small multiple`() throws {
        let model = model(without: [exclusion(12)])
        #expect(GroupFigure(model.observations, of: .ttft).values.count == 11)
        #expect(GroupFigure(SiteModel(runs: runs).observations, of: .ttft).values.max() == 1800)
        #expect(GroupFigure(model.observations, of: .ttft).values.max().map { $0.rounded() } == 613)
        let run = try #require(model.runs.last)
        #expect(model.observations(of: run)[0].countedValue(of: .outputThroughput) == nil)
    }
}

/// What readers are shown of them.
extension ExclusionTests {
    @Test func `it is said with its reason on its page, in tables, charts and data`() async throws {
        let site = await model(without: [exclusion(12)]).site()
        func page(_ path: String) throws -> PageText { PageText(try #require(site[path])) }
        let run = try page("runs/s/run_12.html")
        #expect(run.all("p", class: "state").first == "Excluded: the fan had stopped (A. Person, 1 May 2026) History")
        let listed = try page("runs/index.html").rows(ofTable: "Runs")
        #expect(listed.filter { $0.hasSuffix("excluded the fan had stopped (A. Person, 1 May 2026)") }.count == 1)
        #expect(try page("runs/index.html").all("p", class: "lede").first?.hasSuffix("None failed. 1 is excluded.") == true)
        #expect(try page("models/m.html").rows(ofTable: "Executions").filter { $0.contains("excluded the fan had stopped") }.count == 1)
        let address = "chimera_homo/insight/m/num_ctx512/p/ttft-first_chunk"
        let history = try page("history/\(address).html")
        #expect(history.rows(ofTable: "Runs of this series").filter { $0.hasSuffix("excluded the fan had stopped (A. Person, 1 May 2026)") }.count == 1)
        #expect(history.html.contains("M-3 0a3 3 0 1 0 6 0 3 3 0 1 0-6 0M-5 5 5-5"))
        #expect(history.html.contains("struck through: excluded"))
        #expect(
            history.all("p", class: "lede").first?.hasSuffix(
                " The newest run, 1.80 s, is excluded: the fan had stopped (A. Person, 1 May 2026).") == true)
        let data = try #require(site["data/history/\(address).csv"])
        #expect(data.contains("s/run_12,2025-11-10T03:00:00Z,,,insight,ttft,ms,excluded,1800,"))
        let suite = try page("suites/s.html")
        #expect(suite.html.contains("1 excluded result is left out."))
    }

    @Test func `what is excluded of a run stands beside the verdict on the rest`() async throws {
        let site = await model(without: [exclusion(12, slot: "insight", metric: .ttft)]).site()
        let run = PageText(try #require(site["runs/s/run_12.html"]))
        #expect(
            run.all("p", class: "state").first
                == "no change No change in throughput, held against 11 earlier runs. A run 5 % away would have been seen in four of five cases. "
                + "Excluded: TTFT of insight, the fan had stopped (A. Person, 1 May 2026). History")
    }
}

/// Sweeps and their best values.
extension ExclusionTests {
    private func bad(_ run: Run, metric: MetricID? = nil) -> Exclusion {
        Exclusion(figures: NamedFigures(run: run.id, slot: nil, metric: metric, reason: "the fan had stopped", by: nil, date: nil))
    }

    @Test func `a load that was only measured by an excluded run has no figures, and is on no front`() async throws {
        let runs = Loads.runs(Loads.curve)
        let model = SiteModel(runs: runs, excluded: [bad(runs[0])])
        let sweep = try #require(model.loads.first)
        let latency = try #require(sweep.latencies.first)
        #expect(sweep.curves[0].points.map { $0.value(.outputThroughput, .mean) } == [537, 987, 2048, 3515, nil])
        #expect(sweep.front(of: latency).count == 4)
        let page = PageText(try #require(await model.site()["sweeps/\(sweep.slug).html"]))
        #expect(page.rows(ofTable: "Points").filter { $0.hasSuffix("excluded the fan had stopped") }.count == 1)
        #expect(page.all("p", class: "lede").first?.hasPrefix("Most: 3515 tok/s") == true)
        // Where only the wait is excluded, the throughput stands.
        let part = try #require(SiteModel(runs: runs, excluded: [bad(runs[0], metric: .ttft)]).loads.first)
        #expect(part.curves[0].points.last?.value(.outputThroughput, .mean) == 4288)
        #expect(part.curves[0].points.last?.value(.ttft, .p50) == nil)
    }

    @Test func `the best of a run's configurations is one that counts`() async throws {
        let run = Sweeps.run("num_gpu 1 num_ctx 1: warm 900 20\n" + Sweeps.grid([40, 80], [512, 1024]))
        let slot = run.executions[0].slot
        let entry = NamedFigures(run: run.id, slot: slot, metric: nil, reason: "the fan had stopped", by: nil, date: nil)
        let page = PageText(try #require(await SiteModel(runs: [run], excluded: [Exclusion(figures: entry)]).site()["runs/s/r.html"]))
        #expect(page.html.contains("<dd><b>300.0</b>"))
        #expect(!page.html.contains("<dd><b>900.0</b>"))
    }

    @Test func `a grid's medians are of the runs that count`() throws {
        let lines = Sweeps.grid([40, 80], [512, 1024])
        let runs = Sweeps.runs(lines, slot: "a") + Sweeps.runs(lines.replacing("300 60", with: "900 20"), repetition: 2, slot: "a")
        let excluded = runs.dropFirst(4).map { bad($0) }
        let sweep = try #require(SiteModel(runs: runs, excluded: excluded).sweeps.first)
        #expect(sweep.configurations.map(\.median?.throughput) == [300, 300, 300, 300])
        #expect(sweep.configurations.map(\.n) == [1, 1, 1, 1])
        #expect(sweep.configurations.map(\.excluded.count) == [1, 1, 1, 1])
        #expect(SweepWords(sweep: sweep).facts.contains("4 completed, 4 excluded"))
    }
}

/// Comparisons of two sides.
extension ExclusionTests {
    private func comparison(_ a: String, _ b: String, in model: SiteModel) throws -> Comparison {
        Comparison(try #require(model.side(named: a)), try #require(model.side(named: b)), in: model)
    }

    @Test func `excluded runs give no sample`() throws {
        let comparison = try comparison("s", "s", in: model(without: [exclusion(12)]))
        #expect(comparison.rows.map(\.a?.n) == [11, 11])
    }

    @Test func `a side that is excluded as a whole is called so, and nothing of the other is removed`() throws {
        let model = model(History.runs(3, around: 600) + [History.run(1, suite: "t", ttft: 1800)], without: [
            Exclusion(figures: NamedFigures(run: "t/run_1", slot: nil, metric: nil, reason: "the fan had stopped", by: nil, date: nil))
        ])
        let comparison = try comparison("s", "t", in: model)
        #expect(comparison.rows.map(\.verdict) == [.notComparable, .notComparable])
        #expect(comparison.rows.map (\.sideTexts.b) == ["excluded", "excluded"])
        #expect(ComparisonWords(comparison: comparison).lede == "From A, s, to B, t. Every run of B is excluded: the fan had stopped.")
    }

    @Test func `a metric that is excluded on a whole side is not compared, and the others are`() throws {
        let model = model(without: [exclusion(12, metric: .ttft)])
        let comparison = try comparison("s/run_1", "s/run_12", in: model)
        #expect(comparison.rows.map(\.metric.id) == ["ttft", "output_throughput"])
        #expect(comparison.rows.map(\.verdict) == [.notComparable, .notEnoughData])
        #expect(comparison.rows.map(\.isExcluded.b) == [true, false])
    }
}

/// The file itself.
extension ExclusionTests {
    private func read(_ text: String) throws -> (entries: [Exclusion], messages: String) {
        let scratch = try WritingScratch("-- excluded.toml --\n" + text)
        var diagnostics: [Diagnostic] = []
        let entries = Exclusion.load(content: scratch.path, runs: runs, reporting: &diagnostics)
        let messages = diagnostics.map(DiagnosticRenderer.text.render).joined(separator: "\n")
        return (entries, messages.replacing(scratch.path.string + "/", with: ""))
    }

    @Test func `every key is read`() throws {
        let (entries, messages) = try read(
            """
            [[excluded]]
            run = "s/run_12"
            reason = "the fan had stopped"
            slot = "insight"
            metric = "ttft"
            by = "A. Person"
            date = 2026-05-01

            """)
        #expect(entries == [exclusion(12, slot: "insight", metric: .ttft)])
        #expect(messages.isEmpty)
    }

    @Test func `mistakes are named at their lines`() throws {
        let (entries, messages) = try read(
            """
            [[excluded]]
            run = "s/run_1"

            [[excluded]]
            reason = "which run?"

            [[excluded]]
            run = "s/run_13"
            reason = "the fan had stopped"

            [[excluded]]
            run = "s/run_2"
            reason = "the fan had stopped"
            slot = "insigt"

            [[excluded]]
            run = "s/run_3"
            reason = "the fan had stopped"
            metric = "tfft"

            [[excluded]]
            run = "s/run_4"
            reson = "the fan had stopped"

            """)
        #expect(entries.isEmpty)
        for message in [
            "excluded.toml:1:3: error: 'reason' is missing", "excluded.toml:4:3: error: 'run' is missing",
            "excluded.toml:8:7: error: no run has the id 's/run_13'; did you mean 's/run_1'?",
            "excluded.toml:14:8: error: the run has no slot 'insigt'; did you mean 'insight'?",
            "excluded.toml:19:10: error: unknown metric 'tfft'; did you mean 'ttft'?", "excluded.toml:21:3: error: 'reason' is missing",
            "excluded.toml:23:1: error: unknown key 'reson'; did you mean 'reason'?",
        ] {
            #expect(messages.contains(message), "\(messages)")
        }
    }

    @Test func `a built site follows a change of the file`() async throws {
        let scratch = try WritingScratch()
        let store = RunStore(content: scratch.path.appending("content"))
        for run in runs { _ = try store.store(run, files: [:]) }
        let builder = SiteBuilder(content: scratch.path.appending("content"), templates: nil, output: scratch.path.appending("site"), jobs: 1)
        let page = "site/runs/s/run_12.html"
        _ = await builder.build()
        #expect(!(try scratch.text(page).contains("Excluded:")))
        #expect(await builder.compare(.latest).openRegressions?.count == 1)
        try scratch.write("[[excluded]]\nrun = \"s/run_12\"\nreason = \"the fan had stopped\"\n", to: "content/excluded.toml")
        _ = await builder.build()
        #expect(try scratch.text(page).contains("Excluded:"))
        #expect(await builder.compare(.latest).openRegressions?.isEmpty == true)
        try scratch.write("", to: "content/excluded.toml")
        _ = await builder.build()
        #expect(!(try scratch.text(page).contains("Excluded:")))
    }
}
