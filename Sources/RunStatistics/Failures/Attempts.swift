/// What one run tried, and how much of that failed: requests, calls, or the run itself.
public struct Attempts: Sendable, Hashable {
    public var failed: Int
    public var of: Int

    /// - Returns: `nil` for counts below 0 and for more failures than attempts.
    public init?(failed: Int, of: Int) {
        guard failed >= 0, failed <= of else { return nil }
        (self.failed, self.of) = (failed, of)
    }

    /// The share that failed, from 0 to 1; `nil` where nothing was tried.
    public var share: Double? { of > 0 ? Double(failed) / Double(of) : nil }
}

extension Sequence<Attempts> {
    /// All of them as one.
    var pooled: (failed: Int, of: Int) { reduce((0, 0)) { ($0.0 + $1.failed, $0.1 + $1.of) } }
}
