/// Whether the newest values of a series scatter more than those before, around whatever level each has.
///
/// Levene's test of the distances from the levels' medians, which bears values that are not normal. Distances of correlated values are
/// correlated by its square.
/// Source: Brown & Forsythe, "Robust tests for the equality of variances" (1974).
struct ScatterTest {
    /// The first value of those that scatter more.
    let start: Int

    private static let lengths = [5, 8, 10, 15, 20, 30]
    /// How much further from their level the newest values must lie on average.
    private static let leastExcess = 1.5

    /// - Parameter levels: the parts of the series since its last accepted change that have one level each.
    /// - Returns: `nil` where they do not.
    init?(_ levels: [Range<Int>], of series: CleanSeries, correlation: Double, rules: VerdictRules) {
        let distances = levels.flatMap { range in
            let middle = RunStatistics.median(Array(series.places[range]))
            return range.map { abs(series.places[$0] - middle) * series.weights[$0].squareRoot() }
        }
        let square = correlation * correlation
        let inflation = (1 + square) / (1 - square)
        let lengths = Self.lengths.filter { $0 * 2 <= distances.count }
        var best: (length: Int, p: Double)?
        for length in lengths {
            let (before, after) = (Array(distances.dropLast(length)), Array(distances.suffix(length)))
            let least = max(Self.leastExcess * RunStatistics.mean(before), rules.leastChange / 10)
            guard RunStatistics.mean(after) >= least else { continue }
            let p = Self.p(Moments(before), Moments(after), inflation)
            if p < best?.p ?? 1 { best = (length, p) }
        }
        guard let best, best.p * Double(lengths.count) <= rules.chance, let last = levels.last else { return nil }
        start = last.upperBound - best.length
    }

    private static func p(_ before: Moments, _ after: Moments, _ inflation: Double) -> Double {
        let (n1, n2) = (Double(before.n), Double(after.n))
        let variance = (before.variance * (n1 - 1) + after.variance * (n2 - 1)) / (n1 + n2 - 2)
        let error = (variance * inflation * (1 / n1 + 1 / n2)).squareRoot()
        return error > 0 ? StudentT(degreesOfFreedom: (n1 + n2 - 2) / inflation).twoSided((after - before) / error) : 1
    }
}
