import RunStatistics

/// How often rules are right and wrong on the noise model.
///
/// Between two trials `newRuns` runs are recorded. With as many as a series keeps the trials are independent, and so are their standard
/// errors. With fewer they share parts of their histories; since a verdict hangs mostly on the newest run, that costs little precision
/// and saves nearly all the time.
public struct Simulation: Sendable {
    private var model: NoiseModel

    public init(seed: UInt64) {
        model = NoiseModel(seed: seed)
    }

    /// How often each rule calls a single series changed: either way where nothing did, and rightly where something did.
    public mutating func singleSeries(factor: Double, trials: Int, newRuns: Int = 32, rules: [Rule] = Rule.all) -> [Rate] {
        var outcomes = [[Double]](repeating: [], count: rules.count)
        var series = Series(from: &model)
        for _ in 0..<trials {
            let changed = series.changed(by: factor)
            for (i, rule) in rules.enumerated() {
                let verdict = rule.verdicts(on: [changed])[0]
                outcomes[i].append(verdict == .regression || (factor == 1 && verdict == .improvement) ? 1 : 0)
            }
            series.record(newRuns, from: &model)
        }
        return outcomes.map(Rate.init)
    }

    /// What a rule says of families of series, of which some changed.
    public struct FamilyRates: Sendable {
        /// The share of series that did not change among those called so, 0 where none was.
        public let falseDiscoveries: Rate
        /// The share of the changed series that were found.
        public let found: Rate
        /// How many series were called changed.
        public let flagged: Rate
    }

    /// - Parameters:
    ///   - size: series in a family.
    ///   - changed: how many of them are half as much again in their newest run.
    public mutating func families(
        size: Int = 200, changed: Int, trials: Int, newRuns: Int = 32, rules: [Rule] = Rule.all
    ) -> [FamilyRates] {
        var outcomes = [[(falseShare: Double, found: Double, flagged: Double)]](repeating: [], count: rules.count)
        var allSeries = (0..<size).map { _ in Series(from: &model) }
        for trial in 0..<trials {
            // Other series change in every trial, so that no history counts more than another.
            let family = (0..<size).map { i in
                let series = allSeries[(i + trial * changed) % size]
                return i < changed ? series.changed(by: 1.5) : series
            }
            for (i, rule) in rules.enumerated() {
                let verdicts = rule.verdicts(on: family)
                let flagged = Double(verdicts.count { $0 == .regression || $0 == .improvement })
                let found = Double(verdicts.prefix(changed).count { $0 == .regression })
                outcomes[i].append((flagged > 0 ? (flagged - found) / flagged : 0, found / Double(max(changed, 1)), flagged))
            }
            for i in allSeries.indices { allSeries[i].record(newRuns, from: &model) }
        }
        return outcomes.map { trials in
            FamilyRates(
                falseDiscoveries: Rate(trials.map(\.falseShare)), found: Rate(trials.map(\.found)), flagged: Rate(trials.map(\.flagged)))
        }
    }

    /// How often a series has a change point although its level never changed; with a lone run of another level in its middle if asked for.
    public mutating func falseChangePoints(runs: Int, outlier: Double = 1, trials: Int) -> Rate {
        Rate(
            (0..<trials).map { _ in
                let values = (0..<runs).map { model.runValue(at: $0 == runs / 2 ? 100 * outlier : 100) }
                return ChangePoints.detect(in: values).isEmpty ? 0 : 1
            })
    }

    /// How often a step of the level is found, to within one run.
    public mutating func foundChangePoints(before: Int, after: Int, factor: Double = 1.5, trials: Int) -> Rate {
        Rate(
            (0..<trials).map { _ in
                let values = (0..<before + after).map { model.runValue(at: $0 < before ? 100 : 100 * factor) }
                return ChangePoints.detect(in: values).contains { abs($0 - before) <= 1 } ? 1 : 0
            })
    }
}
