/// Welch's t test of two samples whose variances may differ.
///
/// Source: Welch, "The generalization of 'Student's' problem when several different population variances are involved" (1947).
public struct WelchTest: Sendable, Hashable {
    /// The difference of the means, b − a, in its standard errors; infinite where neither sample varies and the means differ.
    public let statistic: Double
    /// By Welch and Satterthwaite; infinite where neither sample varies.
    public let degreesOfFreedom: Double
    /// Two-sided.
    public let p: Double
    /// The interval of the difference of the means, b − a, in the values' unit.
    public let interval: Interval

    /// - Returns: `nil` with fewer than two values on a side.
    public init?(_ a: [Double], _ b: [Double], confidence: Double = 0.95) {
        guard a.count > 1, b.count > 1 else { return nil }
        let (first, second) = (Moments(a), Moments(b))
        let difference = second - first
        let parts = (first.variance / Double(a.count), second.variance / Double(b.count))
        let squaredError = parts.0 + parts.1
        guard squaredError > 0 else {
            statistic = difference == 0 ? 0 : difference * .infinity
            degreesOfFreedom = .infinity
            p = difference == 0 ? 1 : 0
            interval = Interval(lower: difference, upper: difference)
            return
        }
        let error = squaredError.squareRoot()
        let shares = (parts.0 / squaredError, parts.1 / squaredError)
        let freedom = 1 / (shares.0 * shares.0 / Double(a.count - 1) + shares.1 * shares.1 / Double(b.count - 1))
        let distribution = StudentT(degreesOfFreedom: freedom)
        let reach = distribution.upperQuantile((1 - confidence) / 2) * error
        statistic = difference / error
        degreesOfFreedom = freedom
        p = distribution.twoSided(statistic)
        interval = Interval(lower: difference - reach, upper: difference + reach)
    }
}
