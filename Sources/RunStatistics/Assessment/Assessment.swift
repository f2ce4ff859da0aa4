/// Where a series stands: its level since the last accepted change, and what has become of it.
public struct Assessment: Sendable, Hashable {
    /// What has become of the level.
    public enum Kind: String, Sendable, CaseIterable {
        /// It moved, and at least two runs say so.
        case step
        /// The newest run alone lies apart.
        case newest
        /// It rises or falls steadily, to the newest run.
        case drift
        /// It alternates between two levels.
        case unstable
        /// The newest values scatter more, around the same level.
        case moreVariable = "more_variable"
        /// It moved, and is where it was.
        case back
    }

    /// What the newest state is held against; `nil` without enough earlier runs.
    public var reference: Reference?
    /// What has become of the level; `nil` where nothing has.
    public var kind: Kind?
    /// The observation with which that began: the first of the change that is open, of the return, of the drift, of the scatter.
    public var since: Int?
    /// From the level before to that now, before the series it is judged with are looked at: of a drift from its beginning to its end, of an
    /// unstable series from the one level to the other; `nil` without enough runs to hold it against.
    ///
    /// Its p has paid for every change that was looked at, and it passes where it is beyond chance alone and at least the least change. A
    /// kind other than `step`, `newest` and `drift` never passes.
    public var difference: Difference?
    /// All changes of the level inside the series, ascending.
    public var changes: [LevelChange]
    /// The runs that lie alone, far from both neighbours, ascending; they are in no level.
    public var spikes: [Spike]
    /// For each observation the limits, each one-sided, that the reference's runs before it set; `nil` where they are too few.
    public var limits: [Interval?]
    /// What change would have been seen; `nil` without a reference.
    public var sensitivity: Sensitivity?
    /// How many observations count: usable, on the series' scale, and not alone.
    public var runs = 0
}

extension Assessment {
    /// The runs that a series' newest state is held against.
    public struct Reference: Sendable, Hashable {
        /// The observations, ascending.
        public var observations: [Int]
        /// Their level, in the series' unit: the geometric mean where all values are above 0.
        public var level: Double
        /// The standard deviation of one run: of its logarithm where all values are above 0, else relative to the values' usual size.
        public var spread: Double
        /// How many independent runs they are worth.
        public var effectiveRuns: Double
        /// How well the spread is known, in degrees of freedom.
        public var freedom: Double
        /// The correlation of neighbouring runs.
        public var correlation: Double
    }
}
