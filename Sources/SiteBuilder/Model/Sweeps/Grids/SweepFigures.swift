/// What a sweep shows of calls of one population; what was not measured is `nil`.
struct SweepFigures: Sendable, Hashable {
    /// In tokens per second.
    var throughput: Double?
    /// In milliseconds, like the two parts of it that follow.
    var ttft: Double?
    var load: Double?
    var promptEval: Double?
    var outputTokens: Double?

    /// Whether there is anything that a sweep is made for.
    var isMeasured: Bool { throughput != nil || ttft != nil }
}
