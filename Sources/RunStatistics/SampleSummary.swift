/// Figures about a set of measurements of one unit, by definitions that are named where they are.
///
/// Every function here is pure and knows nothing of runs; values that are not finite are the caller's to leave out.
public struct SampleSummary: Sendable, Hashable {
    /// How many values the summary is of; at least one.
    public let n: Int
    public let mean: Double
    /// The sample standard deviation, over n − 1; `nil` for one value.
    public let deviation: Double?
    public let median: Double
    public let least: Double
    public let greatest: Double

    /// - Parameter values: finite values of one unit, in any order.
    /// - Returns: `nil` without a value.
    public init?(_ values: some Sequence<Double>) {
        let sorted = values.sorted()
        guard let least = sorted.first, let greatest = sorted.last else { return nil }
        n = sorted.count
        mean = RunStatistics.mean(sorted)
        deviation = RunStatistics.sampleDeviation(sorted)
        median = RunStatistics.quantile(0.5, ofSorted: sorted)
        self.least = least
        self.greatest = greatest
    }
}
