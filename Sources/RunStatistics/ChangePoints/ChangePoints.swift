import Platform

/// Where the level of a series changed.
public enum ChangePoints {
    /// The fewest values between two changes.
    public static let leastSegment = 3

    /// Finds the changes in the level of a series, on logarithms where every value is above 0.
    ///
    /// The level is taken as constant between changes and the noise as normal around it, of one width that the differences between
    /// neighbours tell. A lone outlier is no change. Time is quadratic where nothing changes: below half a millisecond for 400 values.
    /// Source: Killick, Fearnhead & Eckley, "Optimal detection of changepoints with a linear computational cost" (2012).
    /// - Parameters:
    ///   - values: finite values of one unit in the order of time.
    ///   - leastChange: by what share neighbouring medians must differ for a change between them to count.
    /// - Returns: the indices of the first value after each change, ascending.
    public static func detect(in values: [Double], leastChange: Double = VerdictRules.standard.leastChange) -> [Int] {
        guard values.count >= 2 * leastSegment, let least = values.min() else { return [] }
        let series = least > 0 ? values.map { log($0) } : values
        // Noise far below the least change makes no change count, and near 0 it would make rounding look like one.
        let size = least > 0 ? 1 : RunStatistics.mean(values.map(abs))
        let noise = max(deviation(ofNoiseIn: series), leastChange / 10 * size)
        guard noise > 0 else { return [] }
        let middle = RunStatistics.median(series)
        let standard = withoutOutliers(series.map { ($0 - middle) / noise })
        let changes = PrunedSearch(standard, leastSegment: leastSegment, penalty: penalty).changes
        return merged(changes, in: values, leastChange: leastChange)
    }

    /// By how much a change must lower the sum of squared standard deviations.
    ///
    /// Chosen by simulation (`make simulate`): at 20 fewer than one unchanged series in a hundred has a change, from 12 to 400 runs,
    /// although the noise of a short series is often taken as less than it is; a step by half is still found four runs after it.
    private static let penalty = 20.0

    /// The deviation of the noise, from the upper quartile of the steps between neighbours.
    ///
    /// A change of level touches one step and an outlier two, so that the quartile holds until a quarter of the steps are touched;
    /// it wavers less than the median, which matters in short series. Of normal noise a step's quartile is 1.15 √2 deviations.
    private static func deviation(ofNoiseIn series: [Double]) -> Double {
        let steps = zip(series.dropFirst(), series).map { abs($0 - $1) }.sorted()
        return RunStatistics.quantile(0.75, ofSorted: steps) / (1.1503493803760079 * 2.0.squareRoot())
    }

    /// The series with every value brought to within three deviations of the median of the five around it.
    private static func withoutOutliers(_ series: [Double]) -> [Double] {
        series.indices.map { i in
            let middle = RunStatistics.median(Array(series[max(0, i - 2)...min(series.count - 1, i + 2)]))
            return min(max(series[i], middle - 3), middle + 3)
        }
    }

    /// The changes that remain when neighbouring segments are joined, the nearest first, until all medians differ by the least change.
    private static func merged(_ changes: [Int], in values: [Double], leastChange: Double) -> [Int] {
        var changes = changes
        while true {
            let bounds = [0] + changes + [values.count]
            let medians = zip(bounds, bounds.dropFirst()).map { RunStatistics.median(Array(values[$0..<$1])) }
            let steps = zip(medians, medians.dropFirst()).map { before, after in
                before == after ? 0 : abs(after - before) / abs(before)
            }
            guard let smallest = steps.indices.min(by: { steps[$0] < steps[$1] }), steps[smallest] < leastChange else { return changes }
            changes.remove(at: smallest)
        }
    }
}
