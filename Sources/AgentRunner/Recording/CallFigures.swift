import AgentRuns

/// The figures over an agent's calls; a figure that a call has not measured is no zero in a mean.
struct CallFigures: Sendable {
    let metrics: [MetricID: MetricSummary]

    /// - Parameter seconds: what the agent's whole workflow took.
    init(_ calls: [Call], seconds: Double?) {
        let answered = calls.filter { $0.error == nil }
        var metrics: [MetricID: MetricSummary] = [:]
        let means: [(MetricID, String, (Call) -> Double?)] = [(.ttft, "ms", \.ttft), (.outputThroughput, "tok/s", \.throughput)]
        for (id, unit, figure) in means { metrics[id] = Self.mean(answered.compactMap(figure), unit) }
        let sums: [(MetricID, String, (Call) -> Double?)] = [
            (.totalDuration, "ms", \.total), (.loadDuration, "ms", \.load), (.promptEvalDuration, "ms", \.promptEval),
            (.evalDuration, "ms", \.eval), (.inputTokens, "tokens", { $0.promptTokens.map(Double.init) }),
            (.outputTokens, "tokens", { $0.outputTokens.map(Double.init) }),
        ]
        for (id, unit, figure) in sums {
            let values = answered.compactMap(figure)
            // A sum over some of the calls would pass for one over all.
            guard !values.isEmpty, values.count == answered.count else { continue }
            metrics[id] = MetricSummary(unit: unit, n: values.count, [.sum: values.reduce(0, +)])
        }
        if let seconds { metrics[.executionTime] = MetricSummary(unit: "s", n: 1, [.sum: seconds]) }
        self.metrics = metrics
    }

    /// Mean and, from two values on, the sample standard deviation (n − 1).
    private static func mean(_ values: [Double], _ unit: String) -> MetricSummary? {
        guard !values.isEmpty else { return nil }
        let mean = values.reduce(0, +) / Double(values.count)
        var summary = MetricSummary(unit: unit, n: values.count, [.mean: mean])
        if values.count > 1 {
            summary[.stddev] = (values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(values.count - 1)).squareRoot()
        }
        return summary
    }
}
