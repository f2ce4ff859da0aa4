/// What the marks of a history chart are called.
public struct HistoryWords: Sendable, Hashable {
    /// One thing in the order, and several.
    public var thing: String
    public var things: String
    public var cold: String
    public var thin: String
    public var failed: String

    public init(
        thing: String = "run", things: String = "runs", cold: String = "cold call", thin: String = "too few calls, not judged",
        failed: String = "failed run"
    ) {
        self.thing = thing
        self.things = things
        self.cold = cold
        self.thin = thin
        self.failed = failed
    }
}
