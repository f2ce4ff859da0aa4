/// A closed interval of numbers of one unit.
public struct Interval: Sendable, Hashable {
    public var lower: Double
    public var upper: Double

    public init(lower: Double, upper: Double) {
        self.lower = lower
        self.upper = upper
    }

    /// Whether a value lies in the interval, its ends included.
    public func contains(_ value: Double) -> Bool {
        lower <= value && value <= upper
    }
}
