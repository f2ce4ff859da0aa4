import Platform

/// A steady rise or fall to the newest run that fits a series better than levels do.
struct Drift {
    let fit: HingeFit
    let reference: [Range<Int>]
    /// Two-sided, its choice paid for.
    let p: Double
    private let error: Double
    private let squares: Double
    private let freedom: Double

    /// - Returns: `nil` where the series does not drift, or by less than the least change.
    init?(_ builder: AssessmentBuilder) {
        let (series, rules, regime) = (builder.series, builder.rules, builder.regime)
        guard let fit = HingeFit(regime, of: series) else { return nil }
        let end = series.count - 1
        guard abs(series.scale.share(from: fit.level, to: fit.place(at: end))) >= rules.leastChange else { return nil }
        let levels = Segmentation.levels(builder.accepted, series.count)
        let means = levels.map { series.mean($0) }
        let noise = SeriesNoise(series, levels, kin: builder.kin, rules: rules) { i, range in
            let centre = range == regime ? fit.place(at: i) : means[levels.firstIndex(of: range) ?? 0]
            return (series.places[i] - centre) * series.weights[i].squareRoot()
        }
        let persistence = noise.persistence(series)
        error = (noise.variance * persistence / fit.spread).squareRoot()
        squares = noise.squares
        // One more is lost to the slope than a level loses.
        freedom = max(1, noise.freedom - 1)
        p = min(1, StudentT(degreesOfFreedom: freedom).twoSided(fit.slope / error) * SelectionPrice.drift)
        guard p <= rules.chance, Self.isBetter(noise, builder) else { return nil }
        self.fit = fit
        reference = [regime.lowerBound..<max(fit.start + 1, regime.lowerBound + 1)]
    }

    /// Whether the hinge leaves less than the levels do, each having paid for its place and its size, and the hinge for being the rarer case.
    ///
    /// Source: Schwarz, "Estimating the dimension of a model" (1978).
    private static func isBetter(_ noise: SeriesNoise, _ builder: AssessmentBuilder) -> Bool {
        let n = Double(builder.series.count)
        let changes = Double(builder.levels.count - 1)
        let hinge = n * log(max(noise.squares, .leastNormalMagnitude)) + 3 * log(n)
        let steps = n * log(max(builder.segmentation.noise.squares, .leastNormalMagnitude)) + 2 * changes * log(n)
        return hinge < steps
    }

    /// The place of the one change that leaves less than the drift does, where no level was found to differ.
    func betterCut(_ builder: AssessmentBuilder) -> Int? {
        guard builder.levels.count == 1, let cut = builder.series.bestCut(builder.regime) else { return nil }
        let around = builder.segmentation.noise.squares
        let n = Double(builder.series.count)
        return n * log(max(around - cut.gain, .leastNormalMagnitude)) < n * log(max(squares, .leastNormalMagnitude)) + log(n) ? cut.place : nil
    }

    func difference(_ builder: AssessmentBuilder) -> Difference {
        let scale = builder.series.scale
        let end = builder.series.count - 1
        let (before, now) = (fit.level, fit.place(at: end))
        let reach = StudentT(degreesOfFreedom: freedom).upperQuantile((1 - builder.rules.intervalConfidence) / 2) * error * Double(end - fit.start)
        return Difference(
            a: Center(n: reference[0].count, value: scale.value(before), interval: nil),
            b: Center(n: end - fit.start, value: scale.value(now), interval: nil),
            difference: scale.value(now) - scale.value(before),
            ratio: scale.isLogarithmic ? exp(now - before) : nil,
            interval: Interval(
                lower: scale.change(of: now - before - reach, from: before), upper: scale.change(of: now - before + reach, from: before)),
            p: p, passes: true)
    }
}
