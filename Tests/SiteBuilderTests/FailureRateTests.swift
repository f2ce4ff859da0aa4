import AgentRuns
import Testing

@testable import SiteBuilder

/// Failed runs, requests and calls as series of their own.
struct FailureRateTests {
    /// Runs of a serving benchmark that made a hundred requests each.
    private func serving(_ failed: [Int], ttft: [Double] = []) -> [Run] {
        failed.enumerated().map { number, failed in
            Serving.run(
                "s/\(number)", of: "vllm",
                [
                    .ttft: ttft.isEmpty ? 100 + Double(number % 3) : ttft[number], .requestsCompleted: Double(100 - failed),
                    .requestsFailed: Double(failed),
                ],
                statistic: .mean, started: "2025-11-\(10 + number)T10:00:00Z")
        }
    }

    private func rows(_ runs: [Run], acknowledged: [Acknowledgement] = []) -> [String] {
        Comparison.latest(in: SiteModel(runs: runs, acknowledged: acknowledged)).rows.map { row in
            "\(row.name): \(row.verdict.rawValue)\(row.acknowledgement == nil ? "" : ", acknowledged")"
        }
    }

    @Test func `a run where a third of the requests failed fails the gate, whatever its latency says`() throws {
        let model = SiteModel(runs: serving(Array(repeating: 0, count: 9) + [33]))
        let gate = Comparison.latest(in: model)
        let row = try #require(gate.openRegressions.first)
        #expect(gate.openRegressions.count == 1)
        #expect(row.metric.id == "failure_rate" && row.name == "vllm, failure rate of requests")
        #expect(row.a?.value == 0 && row.a?.n == 900 && row.b?.value == 33 && row.b?.n == 100)
        #expect(row.changeText == "+33.0 points" && row.kind == .newest && row.since == "s/9")
        #expect(RunVerdict(model.runs[9], in: model).verdict == .regression)
        #expect(RunVerdict(model.runs[8], in: model).verdict == .noChange)
    }

    @Test func `failures that stay are open until they are acknowledged`() {
        let runs = serving(Array(repeating: 0, count: 6) + Array(repeating: 20, count: 12))
        #expect(rows(runs).first == "vllm, failure rate of requests: regression")
        let entry = Acknowledgement(run: "s/6", slot: nil, metric: .failureRate, reason: "a smaller card", by: nil, date: nil)
        #expect(rows(runs, acknowledged: [entry]).first == "vllm, failure rate of requests: regression, acknowledged")
        #expect(Comparison.latest(in: SiteModel(runs: runs, acknowledged: [entry])).openRegressions.isEmpty)
    }

    @Test func `where nothing ever failed there is no series of failures`() {
        #expect(!SiteModel(runs: serving(Array(repeating: 0, count: 9))).trajectories.contains { $0.key.measure.metric == .failureRate })
    }

    @Test func `calls that failed count, also of a run whose other calls are as quick as ever`() throws {
        var runs = History.runs(12, around: 500)
        runs[11].executions[0].calls += (1...3).map { Call(stage: "analysis", error: "timed out \($0)") }
        let model = SiteModel(runs: runs)
        let history = try #require(model.trajectories.first { $0.key.measure.failureBasis == .calls })
        #expect(history.id.hasSuffix("/failure_rate-of-calls"))
        #expect(history.points.map { $0.value?.n } == Array(repeating: 2, count: 11) + [5])
        #expect(model.standing(of: history)?.judgement.verdict == .regression)
    }

    @Test func `a newest run that failed fails the gate, and is one change on the site`() throws {
        let model = SiteModel(runs: History.runs(8, around: 500) + [History.run(90, ttft: nil)])
        let gate = Comparison.latest(in: model)
        #expect(gate.openRegressions.map(\.name) == ["insight, failure rate of runs", "insight, TTFT, warm", "insight, throughput"])
        #expect(gate.openRegressions.map(\.verdict) == [.failed, .failed, .failed])
        #expect(model.standouts.map { StandingWords($0, in: model).clause } == ["the newest run of insight (chimera_homo) failed"])
    }

    @Test func `high percentiles are judged under their own names`() throws {
        let runs = (0..<12).map { number -> Run in
            var run = Serving.run(
                "s/\(number)", of: "vllm", [.ttft: 100 + Double(number % 3)], statistic: .p50, started: "2025-11-\(10 + number)T10:00:00Z")
            run.executions[0].metrics[.ttft]?[.p99] = (number == 11 ? 600 : 300) + Double(number % 4)
            return run
        }
        #expect(rows(runs) == ["vllm, TTFT, all requests: no_change", "vllm, TTFT p99, all requests: regression"])
        let history = try #require(SiteModel(runs: runs).history(of: MetricID(rawValue: "ttft_p99")))
        #expect(history.id.hasSuffix("/ttft_p99-first_chunk-all"))
    }
}
