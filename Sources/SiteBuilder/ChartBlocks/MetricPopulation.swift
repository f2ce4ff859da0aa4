import AgentRuns

/// Executions whose figures of one metric may share a scale: one kind of TTFT, one basis, one unit.
struct MetricPopulation {
    let metric: Metric
    /// In the order in which they were given; those without a value belong to it by what they would have measured.
    let observations: [Observation]
    /// `nil` for a metric that is not TTFT.
    let ttft: TTFTKind?
    /// What the figures are of, for each metric that has a basis: the metric's own, and those that are drawn against it.
    let bases: [(metric: Metric, basis: MetricBasis)]

    /// What tells it from the others of its metric: `first chunk, warm`.
    var name: String {
        let parts = [ttft?.name].compactMap(\.self) + bases.map(\.basis.name)
        return parts.isEmpty ? "\(metric.name), \(metric.unit)" : (parts + [otherUnit].compactMap(\.self)).joined(separator: ", ")
    }

    /// The metric and what its figures are of: what tells the charts of a page apart.
    var title: String { ([metric.name, ttft?.name] + bases.map(\.basis.name)).compactMap(\.self).joined(separator: ", ") }

    /// What a caption says of the figures.
    var sentences: [String] {
        [ttft.map { "TTFT is \($0.definition.phrase)." }].compactMap(\.self) + bases.map { $0.basis.sentence(for: $0.metric) }
    }

    /// What an execution is called: a benchmark is one, and has no agents.
    var thing: String { observations.allSatisfy(\.run.isServingBenchmark) ? "run" : "agent execution" }

    /// The unit, where it is not the one that the metric usually has.
    private var otherUnit: String? { metric.unit == Metric(metric.id)?.unit ? nil : metric.unit }

    /// Only populations in which something was measured; those of warm calls come first.
    ///
    /// - Parameter others: metrics that are drawn against the first; what tells their figures apart splits the executions too.
    static func split(
        _ observations: [Observation], by metric: Metric, against others: [Metric] = [], isMeasured: (Observation) -> Bool
    ) -> [MetricPopulation] {
        let metrics = [metric] + others
        let parts = Set(observations.filter(isMeasured).map { Part($0, metrics) }).sorted()
        // What failed tells nothing of its calls: it stands with those that measured by its definition.
        let places = observations.map { observation in
            let own = Part(observation, metrics)
            return parts.firstIndex(of: own) ?? parts.firstIndex { $0.isAlike(own) }
        }
        return parts.enumerated().map { index, part in
            let members = zip(observations, places).compactMap { $1 == index ? $0 : nil }
            let metric = part.unit == metric.unit ? metric : Metric(unregistered: metric.id, unit: part.unit)
            return MetricPopulation(
                metric: metric, observations: members, ttft: part.ttft,
                bases: zip(metrics, part.bases).compactMap { metric, basis in basis.map { (metric, $0) } })
        }
    }

    private struct Part: Hashable, Comparable {
        let ttft: TTFTKind?
        /// One for each metric.
        let bases: [MetricBasis?]
        /// Of the first metric.
        let unit: String

        init(_ observation: Observation, _ metrics: [Metric]) {
            ttft = metrics.contains { $0.id == .ttft } ? TTFTKind(observation) : nil
            bases = metrics.map { observation.basis(of: $0.id) }
            unit = observation.execution.metrics[metrics[0].id]?.unit ?? metrics[0].unit
        }

        /// Whether they differ in nothing but which calls the TTFT is of.
        func isAlike(_ other: Part) -> Bool { ttft?.definition == other.ttft?.definition && bases == other.bases && unit == other.unit }

        static func < (left: Part, right: Part) -> Bool {
            if let a = left.ttft, let b = right.ttft, a != b { return a < b }
            for case (let a?, let b?) in zip(left.bases, right.bases) where a != b { return a < b }
            return left.unit < right.unit
        }
    }
}
