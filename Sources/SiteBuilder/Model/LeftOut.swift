import AgentRuns

// What counts in no median, best value, band or verdict, because its own tool rejects it or because somebody excluded it: the one place that
// every page, chart and comparison asks.

extension Observation {
    /// The entry that takes the execution out as a whole; `nil` where it counts, at least in part.
    var exclusion: Exclusion? { exclusions.first { $0.metric == nil } }

    /// The entry that takes a metric of the execution out; `nil` where the metric counts.
    func exclusion(of metric: MetricID) -> Exclusion? { exclusions.first { $0.covers(metric) } }

    /// Whether nothing of the execution counts.
    var isLeftOut: Bool { isInvalid || exclusion != nil }

    /// Whether a metric of the execution does not count.
    func isLeftOut(of metric: MetricID) -> Bool { isInvalid || exclusion(of: metric) != nil }

    /// The value that stands for the execution among others; `nil` where it has none that counts.
    func countedValue(of metric: MetricID) -> CentralValue? { isLeftOut(of: metric) ? nil : execution.centralValue(of: metric) }

    /// Why one of the metrics does not count, in a word; `nil` where all of them do.
    func leftOutWord(of metrics: [MetricID]) -> String? {
        metrics.contains { exclusion(of: $0) != nil } ? "excluded" : isInvalid ? "invalid" : nil
    }

    /// Whether it failed, and counts as failed.
    var hasFailed: Bool { execution.status == .failed && exclusion == nil }
}

extension SiteModel {
    /// Whether a part of the run failed that counts.
    func hasFailed(_ run: Run) -> Bool { observations(of: run).contains(where: \.hasFailed) }

    /// Whether nothing of the run counts because it was excluded.
    func isExcluded(_ run: Run) -> Bool {
        let observations = observations(of: run)
        return !observations.isEmpty && observations.allSatisfy { $0.exclusion != nil }
    }

    /// The entries that take out the run or parts of it, each once, in the order of the file.
    func exclusions(of run: Run) -> [Exclusion] {
        observations(of: run).flatMap(\.exclusions).reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
    }
}
