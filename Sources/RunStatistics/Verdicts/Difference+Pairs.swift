import Foundation

extension Difference {
    /// Two sides by the configurations that both have measured, each once or few times.
    ///
    /// Ratio, interval and p are those of `PairedRatios`. Each side's centre is the median of its values' pairwise geometric means and has no
    /// interval, because the spread of a side is that of its configurations, not of a measurement.
    /// - Parameter pairs: one value of each side and configuration; pairs with a value that is not above 0 are left out.
    /// - Returns: `nil` where no pair is left.
    public static func ofPairs(_ pairs: [(a: Double, b: Double)], rules: VerdictRules = .standard) -> Difference? {
        let pairs = pairs.filter { $0.a > 0 && $0.b > 0 && $0.a.isFinite && $0.b.isFinite }
        guard let ratios = PairedRatios(pairs, rules: rules) else { return nil }
        let (a, b) = (center(pairs.map(\.a)), center(pairs.map(\.b)))
        return Difference(
            a: a, b: b, difference: b.value - a.value, ratio: ratios.ratio, interval: ratios.interval, p: ratios.p,
            passes: isLarge(b.value - a.value, ratio: ratios.ratio, from: a.value, rules))
    }

    private static func center(_ values: [Double]) -> Center {
        let means = PairedRatios.pairwiseMeans(values.map { log($0) })
        return Center(n: values.count, value: exp(RunStatistics.quantile(0.5, ofSorted: means)), interval: nil)
    }
}
