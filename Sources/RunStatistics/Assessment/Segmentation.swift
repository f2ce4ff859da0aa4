/// The levels of a series: the fewest that its noise allows.
///
/// Changes are taken for real one by one where each is beyond chance alone, and else several at once where all are: a level that rose and
/// fell again hides either change from the other. The noise is that which is left when they are taken for real, with its persistence, and
/// their places have been paid for.
struct Segmentation {
    /// The first value after each change, ascending; changes that were accepted included.
    private(set) var changes: [Int]
    private(set) var noise: SeriesNoise
    /// The least p of the changes that were looked at and not taken, their choice paid for; 1 where there was none.
    private(set) var leastRejected = 1.0

    private let series: CleanSeries
    private let kin: Kin?
    private let rules: VerdictRules

    /// By how much the sum of squares must fall for a further change to be worth a test: a p of 0.005, before its choice is paid for.
    private var leastGain: Double { 8 * series.deviation * series.deviation }

    /// How many changes may be needed before any of them shows.
    private var mostAtOnce: Int { max(4, min(24, series.count / 10)) }

    init(_ series: CleanSeries, accepted: [Int], kin: Kin?, rules: VerdictRules) {
        (self.series, self.kin, self.rules) = (series, kin, rules)
        changes = accepted
        noise = SeriesNoise(around: Self.levels(accepted, series.count), of: series, kin: kin, rules: rules)
        guard series.count > rules.leastEarlierRuns else { return }
        let candidates = SeededIntervals.candidates(in: series)
        while extend([]) || bestPair(candidates).map({ extend($0) }) ?? false {}
    }

    var levels: [Range<Int>] { Self.levels(changes, series.count) }

    static func levels(_ changes: [Int], _ count: Int) -> [Range<Int>] {
        zip([0] + changes, changes + [count]).map { $0..<$1 }
    }

    /// Takes changes for real: those given and as few others as make all of them beyond chance, the one that explains most at a time.
    private mutating func extend(_ first: [Int]) -> Bool {
        var added = first
        if !first.isEmpty, take(added) { return true }
        while added.count < mostAtOnce {
            let levels = Self.levels((changes + added).sorted(), series.count)
            let cuts = levels.compactMap { series.bestCut($0) }
            guard let best = cuts.max(by: { $0.gain < $1.gain }), added.isEmpty || best.gain > leastGain else { return false }
            added.append(best.place)
            if take(added) { return true }
        }
        return false
    }

    /// Of all parts of one level that may have a level of their own the one that explains most.
    private func bestPair(_ candidates: [Int]) -> [Int]? {
        var best: (places: [Int], gain: Double)?
        for level in levels {
            let inside = candidates.filter { $0 >= level.lowerBound + 2 && $0 <= level.upperBound - 2 }
            for (i, first) in inside.enumerated() {
                for second in inside[(i + 1)...] where second >= first + 2 {
                    let gain = series.gain(level.lowerBound, first, level.upperBound) + series.gain(first, second, level.upperBound)
                    if gain > best?.gain ?? 0 { best = ([first, second], gain) }
                }
            }
        }
        return best?.places
    }

    private mutating func take(_ places: [Int]) -> Bool {
        let proposed = (changes + places).sorted()
        let levels = Self.levels(proposed, series.count)
        let noise = SeriesNoise(around: levels, of: series, kin: kin, rules: rules)
        let price = SelectionPrice.together(places, of: series.count)
        var p = 0.0
        var isLarge = true
        for (before, after) in zip(levels, levels.dropFirst()) where places.contains(after.lowerBound) {
            let test = LevelTest(from: [before], to: after, in: series, noise: noise)
            p = max(p, test.isClose ? 1 : min(1, test.p * price))
            isLarge = isLarge && abs(series.scale.share(from: series.mean(before), to: series.mean(after))) >= rules.leastChange
        }
        guard p <= rules.chance, isLarge else {
            leastRejected = min(leastRejected, p)
            return false
        }
        (changes, self.noise) = (proposed, noise)
        return true
    }
}
