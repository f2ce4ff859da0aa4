import Platform

/// The shares of failures of the runs since the last accepted change, in the order of time, cut into levels.
struct FailureSeries {
    let runs: [Attempts]
    /// The runs that lie alone, above or below both neighbours; they are in no level.
    let spikes: [Int]
    /// The runs that are in levels, ascending.
    let kept: [Int]
    /// The levels, as ranges of `kept`.
    let levels: [Range<Int>]
    /// For each level but the first the p of its change, its choice paid for.
    let prices: [Double]
    /// The least p of a change that was looked at and not taken; 1 where there was none.
    let leastRejected: Double

    private let rules: VerdictRules

    /// - Parameter runs: at least one, each of which tried something.
    init(_ runs: [Attempts], rules: VerdictRules) {
        (self.runs, self.rules) = (runs, rules)
        let spikes = Self.spikes(of: runs, rules: rules)
        let kept = runs.indices.filter { !spikes.contains($0) }
        (self.spikes, self.kept) = (spikes, kept)
        var changes: [(start: Int, p: Double)] = []
        var rejected = 1.0
        var open = [0..<kept.count]
        while let part = open.popLast() {
            // The newest run is always asked about, since it pays less than a place that was chosen.
            let newest = part.upperBound == kept.count && part.count > 1 ? kept.count - 1 : nil
            let places = [Self.bestCut(kept[part].map { runs[$0] }).map { part.lowerBound + $0 }, newest].compactMap(\.self)
            let tests = places.map { place in
                let test = FailureTest(kept[part.lowerBound..<place].map { runs[$0] }, kept[place..<part.upperBound].map { runs[$0] })
                return (start: place, p: min(1, test.p * (place == kept.count - 1 ? SelectionPrice.newest : SelectionPrice.step(kept.count))))
            }
            guard let change = tests.first(where: { $0.p <= rules.chance }) else {
                rejected = tests.reduce(rejected) { min($0, $1.p) }
                continue
            }
            changes.append(change)
            open += [part.lowerBound..<change.start, change.start..<part.upperBound]
        }
        changes.sort { $0.start < $1.start }
        levels = zip([0] + changes.map(\.start), changes.map(\.start) + [kept.count]).map { $0..<$1 }
        prices = changes.map(\.p)
        leastRejected = rejected
    }

    /// The runs of some levels.
    func runs(_ levels: [Range<Int>]) -> [Attempts] { levels.flatMap { $0.map { runs[kept[$0]] } } }

    func share(_ level: Range<Int>) -> Double {
        let pooled = runs([level]).pooled
        return Double(pooled.failed) / Double(pooled.of)
    }

    /// Inner runs that differ from all others taken together beyond chance, each judged by what the others are, at most one in seven.
    ///
    /// They are taken out one at a time, the farthest first, so that two of them do not hide each other.
    private static func spikes(of runs: [Attempts], rules: VerdictRules) -> [Int] {
        var spikes: [Int] = []
        while spikes.count < max(1, runs.count / 7), runs.count > 3 {
            let left = runs.indices.filter { !spikes.contains($0) }
            let total = left.map { runs[$0] }.pooled
            func distance(_ index: Int) -> Double { gain((runs[index].failed, runs[index].of), total) }
            let inner = left.dropFirst().dropLast()
            guard let farthest = inner.max(by: { distance($0) < distance($1) }), isApart(farthest, in: runs) else { break }
            let others = left.filter { $0 != farthest }.map { runs[$0] }
            guard FailureTest(others, [runs[farthest]]).p * Double(runs.count) <= rules.chance else { break }
            spikes.append(farthest)
        }
        return spikes.sorted()
    }

    /// Whether a run lies on the same side of both neighbours, beyond chance.
    private static func isApart(_ index: Int, in runs: [Attempts]) -> Bool {
        func side(_ other: Attempts) -> Double {
            let distance = (runs[index].share ?? 0) - (other.share ?? 0)
            return FailureTest([other], [runs[index]]).p <= 0.05 ? distance : 0
        }
        return side(runs[index - 1]) * side(runs[index + 1]) > 0
    }

    /// The place that explains most when the runs before and after it have a share each; `nil` where no place is worth a test.
    private static func bestCut(_ runs: [Attempts]) -> Int? {
        let total = runs.pooled
        guard runs.count > 1, total.failed > 0, total.failed < total.of else { return nil }
        var (first, best) = ((failed: 0, of: 0), (gain: 0.0, place: 0))
        for place in 1..<runs.count {
            first = (first.failed + runs[place - 1].failed, first.of + runs[place - 1].of)
            let gain = gain(first, total)
            if gain > best.gain { best = (gain, place) }
        }
        // Below 2 the χ² of the cut is below 4, and no exact p is small enough.
        return best.gain > 2 ? best.place : nil
    }

    /// By how much the likelihood's logarithm grows when a part has a share of its own.
    private static func gain(_ part: (failed: Int, of: Int), _ total: (failed: Int, of: Int)) -> Double {
        let rest = (failed: total.failed - part.failed, of: total.of - part.of)
        return likelihood(part) + likelihood(rest) - likelihood(total)
    }

    private static func likelihood(_ counts: (failed: Int, of: Int)) -> Double {
        guard counts.failed > 0, counts.failed < counts.of else { return 0 }
        let (failed, passed, of) = (Double(counts.failed), Double(counts.of - counts.failed), Double(counts.of))
        return failed * log(failed / of) + passed * log(passed / of)
    }
}
