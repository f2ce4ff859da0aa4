import AgentRuns
import RunStatistics

/// The one value that stands for a metric of an execution, and what kind of value it is.
struct CentralValue: Sendable, Hashable {
    enum Statistic: Sendable, Hashable {
        /// The median of the calls that found the model loaded.
        case warmMedian
        /// The median of calls of which it is not known whether they were cold.
        case median
        /// The 50th percentile that the program reports.
        case p50
        /// The high percentile that the program reports.
        case tail(MetricSummary.Statistic)
        /// What failed of what was tried.
        case share
        /// The mean that the program reports, over all of its calls.
        case mean
        /// The sum or the only figure that the program reports.
        case total

        /// As it stands after the metric's name: "TTFT, warm median".
        var name: String {
            switch self {
            case .warmMedian: "warm median"
            case .median: "median"
            case .p50: "p50"
            case .tail(let percentile): percentile.rawValue
            case .share: "share"
            case .mean: "mean"
            case .total: "total"
            }
        }
    }

    let value: Double
    let statistic: Statistic
    /// How many calls it is over; `nil` where the program does not say.
    let n: Int?
    /// Least and greatest of those calls, where they are stored and there are several.
    let range: ClosedRange<Double>?
}

extension AgentExecution {
    /// The central value of a metric: the median of the warm calls where calls are stored, else the reported p50, else the reported mean.
    ///
    /// - Returns: `nil` where nothing was measured, and where every stored call was cold.
    func centralValue(of metric: MetricID) -> CentralValue? {
        if let tail = metric.tail { return self.value(of: tail) }
        if let figure = metric.callFigure, !knownCalls.isEmpty {
            let figures = CallFigures(knownCalls, figure)
            if let summary = SampleSummary(figures.warm) { return CentralValue(summary, .warmMedian) }
            if let summary = SampleSummary(figures.undecided) { return CentralValue(summary, .median) }
            if !figures.cold.isEmpty { return nil }
        }
        // What a single cold answer took in all holds its load.
        if metric == .e2eLatency, calls.isEmpty, knownCalls.first?.cold == true { return nil }
        guard let summary = metrics[metric] else { return nil }
        if let p50 = summary[.p50] { return CentralValue(value: p50, statistic: .p50, n: summary.n, range: nil) }
        if let mean = summary[.mean] { return CentralValue(value: mean, statistic: .mean, n: summary.n, range: nil) }
        return summary[.sum].map { CentralValue(value: $0, statistic: .total, n: summary.n, range: nil) }
    }

    /// A percentile as the program reports it: nothing is made of single calls that are stored.
    private func value(of tail: MetricID.Tail) -> CentralValue? {
        guard calls.isEmpty, let summary = metrics[tail.of], let value = summary[tail.statistic] else { return nil }
        return CentralValue(value: value, statistic: .tail(tail.statistic), n: summary.n, range: nil)
    }

    /// The values of the cold calls, in order.
    func coldValues(of metric: MetricID) -> [Double] {
        guard let figure = metric.callFigure else { return [] }
        return CallFigures(knownCalls, figure).cold
    }
}

extension CentralValue {
    fileprivate init(_ summary: SampleSummary, _ statistic: Statistic) {
        self.init(
            value: summary.median, statistic: statistic, n: summary.n,
            range: summary.n > 1 ? summary.least...summary.greatest : nil)
    }
}

extension MetricID {
    /// Where a single call keeps this metric; `nil` for metrics that calls do not have.
    fileprivate var callFigure: (@Sendable (Call) -> Double?)? {
        switch self {
        case .ttft: \.ttft
        case .outputThroughput: \.throughput
        case .loadDuration: \.load
        case .promptEvalDuration: \.promptEval
        case .evalDuration: \.eval
        default: nil
        }
    }
}
