import AgentRuns
import Testing

@testable import SiteBuilder

/// Results that their own tool rejects, as MLPerf's load generator does.
struct InvalidResultTests {
    /// Twelve results and a last one, of which some are invalid.
    private func runs(invalid: Set<Int>, last: Double = 100) -> [Run] {
        (1...13).map { number in
            Serving.run(
                "s/\(number)", of: "mlperf", [.ttft: number == 13 ? last : 100 + Double(number % 3)], statistic: .p50,
                options: ["scenario": .text("Server"), "valid": .flag(!invalid.contains(number))], definition: .serverReported,
                started: "2025-11-\(number + 9)T10:00:00Z")
        }
    }

    @Test func `an invalid result stands in the series of the valid ones and is not judged`() throws {
        let model = SiteModel(runs: runs(invalid: [13], last: 400))
        let history = try #require(model.history())
        #expect(history.points.count == 13)
        #expect(history.points.last?.state == .invalid)
        #expect(history.points.last?.verdict == nil)
        #expect(history.points.last.map { history.verdict(of: $0).1 } == "invalid")
        #expect(RunVerdict(model.runs[12], in: model).verdict == .invalid)
        // The same figures, were they valid, are a regression.
        #expect(try #require(SiteModel(runs: runs(invalid: [], last: 400)).history()).points.last?.verdict == .regression)
    }

    @Test func `it is no history for others`() throws {
        let history = try #require(SiteModel(runs: runs(invalid: [1, 2, 3, 4])).history())
        #expect(history.points.last?.earlier == 8)
        #expect(history.points.prefix(4).allSatisfy { $0.verdict == nil })
    }

    @Test func `it is in no comparison and in no median`() throws {
        var model = SiteModel(runs: [runs(invalid: [1])[0]])
        let side = try #require(model.side(named: "s"))
        #expect(Comparison(side, side, in: model).rows.isEmpty)
        model = SiteModel(runs: runs(invalid: [13], last: 9000))
        let observations = model.runs.map { Observation.all(of: $0)[0] }
        #expect(GroupFigure(observations, of: .ttft).values.max() == 102)
    }

    @Test func `it is marked on its page, in tables of runs and on the points of a history`() async throws {
        let site = await SiteModel(runs: runs(invalid: [13], last: 400)).site()
        func page(_ path: String) throws -> PageText { PageText(try #require(site[path])) }
        let run = try page("runs/s/13.html")
        #expect(
            run.all("p", class: "state").first?.hasPrefix(
                "invalid The tool rejects this result by its own rules: it is not judged, and no run is held against it.") == true)
        #expect(run.rows(ofTable: "Configuration").contains("valid | false"))
        #expect(try page("suites/s.html").rows(ofTable: "Runs").filter { $0.hasSuffix("invalid") }.count == 1)
        #expect(try page("models/m.html").rows(ofTable: "Executions").filter { $0.hasSuffix("invalid") }.count == 1)
        let suite = try page("suites/s.html")
        #expect(suite.all("figcaption").filter { $0.contains("1 result that the tool calls invalid is left out.") }.count == 1)
        #expect(suite.html.contains("called invalid by the tool; not part of the history"))
        let history = try page("history/serving_benchmark/mlperf/m/scenarioserver/mlperf/ttft-server_reported-all.html")
        #expect(history.html.contains("2025-11-22 10:00 UTC, invalid"))
        #expect(
            history.all("p", class: "lede") == [
                "The newest run that counts has 100 ms, no change in 12 runs. A newest run 5 % away would have been seen in four of five cases. "
                    + "The newest run, 400 ms, is not judged: its tool calls it invalid."
            ])
    }

    @Test func `an agent's option of that name is an option like any other`() {
        var run = Serving.agent("s/a")
        run.executions[0].configuration["valid"] = .flag(false)
        #expect(!Observation.all(of: run)[0].isInvalid)
    }
}
