extension RunStatistics {
    /// The interval of the median between two order statistics, which holds for any continuous distribution.
    ///
    /// As many values are left out at either end as a fair coin's tosses allow: most k with P(Binomial(n, ½) ≤ k) ≤ (1 − confidence) ⁄ 2.
    /// Source: Conover, *Practical Nonparametric Statistics*, section 3.2.
    /// - Returns: `nil` where even the least and the greatest value do not reach the confidence: below 6 values for 0.95.
    public static func medianInterval(of values: [Double], confidence: Double) -> Interval? {
        let coin = FairCoin(tosses: values.count)
        guard !values.isEmpty, let outside = coin.most(withTail: (1 - confidence) / 2) else { return nil }
        let sorted = values.sorted()
        return Interval(lower: sorted[outside], upper: sorted[sorted.count - 1 - outside])
    }
}
