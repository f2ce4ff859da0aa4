#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// The scale that the interval plots of all rows of a table share: logarithmic in the ratio, with no change in the middle.
public struct IntervalScale: Sendable, Hashable {
    /// The ratio at the right end; the left end is its inverse.
    public let limit: Double

    private static let least = 2.1
    private static let most = 4.0

    /// A scale that holds the centres of all rows with some room beside them, from about half to twice up to a quarter to four times.
    ///
    /// - Parameter centers: ratios, of the new value to the old one; those that are not positive and finite do not count.
    public init(centers: [Double]) {
        let farthest = centers.filter { $0.isFinite && $0 > 0 }.map { max($0, 1 / $0) }.max() ?? 1
        limit = min(max(farthest * 1.15, Self.least), Self.most)
    }

    /// The place of a ratio: 0 and 1 are the ends; beyond them lies what leaves the scale.
    func fraction(of ratio: Double) -> Double {
        guard ratio > 0 else { return -.infinity }
        return 0.5 + log(ratio) / log(limit) / 2
    }

    /// The ratios that have rules: a third less, no change, half as much again, which are equally far from no change.
    static let rules: [(ratio: Double, label: String)] = [(1 / 1.5, "−33\u{202F}%"), (1, "0"), (1.5, "+50\u{202F}%")]
}
