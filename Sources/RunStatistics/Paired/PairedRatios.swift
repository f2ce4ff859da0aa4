import Foundation

/// Two sides that share many configurations and repeat each little: by what factor one lies from the other, pair by pair.
///
/// What a configuration costs falls out of its own ratio, so that seventeen configurations measured once on each side can tell what two
/// samples of seventeen unlike values can't. All ratios are of b to a.
public struct PairedRatios: Sendable, Hashable {
    /// How many pairs there are; the others had a value that was not above 0.
    public let n: Int
    /// The median of all pairwise geometric means of ratios.
    ///
    /// Source: Hodges & Lehmann, "Estimates of location based on rank tests" (1963).
    public let ratio: Double
    /// That of the signed-rank test; `nil` where there are too few pairs for the confidence.
    public let interval: Interval?
    /// Two-sided, of the signed-rank test; `nil` below the rules' least number of pairs.
    public let p: Double?
    /// The pairs whose ratio is not that of the rest, ascending by their index.
    public let outlying: [OutlyingPair]

    /// - Parameter pairs: one value of each side, of one unit and one configuration; a pair with a value not above 0 is left out.
    /// - Returns: `nil` where no pair is left.
    public init?(_ pairs: [(a: Double, b: Double)], rules: VerdictRules = .standard) {
        let kept = pairs.indices.filter { pairs[$0].a > 0 && pairs[$0].b > 0 && pairs[$0].a.isFinite && pairs[$0].b.isFinite }
        guard !kept.isEmpty else { return nil }
        let logarithms = kept.map { pairs[$0].a == pairs[$0].b ? 0 : log(pairs[$0].b / pairs[$0].a) }
        let means = Self.pairwiseMeans(logarithms)
        n = kept.count
        ratio = exp(RunStatistics.quantile(0.5, ofSorted: means))
        interval = SignedRankDistribution.meansOutside(kept.count, confidence: rules.intervalConfidence).map { outside in
            Interval(lower: exp(means[outside]), upper: exp(means[means.count - 1 - outside]))
        }
        p = kept.count >= rules.leastPairs ? SignedRankTest(logarithms).p : nil
        outlying = OutlyingPair.all(of: logarithms, rules: rules).map { OutlyingPair(index: kept[$0.index], ratio: $0.ratio, p: $0.p) }
    }

    /// The means of all pairs of values, each with itself too, ascending.
    static func pairwiseMeans(_ values: [Double]) -> [Double] {
        var means: [Double] = []
        means.reserveCapacity(values.count * (values.count + 1) / 2)
        for i in values.indices {
            for j in i..<values.count { means.append((values[i] + values[j]) / 2) }
        }
        return means.sorted()
    }
}
