import Foundation

/// A pair whose ratio differs from what the other pairs have in common.
public struct OutlyingPair: Sendable, Hashable {
    /// Its place among the pairs that were given.
    public let index: Int
    /// How its own ratio lies to that of the others: 2 where it doubled and they stayed.
    public let ratio: Double
    /// Two-sided, and paid for having looked at every pair.
    public let p: Double

    init(index: Int, ratio: Double, p: Double) {
        (self.index, self.ratio, self.p) = (index, ratio, p)
    }

    /// Those of at least six pairs that lie outside, judged as values that were not yet seen by what the inner ones are.
    ///
    /// Inner are those within 3.5 robust deviations of the median, so that several outlying ones do not hide each other; their deviation
    /// is never taken as less than a tenth of the least change. Each p is multiplied by the number of pairs.
    /// Source of the limit: Iglewicz & Hoaglin, *How to Detect and Handle Outliers* (1993), section 3.3.
    static func all(of logarithms: [Double], rules: VerdictRules) -> [OutlyingPair] {
        guard logarithms.count >= rules.leastPairs else { return [] }
        let least = rules.leastChange / 10
        let middle = RunStatistics.median(logarithms)
        let reach = 3.5 * max(RunStatistics.medianAbsoluteDeviation(logarithms) / NormalDistribution.upperQuantile(0.25), least)
        let inner = Moments(logarithms.filter { abs($0 - middle) <= reach })
        guard inner.n > 2 else { return [] }
        let centre = inner.origin + inner.offset
        let error = (max(inner.variance, least * least) * (1 + 1 / Double(inner.n))).squareRoot()
        let student = StudentT(degreesOfFreedom: Double(inner.n - 1))
        return logarithms.enumerated().compactMap { index, value in
            let distance = value - centre
            guard abs(value - middle) > reach, abs(exp(distance) - 1) >= rules.leastChange else { return nil }
            let p = min(1, student.twoSided(distance / error) * Double(logarithms.count))
            return p <= rules.falseDiscoveryRate ? OutlyingPair(index: index, ratio: exp(distance), p: p) : nil
        }
    }
}
