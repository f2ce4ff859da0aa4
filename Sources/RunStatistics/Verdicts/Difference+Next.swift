extension Difference {
    /// The newest run's value against the history of its series.
    ///
    /// The history's centre and interval are those of the prediction band. Without a band, after a single run, there is no interval.
    /// - Parameters:
    ///   - value: the newest run's central value.
    ///   - history: the central values of earlier comparable runs, all finite, in any order.
    /// - Returns: `nil` without a history.
    public static func ofNext(_ value: Double, after history: [Double], rules: VerdictRules = .standard) -> Difference? {
        guard let first = history.first else { return nil }
        let band = PredictionBand(history, confidence: rules.bandConfidence)
        let limits = band.map { Interval(lower: $0.lower, upper: $0.upper) }
        let center = Center(n: history.count, value: band?.center ?? first, interval: limits)
        let hasRatio = value > 0 && (band?.isLogarithmic ?? (first > 0))
        let ratio = hasRatio ? value / center.value : nil
        return Difference(
            a: center,
            b: Center(n: 1, value: value, interval: nil),
            difference: value - center.value,
            ratio: ratio,
            interval: limits.map { limits in
                hasRatio
                    ? Interval(lower: value / limits.upper, upper: value / limits.lower)
                    : Interval(lower: value - limits.upper, upper: value - limits.lower)
            },
            p: history.count >= rules.leastRuns ? band?.pValue(of: value) : nil,
            passes: band?.isOutside(value) == true && isLarge(value - center.value, ratio: ratio, from: center.value, rules)
        )
    }
}
