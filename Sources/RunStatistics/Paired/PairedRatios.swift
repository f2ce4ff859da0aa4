/// Two sides that share many configurations and repeat each little: by what factor one lies from the other, pair by pair.
///
/// What a configuration costs falls out of its own ratio, so that seventeen configurations measured once on each side can tell what two
/// samples of seventeen unlike values can't. All ratios are of b to a.
/// Every operation here and in what it calls is one of + − × ÷, √ and comparison, so that `paired-statistics.js` gives the same bits.
public struct PairedRatios: Sendable, Hashable {
    /// How many pairs there are; the others had a value that was not above 0.
    public let n: Int
    /// The level of the pairs, estimated as the ratio is, and laid apart by it: medians of both sides would lie apart by what unlike
    /// configurations differ in, too.
    public let a, b: Double
    /// The median of all pairwise geometric means of ratios.
    ///
    /// Source: Hodges & Lehmann, "Estimates of location based on rank tests" (1963), on logarithms.
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
        let kept = pairs.indices.filter { Self.hasRatio(pairs[$0]) }
        guard !kept.isEmpty else { return nil }
        let pairs = kept.map { pairs[$0] }
        let ratios = pairs.map { $0.b / $0.a }
        let means = Self.pairwiseMeans(ratios)
        n = pairs.count
        let level = Self.middle(ofSorted: Self.pairwiseMeans(pairs.map { Self.mean($0.a, $0.b) }))
        ratio = Self.middle(ofSorted: means)
        a = level / ratio.squareRoot()
        b = level * ratio.squareRoot()
        interval = SignedRankDistribution.meansOutside(pairs.count, confidence: rules.intervalConfidence).map { outside in
            Interval(lower: means[outside], upper: means[means.count - 1 - outside])
        }
        p = pairs.count >= rules.leastPairs ? SignedRankTest(pairs).p : nil
        outlying = OutlyingPair.all(of: ratios, rules: rules).map { OutlyingPair(index: kept[$0.index], ratio: $0.ratio, p: $0.p) }
    }

    /// Whether a pair has a ratio either way: both values are above 0, and neither quotient leaves the numbers there are.
    public static func hasRatio(_ pair: (a: Double, b: Double)) -> Bool {
        pair.a > 0 && pair.b > 0 && (pair.b / pair.a).isFinite && (pair.a / pair.b).isFinite
    }

    /// The geometric means of all pairs of values, each with itself too, ascending.
    static func pairwiseMeans(_ values: [Double]) -> [Double] {
        var means: [Double] = []
        means.reserveCapacity(values.count * (values.count + 1) / 2)
        for i in values.indices {
            for j in i..<values.count { means.append(mean(values[i], values[j])) }
        }
        return means.sorted()
    }

    /// The median, where the two middle ones of an even number are averaged geometrically.
    static func middle(ofSorted sorted: [Double]) -> Double {
        mean(sorted[(sorted.count - 1) / 2], sorted[sorted.count / 2])
    }

    private static func mean(_ first: Double, _ second: Double) -> Double {
        first == second ? first : (first * second).squareRoot()
    }
}
