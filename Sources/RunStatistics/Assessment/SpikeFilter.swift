/// Which values of a series stand alone, far from both neighbours and on the same side of both.
enum SpikeFilter {
    /// How many deviations a spike lies from the median of the five around it, in a long series.
    private static let reach = 4.0

    /// What share of a series may be spikes; where there are more, they are not spikes but how the series is.
    private static let mostShare = 0.15

    /// The spikes of a series, ascending; the newest value is never one, since nothing lies after it.
    ///
    /// - Parameter deviation: of the noise.
    static func spikes(in places: [Double], deviation: Double) -> [Int] {
        guard places.count > 3 else { return [] }
        // In a short series the deviation may be far too low by chance.
        let limit = reach * (1 + 6 / Double(places.count)) * deviation
        let spikes = places.indices.dropLast().filter { isSpike($0, in: places, limit) }
        let most = max(places.count < 8 ? 1 : 2, Int(mostShare * Double(places.count)))
        return spikes.count > most ? [] : spikes
    }

    private static func isSpike(_ i: Int, in places: [Double], _ limit: Double) -> Bool {
        let after = places[i] - places[i + 1]
        guard abs(after) > limit else { return false }
        if i > 0 {
            let before = places[i] - places[i - 1]
            guard abs(before) > limit, (before > 0) == (after > 0) else { return false }
        }
        let around = places[max(0, i - 2)...min(places.count - 1, i + 2)]
        return abs(places[i] - RunStatistics.median(Array(around))) > limit
    }
}
