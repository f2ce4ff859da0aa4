import Platform

/// A run that lies alone, far from both neighbours: what it measured was gone with the next one.
public struct Spike: Sendable, Hashable {
    public var observation: Int
    /// The level around it, and its own value, in the series' unit.
    public var level: Double
    public var value: Double
    /// From the one to the other; `nil` where values are not all above 0.
    public var ratio: Double?
    /// Two-sided, and paid for having looked at every run.
    public var p: Double
}

extension Spike {
    /// The spikes of a series, each held against the level that it interrupts.
    static func all(of series: CleanSeries, levels: [Range<Int>], noise: SeriesNoise) -> [Spike] {
        series.spikes.map { spike in
            let next = series.indices.firstIndex { $0 > spike.observation } ?? series.count - 1
            let range = levels.last { $0.lowerBound <= next } ?? 0..<series.count
            let level = series.mean(range)
            let error = (noise.variance * (1 + noise.varianceOfMean(range, series))).squareRoot()
            let p = StudentT(degreesOfFreedom: noise.freedom).twoSided((spike.place - level) / error)
            return Spike(
                observation: spike.observation, level: series.scale.value(level), value: series.scale.value(spike.place),
                ratio: series.scale.isLogarithmic ? exp(spike.place - level) : nil, p: min(1, p * Double(series.count)))
        }
    }
}
