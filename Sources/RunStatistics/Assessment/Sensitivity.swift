/// What change of a series would have been seen, had there been one.
public struct Sensitivity: Sendable, Hashable {
    /// The smallest change of the newest run alone that is found with the rules' power, as a share of the level: 0.12 for 12 %.
    public var ofNewest: Double
    /// How many runs it takes until the least change that counts is found with that power; `nil` where more than a hundred do not suffice.
    public var runsForLeast: Int?

    private static let mostRuns = 100

    /// - Parameter reference: the parts of the series that are held against.
    init(_ reference: [Range<Int>], _ series: CleanSeries, _ noise: SeriesNoise, rules: VerdictRules) {
        let weight = reference.reduce(0) { $0 + series.weight($1) }
        let earlier = reference.reduce(0) { sum, range in
            let share = series.weight(range) / weight
            return sum + share * share * noise.varianceOfMean(range, series)
        }
        let level = series.mean(reference)
        func reach(_ price: Double) -> Double {
            StudentQuantiles.upper(rules.chance / price / 2, freedom: noise.freedom) + StudentQuantiles.upper(1 - rules.power, freedom: noise.freedom)
        }
        func found(after runs: Int, _ reach: Double) -> Double {
            let later = Persistence.varianceOfMean(runs, noise.correlation)
            let error = (noise.variance * earlier + noise.recentVariance * later).squareRoot()
            return series.scale.share(from: level, to: level + reach * error)
        }
        let (ofOne, ofMany) = (reach(SelectionPrice.newest), reach(SelectionPrice.step(series.count)))
        ofNewest = max(rules.leastChange, found(after: 1, ofOne))
        // The share falls with every run, so that halving finds the first that suffices.
        func suffices(_ runs: Int) -> Bool { found(after: runs, runs == 1 ? ofOne : ofMany) <= rules.leastChange }
        var (few, many) = (0, Self.mostRuns)
        guard suffices(many) else {
            runsForLeast = nil
            return
        }
        while many - few > 1 {
            let middle = (few + many) / 2
            if suffices(middle) { many = middle } else { few = middle }
        }
        runsForLeast = many
    }
}
