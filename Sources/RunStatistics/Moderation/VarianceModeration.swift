import Platform

/// How the variances of kindred series are spread, from which the variance of a short one is estimated better than alone.
///
/// The true variances are taken as d₀ s₀² over χ² with d₀ degrees of freedom, so that each is known as if d₀ more values had been seen.
/// Source: Smyth, "Linear models and empirical Bayes methods for assessing differential expression in microarray experiments" (2004),
/// section 6.2; `fitFDist` in limma.
public struct VarianceModeration: Sendable, Hashable {
    /// What a variance is expected to be, in the square of its series' unit; on logarithms where the series are.
    public let priorVariance: Double
    /// How many degrees of freedom that is worth: 0 where the kin say nothing.
    public let priorFreedom: Double

    public init(priorVariance: Double, priorFreedom: Double) {
        self.priorVariance = priorVariance
        self.priorFreedom = priorFreedom
    }

    /// What kindred series tell of each other.
    ///
    /// Where their variances are as alike as one variance allows, the prior is worth no more than what they know of it together.
    /// - Parameter kin: the sample variances of the series and their degrees of freedom; those that are not above 0 are left out.
    /// - Returns: `nil` with fewer than three series.
    public init?(kin: [(variance: Double, freedom: Double)]) {
        let kin = kin.filter { $0.variance > 0 && $0.variance.isFinite && $0.freedom > 0 }
        guard kin.count > 2 else { return nil }
        let logarithms = kin.map { log($0.variance) - Polygamma.digamma($0.freedom / 2) + log($0.freedom / 2) }
        let moments = Moments(logarithms)
        let mean = moments.origin + moments.offset
        let chance = RunStatistics.mean(kin.map { Polygamma.trigamma($0.freedom / 2) })
        let excess = moments.variance - chance
        let known = kin.reduce(0) { $0 + $1.freedom }
        guard excess > 0 else {
            self.init(priorVariance: exp(mean), priorFreedom: known)
            return
        }
        let half = Polygamma.inverseTrigamma(excess)
        self.init(priorVariance: exp(mean + Polygamma.digamma(half) - log(half)), priorFreedom: min(2 * half, known))
    }

    /// A series' own variance, drawn to what its kin are expected to have, with the degrees of freedom of both.
    public func moderated(_ variance: Double, freedom: Double) -> (variance: Double, freedom: Double) {
        let total = priorFreedom + freedom
        guard total > 0 else { return (variance, freedom) }
        return ((priorFreedom * priorVariance + freedom * variance) / total, total)
    }
}
