/// What the marks of a history chart are called.
public struct HistoryWords: Sendable, Hashable {
    /// One thing in the order, and several.
    public var thing: String
    public var things: String
    public var cold: String
    public var thin: String
    public var excluded: String
    public var failed: String
    /// The band in the key, and what stands on the band itself.
    public var band: String
    public var bandLabel: String
    /// Points outside the band; `nil` for the side of the band on which they lie: "above the band".
    public var worse: String?
    public var better: String?
    public var acknowledged: String

    public init(
        thing: String = "run", things: String = "runs", cold: String = "cold call", thin: String = "too few calls, not judged",
        excluded: String = "struck through: excluded", failed: String = "failed run", band: String = "99\u{202F}% prediction band",
        bandLabel: String = "99\u{202F}% prediction band of earlier runs", worse: String? = nil, better: String? = nil,
        acknowledged: String = "acknowledged"
    ) {
        self.thing = thing
        self.things = things
        self.cold = cold
        self.thin = thin
        self.excluded = excluded
        self.failed = failed
        self.band = band
        self.bandLabel = bandLabel
        self.worse = worse
        self.better = better
        self.acknowledged = acknowledged
    }
}
