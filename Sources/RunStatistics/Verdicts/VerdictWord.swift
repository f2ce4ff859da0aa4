/// What is said of one series in a comparison.
public enum VerdictWord: String, Sendable, CaseIterable {
    case regression
    case improvement
    case noChange = "no_change"
    case notEnoughData = "not_enough_data"
    /// Only the later side has the series.
    case added
    /// Only the earlier side has the series.
    case removed
    /// The later side tried and has no value.
    case failed
    /// The sides differ in what they measure, or the metric has no better side.
    case notComparable = "not_comparable"
}
