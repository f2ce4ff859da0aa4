/// How far, or by what factor, one sample lies from another: the median over all pairs, with the interval that belongs to the rank test.
///
/// The interval's ends are pairwise values, as many from either end as the rank test's null distribution leaves outside: exactly where
/// one sample has at most eight values, else by the normal approximation with its continuity correction. With ties it is conservative.
/// Source: Hodges & Lehmann, "Estimates of location based on rank tests" (1963); Hollander, Wolfe & Chicken, *Nonparametric Statistical
/// Methods*, section 4.3.
public struct HodgesLehmann: Sendable, Hashable {
    public let estimate: Double
    /// `nil` where the samples are too small to reach the confidence.
    public let interval: Interval?

    /// The shift: the median of all b − a, in the values' unit.
    ///
    /// - Returns: `nil` if a sample is empty.
    public static func shift(_ a: [Double], _ b: [Double], confidence: Double = 0.95) -> HodgesLehmann? {
        guard !a.isEmpty, !b.isEmpty else { return nil }
        let differences = pairs(a, b) { $1 - $0 }
        let (lower, upper) = middle(ofSorted: differences)
        return HodgesLehmann(lower + (upper - lower) / 2, differences, a.count, b.count, confidence)
    }

    /// The factor: the median of all b ⁄ a, where the two middle ones of an even number are averaged geometrically, so that the factor
    /// from b to a is the inverse of that from a to b.
    ///
    /// - Returns: `nil` if a sample is empty or a value is not above 0.
    public static func ratio(_ a: [Double], _ b: [Double], confidence: Double = 0.95) -> HodgesLehmann? {
        guard !a.isEmpty, !b.isEmpty, a.allSatisfy({ $0 > 0 }), b.allSatisfy({ $0 > 0 }) else { return nil }
        let ratios = pairs(a, b) { $1 / $0 }
        let (lower, upper) = middle(ofSorted: ratios)
        return HodgesLehmann(lower == upper ? lower : (lower * upper).squareRoot(), ratios, a.count, b.count, confidence)
    }

    private init(_ estimate: Double, _ sorted: [Double], _ n1: Int, _ n2: Int, _ confidence: Double) {
        self.estimate = estimate
        interval = RankDistribution(n1, n2).pairsOutside(confidence: confidence).map { outside in
            Interval(lower: sorted[outside], upper: sorted[sorted.count - 1 - outside])
        }
    }

    private static func middle(ofSorted sorted: [Double]) -> (lower: Double, upper: Double) {
        (sorted[(sorted.count - 1) / 2], sorted[sorted.count / 2])
    }

    private static func pairs(_ a: [Double], _ b: [Double], _ combine: (Double, Double) -> Double) -> [Double] {
        var values: [Double] = []
        values.reserveCapacity(a.count * b.count)
        for first in a {
            for second in b { values.append(combine(first, second)) }
        }
        return values.sorted()
    }
}
