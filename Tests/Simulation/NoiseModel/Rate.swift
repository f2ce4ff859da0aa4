import RunStatistics

/// A mean over independent trials, with its standard error.
public struct Rate: Sendable {
    public let value: Double
    public let standardError: Double
    public let trials: Int

    /// - Parameter outcomes: one a trial, at least two.
    public init(_ outcomes: [Double]) {
        value = RunStatistics.mean(outcomes)
        standardError = (RunStatistics.sampleDeviation(outcomes) ?? 0) / Double(outcomes.count).squareRoot()
        trials = outcomes.count
    }
}
