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
    /// is never taken as less than a tenth of the least change. Distances are of logarithms. Each p is multiplied by the number of pairs.
    /// Source of the limit: Iglewicz & Hoaglin, *How to Detect and Handle Outliers* (1993), section 3.3.
    static func all(of ratios: [Double], rules: VerdictRules) -> [OutlyingPair] {
        guard ratios.count >= rules.leastPairs else { return [] }
        let logarithms = ratios.map(PortableMath.log)
        let least = rules.leastChange / 10
        let middle = RunStatistics.median(logarithms)
        let reach = 3.5 * max(RunStatistics.medianAbsoluteDeviation(logarithms) / NormalDistribution.upperQuantile(0.25), least)
        let inner = Moments(logarithms.filter { abs($0 - middle) <= reach })
        guard inner.n > 2 else { return [] }
        let centre = inner.origin + inner.offset
        let error = (max(inner.variance, least * least) * (1 + 1 / Double(inner.n))).squareRoot()
        return logarithms.enumerated().compactMap { index, value in
            let ratio = PortableMath.exp(value - centre)
            guard abs(value - middle) > reach, abs(ratio - 1) >= rules.leastChange else { return nil }
            let tails = StudentTails.twoSided((value - centre) / error, degreesOfFreedom: inner.n - 1)
            let p = min(1, tails * Double(logarithms.count))
            return p <= rules.falseDiscoveryRate ? OutlyingPair(index: index, ratio: ratio, p: p) : nil
        }
    }
}
