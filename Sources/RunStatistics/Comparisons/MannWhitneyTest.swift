/// The rank test of Mann, Whitney and Wilcoxon of two independent samples.
///
/// The p value is exact where there are no ties and one sample has at most eight values; else it is the normal approximation with
/// corrections for ties and continuity. SciPy's `mannwhitneyu(b, a)` chooses by the same rule.
/// Source: Mann & Whitney, "On a test of whether one of two random variables is stochastically larger than the other" (1947).
public struct MannWhitneyTest: Sendable, Hashable {
    /// In how many of all pairs the value of b is the greater, ties counting one half: from 0 to n₁n₂.
    public let u: Double
    /// Two-sided.
    public let p: Double

    /// - Returns: `nil` if a sample is empty or has a value that is not a number.
    public init?(_ a: [Double], _ b: [Double]) {
        guard !a.isEmpty, !b.isEmpty, !a.contains(where: \.isNaN), !b.contains(where: \.isNaN) else { return nil }
        let order = RankOrder(a.sorted(), b.sorted())
        let (n1, n2) = (Double(a.count), Double(b.count))
        u = order.u
        let greater = max(u, n1 * n2 - u)
        let distribution = RankDistribution(a.count, b.count)
        if distribution.isExact, order.ties == 0 {
            p = min(1, 2 * distribution.exactUpperTail(Int(greater)))
        } else {
            let n = n1 + n2
            let deviation = (n1 * n2 / 12 * ((n + 1) - order.ties / (n * (n - 1)))).squareRoot()
            let excess = greater - n1 * n2 / 2 - 0.5
            // Where all values are equal nothing can be said, and the deviation is 0 or, by rounding, not a number.
            p = deviation > 0 ? min(1, 2 * NormalDistribution.upperTail(excess / deviation)) : 1
        }
    }
}
