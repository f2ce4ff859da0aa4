extension Difference {
    /// One share of failures against another, as shares of the whole from 0 to 1.
    ///
    /// A share counts as changed by its size before, like every value; any failure after none counts, since chance is p's part to tell.
    /// The centres have Wilson's intervals, and p is Fisher's. The interval of the difference is made of those two.
    /// Every operation here and in what it calls is one of + − × ÷, √ and comparison, so that `statistics.js` gives the same bits.
    /// Source of the interval: Newcombe, "Interval estimation for the difference between independent proportions" (1998), method 10.
    /// - Returns: `nil` where nothing was tried on a side, or more failed than was tried.
    public static func ofRates(
        _ a: (failed: Int, of: Int), _ b: (failed: Int, of: Int), rules: VerdictRules = .standard
    ) -> Difference? {
        guard let before = RunStatistics.wilsonInterval(a.failed, of: a.of, confidence: rules.intervalConfidence),
            let after = RunStatistics.wilsonInterval(b.failed, of: b.of, confidence: rules.intervalConfidence),
            let test = FisherExactTest((a.failed, a.of), (b.failed, b.of))
        else { return nil }
        let (n1, n2) = (Double(a.of), Double(b.of))
        let (first, second) = (Double(a.failed) / n1, Double(b.failed) / n2)
        let (down, up) = ((second - after.lower, after.upper - second), (first - before.lower, before.upper - first))
        // Crosswise, on whole numbers: 0.21 ⁄ 0.2 is not 1.05.
        let crossed = Double(b.failed) * n1 - Double(a.failed) * n2
        let difference = crossed / (n1 * n2)
        return Difference(
            a: Center(n: a.of, value: first, interval: before),
            b: Center(n: b.of, value: second, interval: after),
            difference: difference,
            ratio: nil,
            interval: Interval(
                lower: difference - (down.0 * down.0 + up.1 * up.1).squareRoot(),
                upper: difference + (down.1 * down.1 + up.0 * up.0).squareRoot()
            ),
            p: min(a.of, b.of) >= rules.leastRuns ? test.p : nil,
            passes: crossed != 0 && abs(crossed) >= rules.leastChange * (Double(a.failed) * n2)
        )
    }
}
