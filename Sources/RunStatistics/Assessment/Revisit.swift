/// A stretch of runs inside one level that was already at the other: what looks like a single change is one of several then.
enum Revisit {
    private static let lengths = [2, 3, 4, 6, 8, 12]
    /// The p below which a stretch counts, as if its runs were independent. It is not paid for, since all that hangs on it is the word for a
    /// change that was found.
    private static let chance = 0.005

    /// Whether a level was left for another one before, or since.
    static func isFound(in level: Range<Int>, of other: Double, _ series: CleanSeries, noise: SeriesNoise, rules: VerdictRules) -> Bool {
        let limit = StudentT(degreesOfFreedom: noise.freedom).upperQuantile(chance / 2) * noise.variance.squareRoot()
        let (weight, mean) = (series.weight(level), series.mean(level))
        for length in lengths where length * 2 < level.count {
            for start in level.lowerBound...(level.upperBound - length) {
                let stretch = start..<(start + length)
                let place = series.mean(stretch)
                guard abs(series.scale.share(from: other, to: place)) < rules.leastChange else { continue }
                let inside = series.weight(stretch)
                let rest = (mean * weight - place * inside) / (weight - inside)
                if abs(place - rest) > limit * (1 / inside + 1 / (weight - inside)).squareRoot() { return true }
            }
        }
        return false
    }
}
