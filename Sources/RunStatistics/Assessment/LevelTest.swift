import Platform

/// Whether two levels of a series differ, by Student's t with the variance, the persistence and the degrees of freedom of its noise.
struct LevelTest: Sendable {
    /// From the earlier level to the later one, on the series' scale.
    let difference: Double
    /// The standard error of the difference.
    let error: Double
    let freedom: Double

    /// - Parameters:
    ///   - before: the parts that make the earlier level.
    ///   - after: the part that has the later one.
    init(from before: [Range<Int>], to after: Range<Int>, in series: CleanSeries, noise: SeriesNoise) {
        difference = series.mean(after) - series.mean(before)
        let isNewest = after.upperBound == series.count
        let weight = before.reduce(0) { $0 + series.weight($1) }
        let earlier = before.reduce(0) { sum, range in
            let share = series.weight(range) / weight
            return sum + share * share * noise.varianceOfMean(range, series)
        }
        let (first, second) = (noise.variance * earlier, (isNewest ? noise.recentVariance : noise.variance) * noise.varianceOfMean(after, series))
        error = (first + second).squareRoot()
        let total = first + second
        // Where both are of one variance its degrees of freedom hold; else those of Welch and Satterthwaite.
        let known =
            isNewest && noise.recentVariance > noise.variance
            ? total * total / (first * first / noise.freedom + second * second / noise.recentFreedom) : noise.freedom
        // A mean of several values has no heavy tails to speak of.
        freedom = after.count == 1 ? min(known, noise.tailFreedom) : known
    }

    /// Whether the levels lie within two errors of each other: p is above 0.04 then, whatever the degrees of freedom.
    var isClose: Bool { abs(difference) < 2 * error }

    /// Two-sided, of these two levels alone.
    var p: Double { StudentT(degreesOfFreedom: freedom).twoSided(difference / error) }

    /// The interval of the difference, of one confidence.
    func interval(_ confidence: Double) -> Interval {
        let reach = StudentQuantiles.upper((1 - confidence) / 2, freedom: freedom) * error
        return Interval(lower: difference - reach, upper: difference + reach)
    }
}
