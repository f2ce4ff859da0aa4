/// What a change must be before it is called one.
public struct VerdictRules: Sendable, Hashable {
    /// How many comparable runs a side must have; the next run after a history stands alone.
    public var leastRuns = 10
    /// How many comparable earlier runs a series must have before anything is said of its newest state.
    public var leastEarlierRuns = 5
    /// How many pairs it takes to compare two sides pair by pair: with fewer not even all on one side would be beyond chance.
    public var leastPairs = 6
    /// The confidence of either limit of the band that the next run must leave.
    public var bandConfidence = 0.99
    /// By what share of the earlier value a change must move it, be it a figure or a share of failures.
    public var leastChange = 0.05
    /// Which share of the changes that are called so may be false, over one family of series.
    public var falseDiscoveryRate = 0.05
    /// The chance with which a change must be found before it is said that it would have been.
    public var power = 0.8
    /// The confidence of every interval that is shown.
    public var intervalConfidence = 0.95

    /// How often a single series whose level never moved may be said to have moved: what either limit of the band leaves outside.
    public var chance: Double { 2 * (1 - bandConfidence) }

    /// The rules of every page and command.
    public static let standard = VerdictRules()

    public init() {}
}
