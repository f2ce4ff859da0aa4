/// A change of the level inside a series.
public struct LevelChange: Sendable, Hashable {
    /// The first observation after it.
    public var start: Int
    /// The levels on either side, in the series' unit.
    public var before: Double
    public var after: Double
    /// From the one to the other; `nil` where values are not all above 0.
    public var ratio: Double?
    /// Two-sided, its choice paid for; `nil` for one that was accepted.
    public var p: Double?
}
