/// Where the level of a series may have changed: the places that cut some part of it best.
///
/// Parts of every length are looked at, each half as long as those of the layer before and overlapping by half, so that a change shows in
/// one that holds no other. That takes n log n steps.
/// Source: Kovács, Bühlmann, Li & Munk, "Seeded binary segmentation" (2023).
enum SeededIntervals {
    /// What a cut must lower the sum of squares by, in the variance of neighbours' differences.
    private static let leastGain = 6.0
    private static let mostCandidates = 24

    /// The first values after possible changes, ascending.
    static func candidates(in series: CleanSeries) -> [Int] {
        let least = leastGain * series.deviation * series.deviation
        var cuts: [(gain: Double, place: Int, range: Range<Int>)] = []
        var length = series.count
        while length > 2 {
            let step = max(1, length / 2)
            for start in stride(from: 0, to: series.count - length + step, by: step) {
                let range = min(start, series.count - length)..<min(start + length, series.count)
                if let cut = series.bestCut(range), cut.gain > least { cuts.append((cut.gain, cut.place, range)) }
            }
            length = length * 2 / 3
        }
        cuts.sort { ($0.gain, $1.place) > ($1.gain, $0.place) }
        var chosen: [Int] = []
        for cut in cuts where chosen.count < mostCandidates {
            // A part that holds a change which was already chosen tells of that.
            if chosen.contains(where: { cut.range.lowerBound < $0 && $0 < cut.range.upperBound }) { continue }
            chosen.append(cut.place)
        }
        return chosen.sorted()
    }
}
