/// The figures that a source gives for one metric of one execution.
///
/// A statistic is *absent* where the source has no such figure, and *null* where it has the figure and says that it was not measured.
public struct MetricSummary: Sendable, Hashable {
    public enum Statistic: String, Sendable, Hashable, CaseIterable {
        case mean, stddev, p50, p90, p95, p99, min, max, sum
    }

    /// The unit of every statistic.
    public var unit: String
    /// How many values the statistics are over.
    public var n: Int?
    private var statistics: [Statistic: Double?]

    public init(unit: String, n: Int? = nil, _ statistics: [Statistic: Double?] = [:]) {
        self.unit = unit
        self.n = n
        self.statistics = statistics
    }

    /// The figure, or `nil` where it is absent or null. Setting `nil` makes it null.
    public subscript(statistic: Statistic) -> Double? {
        get { statistics[statistic] ?? nil }
        set { statistics.updateValue(newValue, forKey: statistic) }
    }

    /// The statistics that are there, null ones included, in a fixed order.
    public var present: [(statistic: Statistic, value: Double?)] {
        Statistic.allCases.compactMap { statistic in statistics[statistic].map { (statistic, $0) } }
    }

    /// The one figure that stands for the whole execution: the sum of what adds up, else the mean.
    public var headline: Double? { self[.sum] ?? self[.mean] }
}
