import Platform

/// What has become of a series' level, in places of the clean series.
struct Course {
    var kind: Assessment.Kind?
    var since: Int?
    var difference: Difference
    var reference: [Range<Int>]
}

extension Course {
    init(_ builder: AssessmentBuilder) {
        let (series, levels, rules) = (builder.series, builder.levels, builder.rules)
        let alternation =
            levels.count > 3
            ? Alternation(levels, of: series, noise: builder.segmentation.noise, rules: rules)
            : levels.count == 1 ? Alternation(builder.regime, of: series, rules: rules) : nil
        if let alternation {
            self.init(alternation, builder)
            return
        }
        guard let drift = Drift(builder) else {
            let moved = MovedLevel(builder)
            if let alternation = Alternation(moved, builder) {
                self.init(alternation, builder)
                return
            }
            self.init(moved)
            let correlation = builder.segmentation.noise.correlation
            if kind == nil, let scatter = ScatterTest(levels, of: series, correlation: correlation, rules: rules) {
                (kind, since) = (.moreVariable, scatter.start)
            }
            return
        }
        // That the level moved is told by the drift's test, and how it moved by what fits better.
        if let place = drift.betterCut(builder) {
            // One change that fits better and is less than counts is none, and the end of a steady rise is not where the series is.
            self.init(MovedLevel(builder, cutAt: place, p: drift.p) ?? MovedLevel(builder))
        } else {
            self.init(kind: .drift, since: drift.fit.start + 1, difference: drift.difference(builder), reference: drift.reference)
        }
    }

    private init(_ moved: MovedLevel) {
        self.init(kind: moved.kind, since: moved.since, difference: moved.difference, reference: moved.reference)
    }

    /// The level that the newest run is at stands last.
    private init(_ alternation: Alternation, _ builder: AssessmentBuilder) {
        let (series, regime) = (builder.series, builder.regime)
        let newest = series.places[series.count - 1]
        let isLow = newest - alternation.lower < alternation.upper - newest
        let (before, now) = isLow ? (alternation.upper, alternation.lower) : (alternation.lower, alternation.upper)
        let (first, second) = (series.scale.value(before), series.scale.value(now))
        let difference = Difference(
            a: Center(n: regime.count, value: first, interval: nil), b: Center(n: regime.count, value: second, interval: nil),
            difference: second - first, ratio: series.scale.isLogarithmic ? exp(now - before) : nil, interval: nil, p: 1, passes: false)
        self.init(kind: .unstable, since: regime.lowerBound, difference: difference, reference: [regime])
    }
}
