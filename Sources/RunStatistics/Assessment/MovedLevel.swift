import Platform

/// The newest level of a series against the first since the last accepted change.
struct MovedLevel {
    let kind: Assessment.Kind?
    let since: Int?
    /// The parts that are at the first level.
    let reference: [Range<Int>]
    let difference: Difference

    init(_ builder: AssessmentBuilder) {
        let (series, levels, noise, rules) = (builder.series, builder.levels, builder.segmentation.noise, builder.rules)
        guard levels.count > 1, let last = levels.last else {
            let newest = (series.count - 1)..<series.count
            reference = [levels[0].lowerBound..<newest.lowerBound]
            let test = LevelTest(from: reference, to: newest, in: series, noise: noise)
            let p = min(builder.segmentation.leastRejected, builder.price(newest, test.p))
            (kind, since) = (nil, nil)
            difference = Self.difference(from: reference, to: newest, runs: 1, test, p: p, passes: false, builder)
            return
        }
        let first = [levels[0]]
        func share(_ level: Range<Int>) -> Double { series.scale.share(from: series.mean(first), to: series.mean(level)) }
        let direct = LevelTest(from: first, to: last, in: series, noise: noise)
        let isBack = abs(share(last)) < rules.leastChange || direct.p > rules.chance
        var open = levels.count - 1
        while !isBack, open > 1, share(levels[open - 1]) * share(last) > 0, abs(share(levels[open - 1])) >= rules.leastChange { open -= 1 }
        reference = first + levels[1..<open].filter { abs(share($0)) < rules.leastChange }
        since = isBack && levels.count == 2 ? nil : levels[open].lowerBound
        kind = isBack ? (levels.count > 2 ? .back : nil) : last.count == 1 && open == levels.count - 1 ? .newest : .step
        // That the level moved has been paid for; how it stands to the first one now is one more question.
        let change = LevelTest(from: [levels[open - 1]], to: levels[open], in: series, noise: noise)
        let p = max(builder.price(levels[open], change.p), direct.p)
        difference = Self.difference(
            from: reference, to: last, runs: series.count - levels[open].lowerBound,
            LevelTest(from: reference, to: last, in: series, noise: noise), p: isBack ? 1 : p, passes: !isBack, builder)
    }

    /// A single change whose place and p are given.
    ///
    /// - Returns: `nil` where the levels around it differ by less than the least change.
    init?(_ builder: AssessmentBuilder, cutAt place: Int, p: Double) {
        let (series, regime, rules) = (builder.series, builder.regime, builder.rules)
        let (before, after) = (regime.lowerBound..<place, place..<regime.upperBound)
        guard abs(series.scale.share(from: series.mean(before), to: series.mean(after))) >= rules.leastChange else { return nil }
        let levels = Segmentation.levels((builder.accepted + [place]).sorted(), series.count)
        let noise = SeriesNoise(around: levels, of: series, kin: builder.kin, rules: rules)
        (kind, since, reference) = (after.count == 1 ? .newest : .step, place, [before])
        let test = LevelTest(from: [before], to: after, in: series, noise: noise)
        difference = Self.difference(from: [before], to: after, runs: after.count, test, p: p, passes: true, builder)
    }

    private static func difference(
        from reference: [Range<Int>], to level: Range<Int>, runs: Int, _ test: LevelTest, p: Double, passes: Bool, _ builder: AssessmentBuilder
    ) -> Difference {
        let (series, scale) = (builder.series, builder.series.scale)
        let interval = test.interval(builder.rules.intervalConfidence)
        let (before, now) = (series.mean(reference), series.mean(level))
        return Difference(
            a: Center(n: reference.reduce(0) { $0 + $1.count }, value: scale.value(before), interval: nil),
            b: Center(n: runs, value: scale.value(now), interval: nil),
            difference: scale.value(now) - scale.value(before),
            ratio: scale.isLogarithmic ? exp(now - before) : nil,
            interval: Interval(lower: scale.change(of: interval.lower, from: before), upper: scale.change(of: interval.upper, from: before)),
            p: p, passes: passes)
    }
}
