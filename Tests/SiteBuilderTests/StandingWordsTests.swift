import AgentRuns
import Foundation
import RunStatistics
import Testing

@testable import SiteBuilder

/// What is said of series, from their values to the sentence.
struct StandingWordsTests {
    /// A model of one agent's runs, one a day from 1 November on, by the TTFT of each; `nil` for one that failed.
    private func model(
        _ values: [Double?], of slot: String = "insight", acknowledged: [Acknowledgement] = [], judging: JudgingSettings = JudgingSettings()
    ) -> SiteModel {
        SiteModel(runs: runs(values, of: slot), acknowledged: acknowledged, judging: judging)
    }

    private func runs(_ values: [Double?], of slot: String = "insight") -> [Run] {
        values.enumerated().map { day, value in
            var run = History.run(day + 1, suite: slot, slot: slot, ttft: value)
            run.startedAt = Timestamp("2025-\(day < 30 ? "11" : "12")-\(day % 30 < 9 ? "0" : "")\(day % 30 + 1)T10:00:00Z")
            if value == nil { run.executions[0].error = "timed out" }
            return run
        }
    }

    /// Values around a level, with a small fixed wave as their noise.
    private func around(_ level: Double, _ count: Int) -> [Double] {
        let wave = [0, 1.2, -0.8, 2.1, -1.7, 0.4, -0.3, 1.5, -2.2, 0.9, -1.1]
        return (0..<count).map { level * (1 + wave[$0 % wave.count] / 100) }
    }

    /// Values that scatter evenly, the more the smaller the part.
    private func scattered(_ level: Double, _ count: Int, by part: Double) -> [Double] {
        (0..<count).map { number -> Double in level * (1 + Double((number * 7) % 13 - 6) / part) }
    }

    private func lede(_ model: SiteModel) throws -> String {
        let history = try #require(model.history())
        return HistoryLede(trajectory: history, in: model).markup.string.replacing("\u{202F}", with: " ")
    }

    /// How a series' first sentences begin, as far as what they are held against goes.
    private func lede(_ model: SiteModel, like expected: String) throws -> String { String(try lede(model).prefix(expected.count)) }

    private func plain(_ text: String) -> String { text.replacing("\u{202F}", with: " ") }

