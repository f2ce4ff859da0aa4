import AgentRuns
import Foundation
import Testing

@testable import SiteBuilder

struct GivenRunsTests {
    private func run(_ id: String, at time: String?, ttft: Double, hash: String, options: [String: OptionValue] = [:]) -> Run {
        var run = History.run(1, ttft: ttft, options: options)
        run.id = id
        run.startedAt = time.flatMap { Timestamp($0) }
        run.provenance.sources = [SourceFile(path: "\(id).json", sha256: hash, bytes: 9)]
        return run
    }

    private let now = Date(timeIntervalSince1970: 1_780_000_000)

    @Test func `each given run stands behind all that is stored, in the order of their times, under an id of its own`() throws {
        let stored = [run("s/a", at: "2026-05-01T10:00:00Z", ttft: 500, hash: "1"), run("s/b", at: nil, ttft: 500, hash: "2")]
        let given = GivenRuns(
            [
                run("s/b", at: nil, ttft: 510, hash: "3"), run("s/a", at: "2026-01-01T10:00:00Z", ttft: 520, hash: "4"),
                run("s/c", at: "2026-05-02T10:00:00Z", ttft: 530, hash: "5"),
            ], after: stored, now: now, mainBranch: nil)
        #expect(given.runs.map(\.id) == ["s/a@given-1", "s/c", "s/b@given-1"])
        #expect(given.runs.map(\.startedAt?.text) == ["2026-05-28T20:26:40.000Z", "2026-05-28T20:26:41.000Z", "2026-05-28T20:26:42.000Z"])
        #expect(given.known.isEmpty)
    }

    @Test func `the same bytes, and the same dated figures from other bytes, are stored already; what is given twice is given once`() {
        let time = "2026-05-01T10:00:00Z"
        let stored = [run("s/a", at: time, ttft: 500, hash: "1"), run("s/b", at: nil, ttft: 500, hash: "2")]
        let given = GivenRuns(
            [
                run("t/a", at: time, ttft: 500, hash: "9"), run("t/b", at: nil, ttft: 500, hash: "2"), run("t/c", at: nil, ttft: 500, hash: "3"),
                run("u/c", at: nil, ttft: 500, hash: "3"),
            ], after: stored, now: now, mainBranch: nil)
        #expect(given.known.map(\.given) == ["t/a", "t/b"])
        #expect(given.known.map(\.stored) == ["s/a", "s/b"])
        #expect(given.runs.map(\.id) == ["t/c"])
    }

    @Test func `a pull request's branch is held against the history of the main branch`() throws {
        let stored = (1...12).map { day in
            run("s/\(day)", at: "2026-05-\(day + 9)T10:00:00Z", ttft: 500 + Double(day % 5), hash: "\(day)", options: ["branch": .text("main")])
        }
        let given = GivenRuns(
            [run("pull", at: nil, ttft: 900, hash: "x", options: ["branch": .text("feature")])], after: stored, now: now, mainBranch: "main")
        let model = SiteModel(runs: stored + given.runs, mainBranch: "main")
        let found = Comparison.latest(in: model, metrics: ["ttft"], of: ["pull"])
        #expect(found.rows.map(\.verdict) == [.regression])
        #expect(Comparison.latest(in: model, of: ["s/12"]).rows.isEmpty)
    }
}
