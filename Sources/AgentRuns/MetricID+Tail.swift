extension MetricID {
    /// A high percentile of another metric, which is judged under a name of its own: `ttft_p99`.
    public struct Tail: Sendable, Hashable {
        public let of: MetricID
        public let statistic: MetricSummary.Statistic

        public var id: MetricID { MetricID(rawValue: "\(of.rawValue)_\(statistic.rawValue)") }
    }

    /// What the metric is a percentile of; `nil` for every other metric.
    public var tail: Tail? { Self.tailsByID[self] }

    /// The metric whose figures these are: of `ttft_p99` the TTFT, of every other metric itself.
    public var base: MetricID { tail?.of ?? self }

    /// The metrics that have judged percentiles: those in which the slowest requests count.
    private static let tailed: [MetricID] = [.ttft, .tpot, .itl, .e2eLatency]

    /// The percentiles of all metrics, by metric.
    public static let tails: [Tail] = tailed.flatMap { metric in [.p95, .p99].map { Tail(of: metric, statistic: $0) } }

    private static let tailsByID = Dictionary(uniqueKeysWithValues: tails.map { ($0.id, $0) })
}
