/// The central value of one side of a comparison.
public struct Center: Sendable, Hashable {
    /// How many values it is of.
    public var n: Int
    public var value: Double
    /// `nil` where there are too few values for one.
    public var interval: Interval?

    public init(n: Int, value: Double, interval: Interval?) {
        self.n = n
        self.value = value
        self.interval = interval
    }
}
