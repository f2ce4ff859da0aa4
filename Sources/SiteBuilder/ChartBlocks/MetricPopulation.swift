import AgentRuns

/// Executions whose figures of one metric may share a scale: one kind of TTFT, one unit.
struct MetricPopulation {
    let metric: Metric
    /// In the order in which they were given; those without a value belong to it by what they would have measured.
    let observations: [Observation]
    /// `nil` for a metric that is not TTFT.
    let ttft: TTFTKind?

    /// What tells it from the others of its metric: `first chunk, warm`.
    var name: String { ttft?.name ?? "\(metric.name), \(metric.unit)" }

    /// Only populations in which something was measured; those of warm calls come first.
    static func split(_ observations: [Observation], by metric: Metric, isMeasured: (Observation) -> Bool) -> [MetricPopulation] {
        let parts = Dictionary(grouping: observations) { Part($0.execution, metric) }.sorted { $0.key < $1.key }
        return parts.compactMap { part, members in
            guard members.contains(where: isMeasured) else { return nil }
            let metric = part.unit == metric.unit ? metric : Metric(unregistered: metric.id, unit: part.unit)
            return MetricPopulation(metric: metric, observations: members, ttft: part.ttft)
        }
    }

    private struct Part: Hashable, Comparable {
        let ttft: TTFTKind?
        let unit: String

        init(_ execution: AgentExecution, _ metric: Metric) {
            ttft = metric.id == .ttft ? TTFTKind(execution) : nil
            unit = execution.metrics[metric.id]?.unit ?? metric.unit
        }

        static func < (left: Part, right: Part) -> Bool {
            if let a = left.ttft, let b = right.ttft, a != b { return a < b }
            return left.unit < right.unit
        }
    }
}
