import AgentRuns
import RunStatistics
import Testing

@testable import SiteBuilder

struct HistoryTests {
    @Test func `fewer than five earlier runs give no verdict`() throws {
        let history = try #require(SiteModel(runs: History.runs(4, around: 600) + [History.run(5, ttft: 3000)]).history())
        #expect(history.points.last?.earlier == 4)
        #expect(history.points.last?.verdict == nil)
        #expect(history.points.allSatisfy { $0.limits == nil })
    }

    @Test func `a run far above ten others is a regression, one far below an improvement`() throws {
        let slow = try #require(SiteModel(runs: History.runs(10, around: 600) + [History.run(11, ttft: 900)]).history())
        #expect(slow.points.last?.verdict == .regression)
        let fast = try #require(SiteModel(runs: History.runs(10, around: 600) + [History.run(11, ttft: 400)]).history())
        #expect(fast.points.last?.verdict == .improvement)
    }

    @Test func `less than five per cent is no change, however narrow the band`() throws {
        let still = (1...12).map { History.run($0, ttft: 600) }
        let history = try #require(SiteModel(runs: still + [History.run(13, ttft: 625)]).history())
        #expect(history.points.last?.verdict == .noChange)
    }

    @Test func `a failed run and a run of too few calls are shown and neither judged nor made part of a band`() throws {
        let runs =
            History.runs(11, around: 600) + [History.run(12, ttft: nil), History.run(13, ttft: 5000, calls: 1)]
            + History.runs(1, from: 14, around: 600)
        let history = try #require(SiteModel(runs: runs).history())
        #expect(history.points.map(\.state) == Array(repeating: .comparable, count: 11) + [.failed, .thin, .comparable])
        #expect(history.points[13].earlier == 11)
        #expect(history.points[13].verdict == .noChange)
        #expect(history.failures == 1)
    }

    @Test func `a run whose only calls were cold has its cold calls and no value`() throws {
        let history = try #require(SiteModel(runs: History.runs(3, around: 600) + [History.run(4, ttft: nil, cold: 5000)]).history())
        #expect(history.points[3].state == .unmeasured)
        #expect(history.points[3].cold == [5000])
    }

    @Test func `values of two TTFT definitions are two histories, and throughput is one`() {
        let runs = History.runs(3, around: 600) + [History.run(4, ttft: 80, definition: .promptEval)]
        let keys = SiteModel(runs: runs).trajectories.map { ($0.key.measure.slug, $0.runs) }
        #expect(
            keys.map(\.0) == ["ttft-prompt_eval", "ttft-first_chunk", "output_throughput"]
                || keys.map(\.0) == ["ttft-first_chunk", "ttft-prompt_eval", "output_throughput"])
        #expect(keys.map(\.1).sorted() == [1, 3, 4])
    }

    @Test func `means over cold and warm calls together are shown and not judged`() throws {
        let runs = (1...14).map { History.run($0, ttft: nil, mean: $0 == 14 ? 4000 : 600) }
        let history = try #require(SiteModel(runs: runs).history())
        #expect(history.unjudged == .means(of: .mixed))
        #expect(history.points.last?.verdict == nil)
        #expect(SiteModel(runs: runs).standings.isEmpty)
    }

    @Test(arguments: [1, 5, 12, 40])
    func `a step is open until it is acknowledged, and stands out since its first run`(runsAfter: Int) throws {
        let model = SiteModel(runs: History.runs(20, around: 600) + History.runs(runsAfter, from: 21, around: 900))
        let history = try #require(model.history())
        let standing = try #require(model.standouts.first)
        #expect(standing.judgement.verdict == .regression)
        #expect(standing.kind == (runsAfter == 1 ? .newest : .step))
        #expect(history.points[standing.since].run.id == "s/run_21")
        #expect(standing.runsSince == runsAfter)
        #expect(history.points.suffix(runsAfter).allSatisfy { $0.verdict == .regression })
        #expect(history.points[19].verdict == .noChange)
    }

    @Test func `an acknowledged change is flagged, and the band starts anew at it`() throws {
        let entry = Acknowledgement(run: "s/run_21", slot: nil, metric: .ttft, reason: "larger prompt", by: nil, date: nil)
        let model = SiteModel(runs: History.runs(20, around: 600) + History.runs(5, from: 21, around: 900), acknowledged: [entry])
        let history = try #require(model.history())
        #expect(history.changes.first?.acknowledgement?.reason == "larger prompt")
        #expect(history.points[20].verdict == .regression)
        #expect(history.points[20].acknowledgement == entry)
        #expect(history.points[24].verdict == nil)
        #expect(model.standouts.filter { $0.isOpen }.isEmpty)
    }

    @Test func `an acknowledged run that can't be compared stands for the next one that can`() throws {
        let entry = Acknowledgement(run: "s/run_21", slot: "insight", metric: .ttft, reason: "cold", by: nil, date: nil)
        let runs = History.runs(20, around: 600) + [History.run(21, ttft: 900, calls: 1, cold: 5000)] + History.runs(12, from: 22, around: 900)
        let history = try #require(SiteModel(runs: runs, acknowledged: [entry]).history())
        #expect(history.points[20].state == .thin)
        #expect(history.changes.map(\.start) == [21])
        #expect(history.changes.first?.acknowledgement == entry)
        #expect(history.points[21].acknowledgement == entry)
    }

    @Test func `a joined series goes on in the other one, with the seam and its reason`() throws {
        let old = (1...3).map { History.run($0, ttft: 600, options: ["num_ctx": .number(256)]) }
        let new = History.runs(3, from: 4, around: 600)
        let keys = TrajectoryBuilder().keys(of: (old + new).flatMap { Observation.all(of: $0) }).filter { $0.measure.metric == .ttft }.map(\.id)
        let edits = SeriesEdits(joins: [SeriesEdits.Join(series: keys.sorted().map(SeriesPattern.init(text:)), reason: "the option has no effect")])
        let history = try #require(SiteModel(runs: old + new, edits: edits).history())
        #expect(history.runs == 6)
        #expect(history.seams == [Trajectory.Seam(start: 3, reason: "the option has no effect")])
    }

    @Test func `a renamed series stands under its new id`() throws {
        let runs = History.runs(3, around: 600)
        let id = try #require(SiteModel(runs: runs).history()?.id)
        #expect(id == "chimera_homo/insight/m/num_ctx512/p/ttft-first_chunk")
        let edits = SeriesEdits(renames: [SeriesEdits.Rename(from: "chimera_homo/insight/m/num_ctx512/p", to: "homo/insight")])
        #expect(SiteModel(runs: runs, edits: edits).trajectories.map(\.id) == ["homo/insight/ttft-first_chunk", "homo/insight/output_throughput"])
    }

    @Test func `series of one suite are variants of each other, and say in what they differ`() throws {
        let runs =
            History.runs(3, around: 600) + (4...6).map { History.run($0, ttft: 640, options: ["num_ctx": .number(1024)]) }
            + (7...9).map { History.run($0, ttft: 80, options: ["num_ctx": .number(1024)], definition: .promptEval) }
        let all = SiteModel(runs: runs).trajectories.filter { $0.key.measure.metric == .ttft }
        let middle = try #require(all.first { $0.points.first?.run.id == "s/run_4" })
        let relations = SeriesRelations(of: middle, among: all)
        #expect(relations.variants.map(\.difference).sorted() == ["TTFT of prompt evaluation, warm", "num_ctx 512"])
        #expect(relations.earlier == nil && relations.later == nil)
    }
}
