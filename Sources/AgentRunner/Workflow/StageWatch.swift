/// Measures the stages of a workflow, one after the other, in seconds.
struct StageWatch: Sendable {
    private let start = ContinuousClock.now
    private var last: ContinuousClock.Instant

    init() { last = start }

    /// Seconds since the last lap.
    mutating func lap() -> Double {
        let now = ContinuousClock.now
        defer { last = now }
        return (now - last).inSeconds
    }

    var total: Double { (ContinuousClock.now - start).inSeconds }
}

extension Duration {
    var inSeconds: Double { Double(components.seconds) + Double(components.attoseconds) * 1e-18 }
}
