/// What one run adds to a series.
public struct SeriesObservation: Sendable, Hashable {
    /// The run's central value, in the series' unit.
    public var value: Double
    /// By what the variance of this value is greater than that of a usual run: 1, or more where it rests on fewer calls than usual.
    public var varianceFactor: Double
    /// When the run began, in hours since any fixed time; `nil` where that is not known.
    public var hours: Double?
    /// Whether the value may be held against others: not that of a run that failed, was excluded or is invalid.
    public var isUsable: Bool

    public init(value: Double, varianceFactor: Double = 1, hours: Double? = nil, isUsable: Bool = true) {
        self.value = value
        self.varianceFactor = varianceFactor
        self.hours = hours
        self.isUsable = isUsable
    }
}
