extension Difference {
    /// Two sides by the configurations that both have measured, each once or few times.
    ///
    /// The centres have no interval, because the spread of a side is that of its configurations, not of a measurement.
    /// - Parameter pairs: one value of each side and configuration; pairs with a value that is not above 0 are left out.
    /// - Returns: `nil` where no pair is left.
    public static func ofPairs(_ pairs: [(a: Double, b: Double)], rules: VerdictRules = .standard) -> Difference? {
        PairedRatios(pairs, rules: rules).map { Difference($0, rules: rules) }
    }

    public init(_ ratios: PairedRatios, rules: VerdictRules = .standard) {
        let difference = ratios.b - ratios.a
        self.init(
            a: Center(n: ratios.n, value: ratios.a, interval: nil), b: Center(n: ratios.n, value: ratios.b, interval: nil), difference: difference,
            ratio: ratios.ratio, interval: ratios.interval, p: ratios.p,
            passes: Self.isLarge(difference, ratio: ratios.ratio, from: ratios.a, rules))
    }
}
