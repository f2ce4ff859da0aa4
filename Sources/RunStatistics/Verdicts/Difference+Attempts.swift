extension Difference {
    /// What failed of what the runs of two sides tried, as shares of the whole from 0 to 1.
    ///
    /// Failures come in heaps: where the runs of a side differ by more than chance allows, all counts are divided by that excess before they
    /// are tested, so that they are worth as many independent attempts as the runs tell.
    /// Every operation here and in what it calls is one of + − × ÷, √, rounding down and comparison, so that `statistics.js` gives the same bits.
    /// Source: Rao & Scott, "A simple method for the analysis of clustered binary data" (1992).
    /// - Returns: `nil` where nothing was tried on a side.
    public static func ofAttempts(_ a: [Attempts], _ b: [Attempts], rules: VerdictRules = .standard) -> Difference? {
        let (first, second) = (a.pooled, b.pooled)
        guard var difference = ofRates(first, second, rules: rules) else { return nil }
        let excess = excess(a.filter { $0.of > 0 }, b.filter { $0.of > 0 })
        guard excess > 1, let worth = ofRates(divided(first, excess), divided(second, excess), rules: rules) else { return difference }
        (difference.p, difference.interval) = (worth.p, worth.interval)
        (difference.a.interval, difference.b.interval) = (worth.a.interval, worth.b.interval)
        return difference
    }

    /// By how much the runs of both sides scatter more than chance allows: Pearson's χ² over its degrees of freedom. Runs that tried one thing
    /// each can't scatter.
    private static func excess(_ a: [Attempts], _ b: [Attempts]) -> Double {
        let (first, second) = (a.pooled, b.pooled)
        guard a.count + b.count > 2, first.of + second.of > a.count + b.count else { return 1 }
        return (squares(a, first) + squares(b, second)) / Double(a.count + b.count - 2)
    }

    private static func squares(_ runs: [Attempts], _ pooled: (failed: Int, of: Int)) -> Double {
        let rate = Double(pooled.failed) / Double(pooled.of)
        guard rate > 0, rate < 1 else { return 0 }
        var sum = 0.0
        for run in runs {
            let excess = Double(run.failed) - rate * Double(run.of)
            sum += excess * excess / (Double(run.of) * rate * (1 - rate))
        }
        return sum
    }

    private static func divided(_ counts: (failed: Int, of: Int), _ excess: Double) -> (failed: Int, of: Int) {
        let of = Int((Double(counts.of) / excess).rounded(.down))
        return (min(of, Int((Double(counts.failed) / excess + 0.5).rounded(.down))), of)
    }
}
