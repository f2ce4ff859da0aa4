/// One series on the way to its assessment.
struct AssessmentBuilder {
    let series: CleanSeries
    let accepted: [Int]
    let kin: Kin?
    let rules: VerdictRules
    let segmentation: Segmentation
    /// The levels since the last accepted change.
    let levels: [Range<Int>]

    init(_ series: CleanSeries, accepted: [Int], kin: Kin?, rules: VerdictRules) {
        (self.series, self.accepted, self.kin, self.rules) = (series, accepted, kin, rules)
        segmentation = Segmentation(series, accepted: accepted, kin: kin, rules: rules)
        let start = accepted.last ?? 0
        levels = segmentation.levels.filter { $0.lowerBound >= start }
    }

    /// The part of the series since its last accepted change.
    var regime: Range<Int> { levels[0].lowerBound..<series.count }

    func assessment(of count: Int) -> Assessment {
        var assessment = Assessment(
            changes: changes, spikes: Spike.all(of: series, levels: segmentation.levels, noise: segmentation.noise),
            limits: BandLimits(self).limits(of: count))
        assessment.runs = series.count
        // Of one run alone since the accepted change nothing can be said: there is no level to hold another against.
        guard series.count > rules.leastEarlierRuns, regime.count > 2 else { return assessment }
        let course = Course(self)
        assessment.kind = course.kind
        assessment.since = course.since.map { series.indices[$0] }
        assessment.difference = course.difference
        if course.kind == nil, let spike = assessment.spikes.last, isBack(from: spike) {
            (assessment.kind, assessment.since) = (.back, series.indices[series.count - 1])
        }
        assessment.reference = reference(course.reference)
        assessment.sensitivity = Sensitivity(course.reference, series, segmentation.noise, rules: rules)
        return assessment
    }

    /// Whether the newest run is the first after a run that lay apart.
    private func isBack(from spike: Spike) -> Bool {
        let ratio = spike.ratio ?? spike.value / spike.level
        return spike.observation > series.indices[series.count - 2] && spike.p <= rules.chance && abs(ratio - 1) >= rules.leastChange
    }

    private func reference(_ ranges: [Range<Int>]) -> Assessment.Reference {
        let noise = segmentation.noise
        return Assessment.Reference(
            observations: ranges.flatMap { $0.map { series.indices[$0] } },
            level: series.scale.value(series.mean(ranges)),
            spread: noise.variance.squareRoot(),
            effectiveRuns: ranges.reduce(0) { $0 + 1 / noise.varianceOfMean($1, series) },
            freedom: noise.freedom,
            correlation: noise.correlation)
    }

    private var changes: [LevelChange] {
        let levels = segmentation.levels
        return zip(levels, levels.dropFirst()).map { before, after in
            let (first, second) = (series.mean(before), series.mean(after))
            let isAccepted = accepted.contains(after.lowerBound)
            return LevelChange(
                start: series.indices[after.lowerBound], before: series.scale.value(first), after: series.scale.value(second),
                ratio: series.scale.isLogarithmic ? 1 + series.scale.share(from: first, to: second) : nil,
                p: isAccepted ? nil : price(after, LevelTest(from: [before], to: after, in: series, noise: segmentation.noise).p))
        }
    }

    /// A p value of a level with its choice paid for.
    func price(_ level: Range<Int>, _ p: Double) -> Double {
        min(1, p * (level.lowerBound == series.count - 1 ? SelectionPrice.newest : SelectionPrice.step(series.count)))
    }
}
