import AgentRuns

/// A latency of a sweep over load, and which of its statistics stand for it: the same ones at every point.
struct LoadLatency: Sendable, Hashable {
    let metric: MetricID
    /// The median where the tool reports one at half of the points or more, else the mean.
    let central: MetricSummary.Statistic
    /// The highest percentile that is reported; `nil` where there is none.
    let tail: MetricSummary.Statistic?

    /// What the points have, the most telling first.
    static func all(of curves: [LoadCurve]) -> [LoadLatency] {
        let points = curves.flatMap(\.points)
        func count(_ metric: MetricID, _ statistic: MetricSummary.Statistic) -> Int { points.count { $0.value(metric, statistic) != nil } }
        return [MetricID.ttft, .tpot, .itl, .e2eLatency].compactMap { metric in
            let (medians, means) = (count(metric, .p50), count(metric, .mean))
            guard max(medians, means) > 0 else { return nil }
            return LoadLatency(
                metric: metric, central: medians * 2 >= means ? .p50 : .mean,
                tail: [MetricSummary.Statistic.p99, .p95, .p90].first { count(metric, $0) > 0 })
        }
    }

    func center(of point: LoadPoint) -> Double? { point.value(metric, central) }

    func tail(of point: LoadPoint) -> Double? { tail.flatMap { point.value(metric, $0) } }

    /// `TTFT`, `Inter-token latency`.
    var name: String { Metric(metric)?.name ?? metric.rawValue }

    /// `median TTFT`, `mean end-to-end latency`.
    var phrase: String {
        let short = Metric(metric)?.shortName ?? metric.rawValue
        return "\(central == .p50 ? "median" : "mean") \(short)"
    }
}