    @Test func `a step says its level, a newest run its value`() throws {
        #expect(
            try lede(model(around(600, 20) + around(900, 5)))
                == "The level has been <strong>901 ms</strong> since 21 November, over 5 runs, 50 % above the 600 ms before: regression.")
        #expect(
            try lede(model(around(600, 20) + [900]))
                == "The newest run has <strong>900 ms</strong>, 50 % above the 600 ms of the 20 runs before it: regression.")
    }

    @Test func `a drift says what its newest run has and what the trend has done`() throws {
        let rise = around(400, 15) + around(400, 25).enumerated().map { $1 * (1 + 0.015 * Double($0 + 1)) }
        let model = model(rise)
        let standing = try #require(model.standouts.first)
        #expect(standing.kind == .drift)
        let newest = try #require(model.history()?.points.last?.value?.value)
        let text = try lede(model)
        #expect(text.hasPrefix("The newest run has <strong>\(Int(newest.rounded())) ms</strong>; the trend has risen by 3"))
        #expect(
            text
                == "The newest run has <strong>546 ms</strong>; the trend has risen by 38 % from 400 ms to 553 ms since 15 November: regression.")
        // A run of the drift that is no worse than the level before is none.
        #expect(model.history()?.points[15].verdict == .noChange)
        #expect(model.history()?.points.last?.verdict == .regression)
    }

    @Test func `a partial return says what is left, and where the level was first`() throws {
        let model = model(around(600, 20) + around(900, 8) + around(720, 8))
        do {
            let expected =
                "The level is <strong>722 ms</strong>, 20 % above the 600 ms before: regression since 21 November. "
                + "It was 903 ms at first, and has been 722 ms since 29 November, over 8 runs."
            let text = try lede(model, like: expected)
            #expect(text == expected)
        }
        #expect(try StandingWords(#require(model.standouts.first), in: model).detail == "partly back")
        // Each run by its own level.
        #expect(model.history()?.points[22].ratio.map { ($0 * 100).rounded() } == 150)
        #expect(model.history()?.points.last?.ratio.map { ($0 * 100).rounded() } == 120)
    }

    @Test func `a return is no improvement, and an unstable series names both levels`() throws {
        let back = model(around(600, 20) + around(900, 8) + around(600, 8))
        do {
            let expected =
                "The level is <strong>602 ms</strong>: back at the level before, 600 ms, since 29 November, over 8 runs, which is no improvement and no regression."
            let text = try lede(back, like: expected)
            #expect(text == expected)
        }
        #expect(back.standouts.isEmpty)
        let unstable = model((0..<4).flatMap { _ in around(600, 5) + around(780, 5) })
        do {
            let expected =
                "The newest run has <strong>767 ms</strong>. The series goes back and forth between 601 ms and 781 ms, over 40 runs since 1 November: "
                + "unstable, which is no change for better or worse."
            let text = try lede(unstable, like: expected)
            #expect(text == expected)
        }
        let standing = try #require(unstable.standings.first { $0.kind == .unstable })
        #expect(plain(StandingWords(standing, in: unstable).detail ?? "") == "unstable, 601 ms and 781 ms in turn")
        #expect(ChangeWords(model: unstable).lede.contains("one is going back and forth between two levels"))
    }

    @Test func `a change inside a history is called by the level that was accepted`() async throws {
        let values = around(600, 20) + around(900, 8) + around(720, 8) + around(600, 8)
        let files = await model(values).site()
        let page = PageText(try #require(files["history/chimera_homo/insight/m/num_ctx512/p/ttft-first_chunk.html"]))
        let states = page.rows(ofTable: "Changes of this series").dropFirst().compactMap { $0.split(separator: "| ").last }
        #expect(states.suffix(3) == ["regression", "regression partly back", "back at the level before"])
    }

    @Test func `no change says what would have been seen, for a series and for all`() throws {
        let model = model(scattered(600, 30, by: 80))
        let text = try lede(model)
        #expect(text.contains("no change in 30 runs."))
        #expect(
            text
                == "The newest run has <strong>615 ms</strong>, no change in 30 runs. A newest run 19 % away would have been seen in four of five cases; "
                + "a lasting change of 5 % would not be seen as surely even after 100 runs.")
        let words = ChangeWords(model: model)
        #expect(plain(words.note).contains("Half of them would have shown a newest run "))
        #expect(ComparisonWords(comparison: .latest(in: model)).note.hasPrefix(words.note))
    }

    @Test func `a verdict from few runs says so everywhere`() throws {
        let model = model(around(600, 6) + [1200])
        #expect(try lede(model).contains("This is held against only 6 earlier runs"))
        let standing = try #require(model.standouts.first)
        let words = StandingWords(standing, in: model)
        #expect(words.detail == "the newest run alone, from only 6 earlier runs")
        #expect(words.gate.contains(", the newest run alone, from only 6 earlier runs (since insight/run_7, chimera_homo, m, num_ctx 512)"))
        #expect(ChangeWords(model: model).lede.contains("in its newest run, from only 6 earlier runs."))
    }

    @Test func `runs that resemble each other count as fewer`() throws {
        // A wave of period twenty: neighbours are alike.
        let wave: [Double] = [0, 1, 2, 2.5, 3, 3, 2.5, 2, 1, 0, 0, -1, -2, -2.5, -3, -3, -2.5, -2, -1, 0]
        let slow = (0..<60).map { 600 * (1 + wave[$0 % 20] / 100) }
        let text = try lede(model(slow))
        #expect(
            text
                == "The newest run has <strong>600 ms</strong>, no change in 60 runs. The 59 earlier runs count as 2 independent ones, "
                + "because neighbouring runs resemble each other (correlation taken as 0.95). A newest run 23 % away would have been seen in four of "
                + "five cases; a lasting change of 5 % would not be seen as surely even after 100 runs.")
        #expect(try !lede(model(around(600, 40))).contains("independent"))
    }

    @Test func `what failed comes first, then the largest regression, then how many more are open`() throws {
        let all =
            runs(around(600, 20) + around(720, 5), of: "small") + runs(around(600, 20) + around(900, 5), of: "large")
            + runs(around(600, 20) + around(400, 5), of: "better") + runs(around(600, 24) + [nil], of: "broken")
        let model = SiteModel(runs: all)
        #expect(model.standouts.map { model.trajectories[$0.trajectory].key.slot } == ["broken", "large", "small", "better"])
        let words = ChangeWords(model: model)
        #expect(words.headline == "The newest run of broken failed; two series regressed and one improved since 21 November")
        #expect(words.lede.hasPrefix("The newest run of broken (chimera_homo) failed: timed out. Two more are open. "))
        let latest = Comparison.latest(in: model)
        #expect(ComparisonWords(comparison: latest).headline.hasPrefix("The newest run of broken failed; 2 of 9 series regressed and 1 improved"))
        #expect(ComparisonWords(comparison: latest).lede.hasPrefix("The newest run of broken"))
        var report = ComparisonReport()
        report.comparison = latest
        #expect(
            report.openRegressions?.map { String($0.message.prefix(26)) } == [
                "failed: broken: timed out ", "regression: large, TTFT, w", "regression: small, TTFT, w",
            ])
    }

    @Test func `a newest run that failed stands on the home page, in the feed and in the data, and hides no open change`() async throws {
        let model = model(around(600, 20) + around(900, 5) + [nil, nil])
        let site = await model.site()
        let home = PageText(try #require(site["index.html"]))
        #expect(home.all("h1") == ["The newest run of insight failed; one series regressed since 21 November"])
        #expect(
            home.all("p", class: "lede") == [
                "The newest two runs of insight (chimera_homo) failed, since 26 November: timed out. One more is open. 3 series were tested."
            ])
        let rows = home.rows(ofTable: "Changes")
        #expect(rows.count == 3 && rows[1].hasPrefix("insight") && rows[1].contains("failed"))
        let csv = try #require(site["data/changes.csv"]).split(separator: "\n")
        #expect(csv.map { $0.split(separator: ",", omittingEmptySubsequences: false)[6] } == ["verdict", "failed", "regression"])
        #expect(try #require(site["regressions.atom"]).contains("insight: newest run failed (chimera_homo"))
        do {
            let expected =
                "The newest two runs failed, since 26 November: timed out. The level has been <strong>901 ms</strong> since 21 November, over 5 runs, "
            let text = try lede(model, like: expected)
            #expect(text == expected)
        }
        let entry = Acknowledgement(run: "insight/run_27", slot: nil, metric: .ttft, reason: "power cut", by: nil, date: nil)
        let known = self.model(around(600, 24) + [nil, nil, nil], acknowledged: [entry])
        #expect(known.standouts.map(\.isOpen) == [false])
        #expect(ChangeWords(model: known).headline == "No open change in three series")
    }

    @Test func `a failure rate is said in counts, else in per cent, and ordered by points`() throws {
        func words(_ before: Center, _ now: Center) -> StandingWords {
            var model = model(around(600, 12))
            let key = model.trajectories[0].key
            let measure = Measure(metric: MetricID(rawValue: "failure_rate"), unit: "%", ttft: nil, basis: nil)
            let series = Trajectory(
                key: TrajectoryKey(key.agent, measure), id: "x", points: model.trajectories[0].points, changes: [], seams: [], unjudged: nil)
            let standing = Standing(
                trajectory: 0, kind: .step, unproven: nil,
                difference: Difference(a: before, b: now, difference: now.value - before.value, ratio: nil, interval: nil, p: 0.001, passes: true),
                judgement: Judgement(verdict: .regression, pAdjusted: 0.001), since: 11, acknowledgement: nil, runsSince: 1, reference: nil,
                sensitivity: nil)
            model = SiteModel(runs: model.runs)
            return StandingWords(standing, of: series, in: model)
        }
        let counts = words(Center(n: 900, value: 0, interval: nil), Center(n: 100, value: 33, interval: nil))
        #expect(counts.clause == "insight (chimera_homo) fails 33 of 100 requests since 12 November, 0 of 900 before")
        #expect(plain(counts.size) == "+33 points")
        let shares = words(Center(n: 9, value: 0.4, interval: nil), Center(n: 1, value: 33.3, interval: nil))
        #expect(plain(shares.clause) == "insight (chimera_homo) fails 33 % of its requests since 12 November, 0.4 % before")
    }

    @Test func `a small change that is acknowledged is below what counts, and called neither better nor worse`() async throws {
        let entry = Acknowledgement(run: "insight/run_21", slot: nil, metric: .ttft, reason: "new fan", by: nil, date: nil)
        let model = model(around(600, 20) + around(620, 12), acknowledged: [entry])
        #expect(try lede(model).contains("3 % above the 600 ms before, which is below the 5 % that count; that change is acknowledged"))
        #expect(model.standouts.map(\.judgement.verdict) == [.noChange])
        let site = await model.site()
        let page = PageText(try #require(site["history/chimera_homo/insight/m/num_ctx512/p/ttft-first_chunk.html"]))
        #expect(page.rows(ofTable: "Changes of this series").last?.contains("acknowledged below 5 %; new fan") == true)
        let main = try #require(page.html.components(separatedBy: "</main>").first)
        #expect(!main.contains("regression"))
    }

    @Test func `a metric's own smallest change is the only threshold`() throws {
        let judging = JudgingSettings(smallestChange: nil, byMetric: [.ttft: 0.6])
        let model = model(around(600, 20) + around(900, 5), judging: judging)
        #expect(model.standouts.isEmpty)
        #expect(plain(ChangeWords(model: model).note).contains("moved by 5 % (60 % of TTFT) or more beyond chance"))
        let sitewide = self.model(around(600, 20), judging: JudgingSettings(smallestChange: 0.1))
        #expect(plain(ChangeWords(model: sitewide).note).contains("moved by 10 % or more beyond chance"))
    }

    @Test func `what is missing is what is truly missing`() throws {
        #expect(
            try lede(model(around(600, 3)))
                == "The newest run has <strong>595 ms</strong>. Not enough data: 2 earlier runs, 5 are needed. Run 3 more.")
        // The first run is acknowledged: that begins no new level, and the others are judged.
        let entry = Acknowledgement(run: "insight/run_1", slot: nil, metric: .ttft, reason: nil, by: nil, date: nil)
        #expect(try lede(model(around(600, 20), acknowledged: [entry])).contains("no change in 20 runs"))
        let means = (1...14).map { History.run($0, ttft: nil, mean: 600) }
        #expect(
            ChangeWords(model: SiteModel(runs: means)).nothing
                == "14 runs are stored, and none of 1 series can be judged: only means over cold and warm calls together are known.")
        #expect(ChangeWords(model: SiteModel(runs: [])).nothing == "No runs are stored.")
    }

    @Test func `what merely differs at a change is not called its cause`() async throws {
        var runs = runs(around(600, 20) + around(900, 5))
        for index in runs.indices { runs[index].executions[0].configuration["build"] = .text(index < 20 ? "b1" : "b2") }
        let files = await SiteModel(runs: runs).site()
        let page = PageText(
            try #require(files["history/chimera_homo/insight/m/num_ctx512/p/ttft-first_chunk.html"]))
        let table = page.rows(ofTable: "Changes of this series")
        #expect(table.first?.contains("Also changed there") == true)
        #expect(table.last?.contains("build b1 to b2") == true)
    }

    @Test func `not all calls are called warm where one that loaded the model has no figures`() throws {
        var run = History.run(1, ttft: 500, calls: 2)
        for index in run.executions[0].calls.indices { run.executions[0].calls[index].load = 50 }
        #expect(RunCharts(run: run).phases?.string.contains("All 2 calls are warm.") == true)
        run.executions[0].calls.append(Call(stage: "report", cold: true))
        let drawn = try #require(RunCharts(run: run).phases?.string)
        #expect(!drawn.contains("calls are warm."))
        #expect(drawn.contains("The 2 calls that are drawn are warm; 1 more has no such figures, cold."))
    }

    @Test func `a mark is what the table says`() throws {
        // Wide limits: the level after the change lies inside them.
        let model = model(scattered(600, 12, by: 40) + around(760, 12))
        let history = try #require(model.history())
        let inside = history.points.filter { $0.verdict == .regression && !$0.isOutside }
        #expect(!inside.isEmpty)
        let chart = HistoryDrawingOfSeries(trajectory: history, page: .history(history.id), rules: .standard).chart
        let drawn = chart.series[0].points.count { $0.kind == .worse }
        #expect(drawn == history.points.count { $0.verdict == .regression })
        #expect(chart.words.worse == "regression")
    }

    @Test func `headlines are right with one, with nothing open, and with nothing tested`() throws {
        func headline(_ model: SiteModel) -> String? { ChangeWords(model: model).headline }
        #expect(headline(SiteModel(runs: [])) == nil)
        #expect(headline(model(around(600, 3))) == nil)
        #expect(headline(model(around(600, 2) + [nil])) == "The newest run of insight failed")
        #expect(ChangeWords(model: model(around(600, 2) + [nil])).lede == "The newest run of insight (chimera_homo) failed: timed out.")
        #expect(headline(model(around(600, 20))) == "No change in two series")
        #expect(headline(model(around(600, 20) + [900])) == "One series regressed since 21 November")
        let entry = Acknowledgement(run: "insight/run_21", slot: nil, metric: .ttft, reason: nil, by: nil, date: nil)
        let known = model(around(600, 20) + around(900, 12), acknowledged: [entry])
        #expect(headline(known) == "No open change in two series")
        #expect(ChangeWords(model: known).lede.hasPrefix("No regression is open. One change is acknowledged."))
    }
}
