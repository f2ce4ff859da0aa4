/// The values of a series that say something of its level, in the order of time, ready for sums over any part of it.
struct CleanSeries: Sendable {
    let scale: ValueScale
    /// Where on the scale each value lies.
    let places: [Double]
    /// What each value weighs: the inverse of its variance factor.
    let weights: [Double]
    /// Which observation each value is of.
    let indices: [Int]
    /// The observations that lie alone, far from both neighbours, and where: they are in no level and no spread.
    let spikes: [(observation: Int, place: Double)]
    /// Which cluster of runs each value belongs to; `nil` where times are not known or every run stands alone.
    let clusters: [Int]?
    /// Whether most runs are made in clusters, rather than one by one.
    let areClustered: Bool

    /// The deviation of the noise as the steps between neighbours tell it: lower than it is where they are correlated.
    let deviation: Double

    private let weightSums: [Double]
    private let sums: [Double]

    var count: Int { places.count }

    /// - Returns: `nil` where no observation is usable.
    init?(_ observations: [SeriesObservation], rules: VerdictRules) {
        let usable = observations.indices.filter { observations[$0].isUsable && observations[$0].value.isFinite }
        guard !usable.isEmpty else { return nil }
        let scale = ValueScale(of: usable.map { observations[$0].value })
        var (kept, places): ([Int], [Double]) = ([], [])
        for index in usable {
            guard let place = scale.place(observations[index].value) else { continue }
            kept.append(index)
            places.append(place)
        }
        deviation = NeighbourSteps(places).deviation(least: rules.leastChange / 10)
        let spikes = SpikeFilter.spikes(in: places, deviation: deviation)
        if !spikes.isEmpty {
            let flagged = Set(spikes)
            self.spikes = spikes.map { (kept[$0], places[$0]) }
            let clean = places.indices.filter { !flagged.contains($0) }
            (kept, places) = (clean.map { kept[$0] }, clean.map { places[$0] })
        } else {
            self.spikes = []
        }
        self.scale = scale
        self.places = places
        indices = kept
        weights = kept.map { 1 / max(observations[$0].varianceFactor, 1e-3) }
        clusters = RunClusters.clusters(of: kept.map { observations[$0].hours })
        areClustered = clusters.map { RunClusters.concentration($0, 0..<$0.count) * Double($0.count) >= RunClusters.leastSize } ?? false
        (weightSums, sums) = Self.cumulated(places, weights)
    }

    private static func cumulated(_ places: [Double], _ weights: [Double]) -> ([Double], [Double]) {
        var (weightSums, sums) = ([0.0], [0.0])
        weightSums.reserveCapacity(places.count + 1)
        sums.reserveCapacity(places.count + 1)
        for (place, weight) in zip(places, weights) {
            weightSums.append(weightSums[weightSums.count - 1] + weight)
            sums.append(sums[sums.count - 1] + weight * place)
        }
        return (weightSums, sums)
    }

    func weight(_ range: Range<Int>) -> Double { weightSums[range.upperBound] - weightSums[range.lowerBound] }

    func mean(_ range: Range<Int>) -> Double { (sums[range.upperBound] - sums[range.lowerBound]) / weight(range) }

    /// The weighted mean over several parts.
    func mean(_ ranges: [Range<Int>]) -> Double {
        ranges.reduce(0) { $0 + weight($1) * mean($1) } / ranges.reduce(0) { $0 + weight($1) }
    }

    /// By what the sum of squares around the level falls where a part is cut in two.
    func gain(_ lower: Int, _ middle: Int, _ upper: Int) -> Double {
        let (whole, first) = (weightSums[upper] - weightSums[lower], weightSums[middle] - weightSums[lower])
        let excess = (sums[middle] - sums[lower]) - (sums[upper] - sums[lower]) / whole * first
        return excess * excess * whole / (first * (whole - first))
    }

    /// The cut of a part that lowers the sum of squares by most.
    ///
    /// One value alone makes a level only where it is the newest: it may be the first of many.
    func bestCut(_ range: Range<Int>) -> (place: Int, gain: Double)? {
        let (lower, upper) = (range.lowerBound, range.upperBound)
        let last = upper == count ? upper - 1 : upper - 2
        let (sum, weight) = (sums[lower], weightSums[lower])
        let whole = weightSums[upper] - weight
        let mean = (sums[upper] - sum) / whole
        var best = (place: -1, gain: -1.0)
        for place in stride(from: lower + 2, through: last, by: 1) {
            let first = weightSums[place] - weight
            let excess = (sums[place] - sum) - mean * first
            let gain = excess * excess / (first * (whole - first))
            if gain > best.gain { best = (place, gain) }
        }
        return best.place < 0 ? nil : (best.place, best.gain * whole)
    }
}
