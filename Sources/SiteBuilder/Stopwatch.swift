/// Measures the stages of a piece of work, one after the other.
struct Stopwatch {
    private var start = ContinuousClock.now

    /// Seconds since the last lap.
    mutating func lap() -> Double {
        let now = ContinuousClock.now
        defer { start = now }
        let parts = (now - start).components
        return Double(parts.seconds) + Double(parts.attoseconds) * 1e-18
    }
}
