/// Two levels between which a series goes back and forth.
struct Alternation {
    /// On the series' scale.
    let lower: Double
    let upper: Double

    /// How far apart two levels must be, in deviations around them: the halves of normal noise are 2.7 apart.
    private static let leastDistance = 4.5
    /// How often a series must go from one to the other.
    private static let leastSwitches = 5
    /// What share of the values the rarer level must have.
    private static let leastShare = 0.12

    /// Found in the levels: the first and others like it, and between them others that are like each other.
    ///
    /// - Returns: `nil` where the series does not leave its first level at least twice and return between.
    init?(_ levels: [Range<Int>], of series: CleanSeries, noise: SeriesNoise, rules: VerdictRules) {
        let first = series.mean(levels[0])
        func isFirst(_ range: Range<Int>) -> Bool { abs(series.scale.share(from: first, to: series.mean(range))) < rules.leastChange }
        let (same, others) = (levels.filter(isFirst), levels.filter { !isFirst($0) })
        guard same.count > 1, others.count > 1 else { return nil }
        let (home, away) = (series.mean(same), series.mean(others))
        guard others.allSatisfy({ abs(series.scale.share(from: away, to: series.mean($0))) < rules.leastChange }) else { return nil }
        // A level that only looks like an earlier one is a change of its own.
        let again = LevelTest(from: Array(others.dropLast()), to: others[others.count - 1], in: series, noise: noise)
        guard again.p > 1 - rules.intervalConfidence else { return nil }
        (lower, upper) = (min(home, away), max(home, away))
    }

    /// Found in one change, before or since which some runs were already at its other side.
    init?(_ moved: MovedLevel, _ builder: AssessmentBuilder) {
        let (series, levels, noise, rules) = (builder.series, builder.levels, builder.segmentation.noise, builder.rules)
        guard moved.kind == .step, levels.count == 2, let first = levels.first, let last = levels.last else { return nil }
        let (before, now) = (series.mean(first), series.mean(last))
        guard
            Revisit.isFound(in: first, of: now, series, noise: noise, rules: rules)
                || Revisit.isFound(in: last, of: before, series, noise: noise, rules: rules)
        else { return nil }
        (lower, upper) = (min(before, now), max(before, now))
    }

    /// Found in the values, whatever their order.
    ///
    /// - Returns: `nil` where the values are not of two levels, at least the least change apart and visited several times.
    init?(_ range: Range<Int>, of series: CleanSeries, rules: VerdictRules) {
        let sorted = series.places[range].sorted()
        guard let cut = Self.cut(sorted), Double(min(cut, sorted.count - cut)) >= max(3, Self.leastShare * Double(sorted.count)) else { return nil }
        let (low, high) = (Array(sorted[..<cut]), Array(sorted[cut...]))
        let (first, second) = (Moments(low), Moments(high))
        (lower, upper) = (first.origin + first.offset, second.origin + second.offset)
        let inner = (first.variance * Double(low.count - 1) + second.variance * Double(high.count - 1)) / Double(sorted.count - 2)
        guard series.scale.share(from: lower, to: upper) >= rules.leastChange,
            second - first >= Self.leastDistance * (1 + 8 / Double(range.count)) * max(inner.squareRoot(), rules.leastChange / 10)
        else { return nil }
        let border = (sorted[cut - 1] + sorted[cut]) / 2
        let switches = range.dropFirst().count { (series.places[$0] > border) != (series.places[$0 - 1] > border) }
        guard switches >= Self.leastSwitches else { return nil }
    }

    /// How many of the values lie below the gap that leaves the least sum of squares on both sides.
    ///
    /// Source: Otsu, "A threshold selection method from gray-level histograms" (1979).
    private static func cut(_ sorted: [Double]) -> Int? {
        guard sorted.count > 5 else { return nil }
        let centre = sorted[sorted.count / 2]
        let total = sorted.reduce(0) { $0 + ($1 - centre) }
        var (sum, best) = (0.0, (gain: 0.0, cut: 0))
        for (i, value) in sorted.dropLast().enumerated() {
            sum += value - centre
            let (n1, n2) = (Double(i + 1), Double(sorted.count - i - 1))
            let difference = (total - sum) / n2 - sum / n1
            let gain = difference * difference * n1 * n2
            if gain > best.gain { best = (gain, i + 1) }
        }
        return best.cut > 0 ? best.cut : nil
    }
}
