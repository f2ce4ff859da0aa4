/// Measures the stages of a piece of work, one after the other.
struct Stopwatch {
    private var start = ContinuousClock.now

    /// Seconds since the last lap.
    ///
    /// - Parameter end: when the lap ended, where that was earlier than now.
    mutating func lap(at end: ContinuousClock.Instant = .now) -> Double {
        defer { start = end }
        let parts = (end - start).components
        return Double(parts.seconds) + Double(parts.attoseconds) * 1e-18
    }
}
