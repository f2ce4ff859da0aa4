import AgentRuns
import Diagnostics
import Foundation
import SystemPackage
import Testing

@testable import SiteBuilder

/// A series has one verdict: every page, data file, feed and command says what `Standing` says.
struct OneVerdictTests {
    @Test func `a site of many fates says one thing of each series, wherever it says something`() async {
        let walk = await SiteWalk(RichSite.model)
        #expect(walk.contradictions == [])
        #expect(walk.looks.filter { $0.value == 0 }.isEmpty)
        #expect(walk.looks.count >= 20)
    }

    @Test func `the site has the fates that it is made of`() throws {
        let model = RichSite.model
        let states = SeriesState.all(in: model)
        func fate(_ slot: String, _ metric: MetricID = .ttft) -> String {
            let state = states.first { $0.trajectory.key.slot == slot && $0.trajectory.key.measure.metric == metric }
            return [state?.mark, state?.first?.kind?.rawValue].compactMap(\.self).joined(separator: " ")
        }
        let fates = [
            "steady": "no-change", "scattered": "no-change more_variable", "unstable": "no-change unstable", "returned": "no-change back",
            "spiked": "no-change", "short3": "not-enough-data", "short5": "not-enough-data", "stepped": "regression step",
            "jumped": "regression newest", "improved": "improvement step", "drifting": "regression drift", "partial": "regression step",
            "stairs": "regression step", "known": "acknowledged", "tuned": "acknowledged", "small": "acknowledged", "again": "regression step",
            "broken": "failed", "down": "failed", "excused": "acknowledged", "joined": "regression step", "branches": "no-change",
            "sidetrack": "no-change", "undated": "not-comparable", "averaged": "not-comparable", "bad": "no-change", "rejected": "no-change",
            "fewer": "regression newest",
        ]
        for (slot, expected) in fates.sorted(by: { $0.key < $1.key }) { #expect(fate(slot) == expected, "\(slot)") }
        #expect(fate("slowed", .outputThroughput) == "regression step")
        #expect(fate("lossy", .failureRate) == "regression newest")
        #expect(fate("leaky", .failureRate).hasPrefix("regression"))
        #expect(fate("agents together", .wallTime) == "regression step")
        #expect(fate("tails", MetricID(rawValue: "ttft_p99")) == "regression newest")
        #expect(fate("coarse", .e2eLatency) == "no-change")
        #expect(model.trajectories.count > 60)
    }

    @Test func `a change that the false discovery rate takes back is none anywhere`() async {
        let walk = await SiteWalk(RichSite.quietModel)
        #expect(walk.model.standings.contains { $0.unproven != nil }, "no series shows a change that the others take back")
        #expect(walk.contradictions == [])
    }

    @Test func `the demo content says one thing of each series`() async throws {
        let folder = FilePath(URL(filePath: #filePath).appending(path: "../../../content").standardized.path)
        var problems: [Diagnostic] = []
        let content = try #require(await Content.load(folder, jobs: 2, reporting: &problems))
        let walk = await SiteWalk(SiteModel(content: content))
        #expect(walk.contradictions == [])
        #expect(walk.states.count > 100)
    }
}
