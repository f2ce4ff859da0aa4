extension Difference {
    /// One set of runs against another, by their central values.
    ///
    /// The centres are medians; difference, ratio and interval are Hodges and Lehmann's, and p is the rank test's.
    /// Every operation here and in what it calls is one of + − × ÷, √ and comparison, so that `statistics.js` gives the same bits.
    /// - Parameters: the runs' central values, all finite, in any order.
    /// - Returns: `nil` if a side is empty.
    public static func between(_ a: [Double], _ b: [Double], rules: VerdictRules = .standard) -> Difference? {
        // + 0 turns −0 into 0, which would sort differently in another language.
        let (a, b) = (a.map { $0 + 0 }, b.map { $0 + 0 })
        let confidence = rules.intervalConfidence
        guard let shift = HodgesLehmann.shift(a, b, confidence: confidence), let test = MannWhitneyTest(a, b) else { return nil }
        let ratio = HodgesLehmann.ratio(a, b, confidence: confidence)
        let center = center(a, confidence)
        return Difference(
            a: center,
            b: self.center(b, confidence),
            difference: shift.estimate,
            ratio: ratio?.estimate,
            interval: ratio == nil ? shift.interval : ratio?.interval,
            p: min(a.count, b.count) >= rules.leastRuns ? test.p : nil,
            passes: isLarge(shift.estimate, ratio: ratio?.estimate, from: center.value, rules)
        )
    }

    private static func center(_ values: [Double], _ confidence: Double) -> Center {
        Center(
            n: values.count,
            value: RunStatistics.median(values),
            interval: RunStatistics.medianInterval(of: values, confidence: confidence)
        )
    }
}
