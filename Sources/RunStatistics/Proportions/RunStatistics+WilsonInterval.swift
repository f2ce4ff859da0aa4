extension RunStatistics {
    /// Wilson's interval of a share, without a correction for continuity.
    ///
    /// Source: Wilson, "Probable inference, the law of succession, and statistical inference" (1927).
    /// - Parameters:
    ///   - count: how many have the property, from 0 to `total`.
    ///   - total: how many there are.
    /// - Returns: an interval within 0 to 1; `nil` where there are none.
    public static func wilsonInterval(_ count: Int, of total: Int, confidence: Double = 0.95) -> Interval? {
        guard total > 0, count >= 0, count <= total else { return nil }
        let n = Double(total)
        let share = Double(count) / n
        let z = NormalDistribution.upperQuantile((1 - confidence) / 2)
        let square = z * z
        let centre = (share + square / (2 * n)) / (1 + square / n)
        let reach = z / (1 + square / n) * (share * (1 - share) / n + square / (4 * n * n)).squareRoot()
        // At either end the formula gives 0 or 1 but for rounding.
        return Interval(lower: count == 0 ? 0 : centre - reach, upper: count == total ? 1 : centre + reach)
    }
}
