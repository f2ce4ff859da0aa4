/// Says where the failures of a series stand, from what each of its runs tried and how much of it failed.
///
/// The level since the last accepted change is held against the first level after it, as `SeriesAssessment` does with measured values, by
/// exact tests of shares. One earlier run is enough: what a test needs is attempts.
public enum FailureAssessment {
    /// - Parameters:
    ///   - runs: of one series, in the order of time; `nil` for one that tried nothing or is left out.
    ///   - accepted: the first runs after changes that were accepted, in any order; each begins a new level.
    /// - Returns: levels, difference and spikes in shares from 0 to 1; there are no limits, and no ratios.
    public static func assess(_ runs: [Attempts?], accepted: [Int] = [], rules: VerdictRules = .standard) -> Assessment {
        var assessment = Assessment(changes: [], spikes: [], limits: Array(repeating: nil, count: runs.count))
        let usable = runs.indices.filter { (runs[$0]?.of ?? 0) > 0 }
        let starts = Set(accepted.compactMap { start in usable.firstIndex { $0 >= start } }).subtracting([0]).sorted()
        var before: Double?
        assessment.runs = usable.count - (starts.last ?? 0)
        for (start, end) in zip([0] + starts, starts + [usable.count]) where start < end {
            let places = Array(usable[start..<end])
            let series = FailureSeries(places.compactMap { runs[$0] }, rules: rules)
            assessment.add(series, at: places, after: before)
            before = series.levels.last.map(series.share)
            if end == usable.count { assessment.conclude(series, at: places, rules: rules) }
        }
        return assessment
    }
}

extension Assessment {
    /// Adds the changes and spikes of a part of a series.
    ///
    /// - Parameter before: the level that an accepted change left; `nil` at the beginning.
    fileprivate mutating func add(_ series: FailureSeries, at places: [Int], after before: Double?) {
        if let before, let first = series.levels.first {
            changes.append(LevelChange(start: places[0], before: before, after: series.share(first), ratio: nil, p: nil))
        }
        for (pair, p) in zip(zip(series.levels, series.levels.dropFirst()), series.prices) {
            changes.append(
                LevelChange(
                    start: places[series.kept[pair.1.lowerBound]], before: series.share(pair.0), after: series.share(pair.1), ratio: nil, p: p))
        }
        spikes += series.spikes.map { index in
            let level = series.levels.last { series.kept[$0.lowerBound] <= index } ?? series.levels[0]
            let p = FailureTest(series.runs([level]), [series.runs[index]]).p
            return Spike(
                observation: places[index], level: series.share(level), value: series.runs[index].share ?? 0, ratio: nil,
                p: min(1, p * Double(series.runs.count)))
        }
    }

    /// Says what has become of the level in the newest part.
    fileprivate mutating func conclude(_ series: FailureSeries, at places: [Int], rules: VerdictRules) {
        guard series.kept.count > 1, let last = series.levels.last else { return }
        let first = series.levels[0]
        guard series.levels.count > 1 else {
            let newest = (series.kept.count - 1)..<series.kept.count
            let earlier = 0..<newest.lowerBound
            let (before, after) = (series.runs([earlier]), series.runs([newest]))
            // Where neither the worst newest run nor the worst half of all would have been beyond chance, nothing was tested.
            let canTell = canTell(before, after, SelectionPrice.newest, rules)
            let half = series.kept.count / 2
            let canTellHalves = self.canTell(
                series.runs([0..<half]), series.runs([half..<series.kept.count]), SelectionPrice.step(series.kept.count), rules)
            let p = canTell || canTellHalves ? min(series.leastRejected, FailureTest(before, after).p * SelectionPrice.newest) : nil
            difference = .ofShares(before, after, p: p, passes: false, rules: rules)
            if let spike = spikes.last, spike.observation == places[series.runs.count - 2], spike.p <= rules.chance {
                (kind, since) = (.back, places[series.runs.count - 1])
            }
            return
        }
        func differs(_ level: Range<Int>) -> Bool { Difference.isLarge(series.share(level) - series.share(first), ratio: nil, from: series.share(first), rules) }
        let direct = FailureTest(series.runs([first]), series.runs([last])).p
        let isBack = !differs(last) || direct > rules.chance
        let isHigher = series.share(last) > series.share(first)
        var open = series.levels.count - 1
        while !isBack, open > 1, differs(series.levels[open - 1]), (series.share(series.levels[open - 1]) > series.share(first)) == isHigher { open -= 1 }
        since = isBack && series.levels.count == 2 ? nil : places[series.kept[series.levels[open].lowerBound]]
        kind = isBack ? (series.levels.count > 2 ? .back : nil) : last.count == 1 && open == series.levels.count - 1 ? .newest : .step
        difference = .ofShares(
            series.runs([first]), series.runs([last]), p: isBack ? 1 : max(series.prices[open - 1], direct), passes: !isBack, rules: rules)
    }
}

extension Assessment {
    /// Whether more failures could be told at all: were nothing to fail before, and everything after.
    private func canTell(_ before: [Attempts], _ after: [Attempts], _ price: Double, _ rules: VerdictRules) -> Bool {
        let none = before.compactMap { Attempts(failed: 0, of: $0.of) }
        let all = after.compactMap { Attempts(failed: $0.of, of: $0.of) }
        return FailureTest(none, all).p * price <= rules.chance
    }
}

extension Difference {
    /// One group of runs against another, by what they tried; p and whether it passes are given.
    fileprivate static func ofShares(_ a: [Attempts], _ b: [Attempts], p: Double?, passes: Bool, rules: VerdictRules) -> Difference? {
        guard var difference = ofRates(a.pooled, b.pooled, rules: rules) else { return nil }
        (difference.p, difference.passes) = (p, passes)
        return difference
    }
}
