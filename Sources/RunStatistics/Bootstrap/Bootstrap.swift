/// Intervals of any statistic, from samples drawn with replacement out of the one at hand.
public enum Bootstrap {
    /// The bias-corrected and accelerated interval of a statistic.
    ///
    /// Resamples are drawn by `SplitMix64`, value by value, so that the same seed gives the same interval everywhere.
    /// Source: Efron, "Better bootstrap confidence intervals" (1987).
    /// - Parameters:
    ///   - values: finite values of one unit, in an order that matters for what a seed gives.
    ///   - resamples: how many samples are drawn, such as 9999.
    ///   - statistic: of as many values as there are, or one fewer, in ascending order: a resample that has the same values must give the
    ///     same to the last bit, for whether it lies above or below the estimate counts.
    /// - Returns: `nil` with fewer than two values, or where all resamples fall on one side of the statistic, so that its bias is unknown.
    public static func interval(
        of values: [Double], confidence: Double, resamples: Int, seed: UInt64, statistic: ([Double]) -> Double
    ) -> Interval? {
        guard values.count > 1, resamples > 0 else { return nil }
        let estimate = statistic(values.sorted())
        let distribution = distribution(of: values, resamples: resamples, seed: seed, statistic: statistic)
        let below = distribution.count { $0 < estimate } + distribution.count { $0 <= estimate }
        guard below > 0, below < 2 * resamples else { return nil }

        let bias = NormalDistribution.quantile(Double(below) / Double(2 * resamples))
        let acceleration = acceleration(of: values, statistic: statistic)
        func end(_ z: Double) -> Double {
            let level = bias + (bias + z) / (1 - acceleration * (bias + z))
            return RunStatistics.quantile(NormalDistribution.upperTail(-level), ofSorted: distribution)
        }
        let z = NormalDistribution.upperQuantile((1 - confidence) / 2)
        return Interval(lower: end(-z), upper: end(z))
    }

    private static func distribution(
        of values: [Double], resamples: Int, seed: UInt64, statistic: ([Double]) -> Double
    ) -> [Double] {
        var generator = SplitMix64(seed: seed)
        var sample = values
        var distribution: [Double] = []
        distribution.reserveCapacity(resamples)
        for _ in 0..<resamples {
            for i in sample.indices { sample[i] = values[generator.index(below: values.count)] }
            distribution.append(statistic(sample.sorted()))
        }
        return distribution.sorted()
    }

    /// How fast the statistic's deviation changes with its value, from the samples that lack one value each; 0 where none matters.
    private static func acceleration(of values: [Double], statistic: ([Double]) -> Double) -> Double {
        let sorted = values.sorted()
        let estimates = sorted.indices.map { left in
            var others = sorted
            others.remove(at: left)
            return statistic(others)
        }
        let mean = RunStatistics.mean(estimates)
        let influences = estimates.map { mean - $0 }
        let squares = RunStatistics.sum(influences.map { $0 * $0 })
        let cubes = RunStatistics.sum(influences.map { $0 * $0 * $0 })
        return squares > 0 ? cubes / (6 * squares * squares.squareRoot()) : 0
    }
}
