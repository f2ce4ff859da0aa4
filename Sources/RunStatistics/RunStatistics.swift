/// Statistics of measurements, as pure functions on numbers of one unit.
public enum RunStatistics {
    /// The arithmetic mean of at least one value.
    ///
    /// Values are summed with a running compensation, so that the sum of many values around a large offset does not drift.
    /// Source: Neumaier, "Rundungsfehleranalyse einiger Verfahren zur Summation endlicher Summen" (1974).
    public static func mean(_ values: [Double]) -> Double {
        sum(values) / Double(values.count)
    }

    /// The sample standard deviation, over n − 1; `nil` with fewer than two values.
    public static func sampleDeviation(_ values: [Double]) -> Double? {
        values.count > 1 ? Moments(values).variance.squareRoot() : nil
    }

    /// The sample standard deviation over the mean; `nil` with fewer than two values or a mean of 0, negative where the mean is.
    public static func coefficientOfVariation(_ values: [Double]) -> Double? {
        guard let deviation = sampleDeviation(values) else { return nil }
        let mean = mean(values)
        return mean == 0 ? nil : deviation / mean
    }

    /// The median of at least one value: the mean of the two middle ones where their number is even.
    public static func median(_ values: [Double]) -> Double {
        quantile(0.5, ofSorted: values.sorted())
    }

    /// The median distance of at least one value from their median, in the values' unit and not scaled to a normal deviation.
    public static func medianAbsoluteDeviation(_ values: [Double]) -> Double {
        let centre = median(values)
        return median(values.map { abs($0 - centre) })
    }

    /// A quantile by linear interpolation between order statistics.
    ///
    /// - Parameters:
    ///   - probability: from 0 to 1.
    ///   - sorted: at least one value, in ascending order.
    /// - Source: Hyndman & Fan, "Sample Quantiles in Statistical Packages" (1996), type 7.
    public static func quantile(_ probability: Double, ofSorted sorted: [Double]) -> Double {
        let position = min(max(probability, 0), 1) * Double(sorted.count - 1)
        let below = Int(position)
        guard below + 1 < sorted.count else { return sorted[below] }
        let fraction = position - Double(below)
        return sorted[below] + (sorted[below + 1] - sorted[below]) * fraction
    }

    static func sum(_ values: [Double]) -> Double {
        var total = 0.0
        var lost = 0.0
        for value in values {
            let next = total + value
            lost += abs(total) >= abs(value) ? (total - next) + value : (value - next) + total
            total = next
        }
        return total + lost
    }
}
