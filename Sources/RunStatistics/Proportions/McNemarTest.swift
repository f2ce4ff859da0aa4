/// McNemar's test of paired yes-or-no outcomes, which looks only at the pairs that disagree.
///
/// Source: McNemar, "Note on the sampling error of the difference between correlated proportions or percentages" (1947).
public struct McNemarTest: Sendable, Hashable {
    /// Two-sided and exact, from the binomial distribution with ½; 1 where no pair disagrees.
    public let p: Double
    /// (|b − c| − 1)² ⁄ (b + c), which is approximately χ² with one degree of freedom; 0 where no pair disagrees.
    public let statistic: Double
    /// Two-sided, from the statistic; 1 where no pair disagrees.
    public let approximateP: Double

    /// - Parameters:
    ///   - onlyFirst: pairs with the property in the first outcome alone; at least 0.
    ///   - onlySecond: pairs with the property in the second outcome alone; at least 0.
    public init(onlyFirst b: Int, onlySecond c: Int) {
        guard b + c > 0 else {
            (p, statistic, approximateP) = (1, 0, 1)
            return
        }
        let excess = Double(abs(b - c)) - 1
        p = min(1, 2 * FairCoin(tosses: b + c).lowerTail(min(b, c)))
        statistic = excess * excess / Double(b + c)
        approximateP = PortableMath.erfc((statistic / 2).squareRoot())
    }
}
