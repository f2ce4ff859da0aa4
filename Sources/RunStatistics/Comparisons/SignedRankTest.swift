/// Wilcoxon's signed-rank test: whether differences lie evenly around 0.
///
/// Differences of 0 are left out, and equal distances share their mean rank. Up to fifty differences the p value is exact, given those
/// ranks, and beyond it is the normal approximation with the correction for ties. Without ties SciPy's `wilcoxon` gives the same.
/// Source: Wilcoxon, "Individual comparisons by ranking methods" (1945); Hollander, Wolfe & Chicken, *Nonparametric Statistical Methods*,
/// section 3.1.
public struct SignedRankTest: Sendable, Hashable {
    /// The sum of the ranks of those above 0.
    public let statistic: Double
    /// Two-sided; 1 where no difference is left.
    public let p: Double

    /// - Parameter differences: numbers of one unit, in any order.
    public init(_ differences: [Double]) {
        let sorted = differences.filter { $0 != 0 }.sorted { abs($0) < abs($1) }
        // Ranks are doubled, so that a mean rank is a whole number.
        var doubled: [Int] = []
        var (positive, ties) = (0, 0.0)
        var start = 0
        while start < sorted.count {
            var end = start
            while end < sorted.count, abs(sorted[end]) == abs(sorted[start]) { end += 1 }
            let (rank, t) = (start + 1 + end, Double(end - start))
            doubled += Array(repeating: rank, count: end - start)
            positive += rank * sorted[start..<end].count { $0 > 0 }
            ties += t * t * t - t
            start = end
        }
        statistic = Double(positive) / 2
        let total = doubled.reduce(0, +)
        guard total > 0 else {
            p = 1
            return
        }
        let less = min(positive, total - positive)
        if doubled.count <= SignedRankDistribution.mostExact {
            p = min(1, 2 * SignedRankDistribution.lowerTail(less, of: doubled))
        } else {
            let n = Double(doubled.count)
            let deviation = (n * (n + 1) * (2 * n + 1) / 24 - ties / 48).squareRoot()
            p = min(1, 2 * NormalDistribution.upperTail((Double(total - 2 * less) / 4) / deviation))
        }
    }
}
