import AgentRuns
import RunStatistics

/// The benchmarks of one server under one load.
struct LoadPoint: Sendable {
    let load: Load
    /// At least one, oldest first.
    let observations: [Observation]
    /// Those that nobody excluded.
    let counted: [Observation]
    /// Those of them whose tool stands by the result; all where it stands by none.
    private let accepted: [Observation]

    init(load: Load, observations: [Observation]) {
        self.load = load
        self.observations = observations
        counted = observations.filter { $0.exclusion == nil }
        let accepted = counted.filter { !$0.isInvalid }
        self.accepted = accepted.isEmpty ? counted : accepted
    }

    /// The median over the benchmarks of a figure that their tool reports; `nil` where none has it.
    func value(_ metric: MetricID, _ statistic: MetricSummary.Statistic) -> Double? {
        SampleSummary(values(metric, statistic))?.median
    }

    /// How many benchmarks have the figure.
    func n(_ metric: MetricID, _ statistic: MetricSummary.Statistic) -> Int {
        values(metric, statistic).count
    }

    private func values(_ metric: MetricID, _ statistic: MetricSummary.Statistic) -> [Double] {
        accepted.filter { $0.exclusion(of: metric) == nil }.compactMap { $0.reported(metric, statistic) }
    }

    /// Whether the tool stands by none of the results.
    var isInvalid: Bool { !accepted.isEmpty && accepted.allSatisfy(\.isInvalid) }

    /// Why the point has no figures; `nil` where somebody left one of its benchmarks in.
    var exclusion: Exclusion? { counted.isEmpty ? observations.lazy.compactMap(\.exclusion).first : nil }

    /// How many requests failed, over all benchmarks of the point; `nil` where the tool does not count them.
    var failedRequests: Double? { total(.requestsFailed) }
    var completedRequests: Double? { total(.requestsCompleted) }

    private func total(_ metric: MetricID) -> Double? {
        let counts = values(metric, .mean)
        return counts.isEmpty ? nil : counts.reduce(0, +)
    }
}

extension Observation {
    /// A figure as the tool reports it; one in another unit than the metric's own can't stand beside the others.
    func reported(_ metric: MetricID, _ statistic: MetricSummary.Statistic) -> Double? {
        guard let summary = execution.metrics[metric], summary.unit == Metric(metric)?.unit else { return nil }
        return summary[statistic]
    }
}
