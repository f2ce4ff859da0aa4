import AgentRuns
import RunStatistics

/// What an execution tried and how much of it failed, counted in what its source counts.
struct FailureCounts {
    /// What is counted, and the counts; of requests or calls only where the source tells them.
    let byBasis: [MetricBasis: Attempts]

    init(_ execution: AgentExecution) {
        var counts: [MetricBasis: Attempts] = [:]
        counts[.runs] = Attempts(failed: execution.status == .failed ? 1 : 0, of: 1)
        counts[.requests] = Self.requests(of: execution)
        if !execution.calls.isEmpty {
            counts[.calls] = Attempts(failed: execution.calls.count { $0.error != nil }, of: execution.calls.count)
        }
        byBasis = counts
    }

    private static func requests(of execution: AgentExecution) -> Attempts? {
        func count(_ metric: MetricID) -> Int? { execution.metrics[metric]?.headline.flatMap { Int(exactly: $0.rounded()) } }
        guard let failed = count(.requestsFailed), let completed = count(.requestsCompleted), completed >= 0, failed >= 0 else { return nil }
        let (of, overflow) = completed.addingReportingOverflow(failed)
        return overflow ? nil : Attempts(failed: failed, of: of)
    }
}

extension MetricBasis {
    static let requests = MetricBasis("requests", phrase: "counts requests", rank: 0)
    static let calls = MetricBasis("calls", phrase: "counts calls", rank: 1)
    static let runs = MetricBasis("runs", phrase: "counts whole runs", rank: 2)
}

extension CentralValue {
    /// What failed, in per cent of what was tried; `nil` where nothing was.
    init?(_ attempts: Attempts) {
        guard let share = attempts.share else { return nil }
        self.init(value: share * 100, statistic: .share, n: attempts.of, range: nil)
    }
}
