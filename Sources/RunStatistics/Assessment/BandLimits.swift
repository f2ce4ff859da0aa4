import Platform

/// The limits that each run of a series is drawn in: where the next one was to be expected, given the runs of the reference before it.
///
/// Student's one-sided prediction limits on the series' scale, with the persistence of its noise and, in a short series, its kin's spread.
/// Source: Hahn & Meeker, *Statistical Intervals*, section 4.8.
struct BandLimits {
    private let builder: AssessmentBuilder

    init(_ builder: AssessmentBuilder) {
        self.builder = builder
    }

    /// - Parameter count: how many observations there are, those without a place in the clean series included.
    func limits(of count: Int) -> [Interval?] {
        let (series, noise, rules) = (builder.series, builder.segmentation.noise, builder.rules)
        var limits = [Interval?](repeating: nil, count: count)
        var (weight, mean, squares, runs, since) = (0.0, 0.0, 0.0, 0, 0)
        var levels = builder.segmentation.levels[...]
        var first: Double?
        var isReference = true
        var current: Interval?
        var next = 0
        for i in 0..<series.count {
            if let level = levels.first, level.lowerBound == i {
                levels.removeFirst()
                if i == 0 || builder.accepted.contains(i) {
                    (weight, mean, squares, runs, since, first, isReference, current) = (0, 0, 0, 0, i, series.mean(level), true, nil)
                } else if let first {
                    isReference = abs(series.scale.share(from: first, to: series.mean(level))) < rules.leastChange
                }
            }
            while next <= series.indices[i] {
                limits[next] = current
                next += 1
            }
            guard isReference else { continue }
            let distance = series.places[i] - mean
            weight += series.weights[i]
            mean += distance * series.weights[i] / weight
            squares += series.weights[i] * distance * (series.places[i] - mean)
            runs += 1
            guard runs >= rules.leastEarlierRuns else { continue }
            let share = noise.varianceOfMean(since..<(since + runs), series)
            let own = max(squares / (Double(runs) * (1 - share)), (rules.leastChange / 10) * (rules.leastChange / 10))
            let (variance, freedom) = builder.kin?.variance?.moderated(own, freedom: Double(runs - 1)) ?? (own, Double(runs - 1))
            let reach = StudentQuantiles.upper(1 - rules.bandConfidence, freedom: freedom) * (variance * (1 + share)).squareRoot()
            current = Interval(lower: series.scale.value(mean - reach), upper: series.scale.value(mean + reach))
        }
        while next < count {
            limits[next] = current
            next += 1
        }
        return limits
    }
}
