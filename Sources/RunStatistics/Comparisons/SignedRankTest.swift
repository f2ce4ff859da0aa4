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
        self.init(distances: differences.filter { $0 != 0 }.map { (size: abs($0), isAbove: $0 > 0) })
    }

    /// Of ratios, whose logarithms are ranked as the greater of each ratio and its inverse are.
    ///
    /// Both are quotients of the pair itself, so that from 100 to 110 and from 110 to 100 it is exactly as far.
    init(_ pairs: [(a: Double, b: Double)]) {
        self.init(distances: pairs.filter { $0.a != $0.b }.map { (size: max($0.a, $0.b) / min($0.a, $0.b), isAbove: $0.b > $0.a) })
    }

    /// - Parameter distances: how far each difference lies from 0, none of them there, and on which side.
    private init(distances: [(size: Double, isAbove: Bool)]) {
        let sorted = distances.sorted { $0.size < $1.size }
        // Ranks are doubled, so that a mean rank is a whole number.
        var doubled: [Int] = []
        var (positive, ties) = (0, 0.0)
        var start = 0
        while start < sorted.count {
            var end = start
            while end < sorted.count, sorted[end].size == sorted[start].size { end += 1 }
            let (rank, t) = (start + 1 + end, Double(end - start))
            doubled += Array(repeating: rank, count: end - start)
            positive += rank * sorted[start..<end].count(where: \.isAbove)
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
