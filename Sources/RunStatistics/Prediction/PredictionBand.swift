import Platform

/// Where the next observation is to be expected, given earlier ones, under a normal model of them or of their logarithms.
///
/// Source: Hahn & Meeker, *Statistical Intervals*, section 4.8.
public struct PredictionBand: Sendable, Hashable {
    /// How many observations the band rests on.
    public let n: Int
    /// Whether the model is of logarithms, which it is where every observation is above 0.
    public let isLogarithmic: Bool
    /// The mean of the observations: the geometric one where the band is logarithmic.
    public let center: Double
    /// The one-sided lower limit at the confidence, in the observations' unit.
    public let lower: Double
    /// The one-sided upper limit at the confidence, in the observations' unit.
    public let upper: Double

    private let scale: Scale
    private let moments: Moments
    private let deviation: Double

    /// - Parameters:
    ///   - observations: finite values of one unit, in any order.
    ///   - confidence: of each limit alone, such as 0.99.
    /// - Returns: `nil` with fewer than two observations.
    public init?(_ observations: [Double], confidence: Double) {
        guard observations.count > 1, let first = observations.first, let least = observations.min() else { return nil }
        n = observations.count
        isLogarithmic = least > 0
        scale = Scale(origin: first, isLogarithmic: isLogarithmic)
        moments = Moments(observations.map(scale.place))
        deviation = observations.allSatisfy { $0 == first } ? 0 : (moments.variance * (1 + 1 / Double(n))).squareRoot()
        guard deviation > 0 else {
            (center, lower, upper) = (first, first, first)
            return
        }
        let middle = moments.origin + moments.offset
        let reach = StudentT(degreesOfFreedom: Double(n - 1)).upperQuantile(1 - confidence) * deviation
        center = scale.value(middle)
        lower = scale.value(middle - reach)
        upper = scale.value(middle + reach)
    }

    /// The probability, two-sided, of an observation at least as far from the centre as this one, if nothing changed.
    ///
    /// Without any deviation it is 1 for the value that all observations have, and 0 for every other.
    public func pValue(of value: Double) -> Double {
        guard deviation > 0 else { return value == center ? 1 : 0 }
        // On logarithms 0 is infinitely far below, and so is whatever lies beneath it.
        guard value > 0 || !isLogarithmic else { return 0 }
        let distance = (scale.place(value) - moments.origin) - moments.offset
        return StudentT(degreesOfFreedom: Double(n - 1)).twoSided(distance / deviation)
    }

    /// Whether a value lies beyond one of the limits.
    public func isOutside(_ value: Double) -> Bool {
        value < lower || value > upper
    }

    /// What the model measures: differences from one observation, or logarithms of ratios to it, so that values which lie close together
    /// far from 0 keep the digits in which they differ.
    private struct Scale: Sendable, Hashable {
        let origin: Double
        let isLogarithmic: Bool

        func place(_ value: Double) -> Double {
            guard isLogarithmic else { return value - origin }
            let excess = (value - origin) / origin
            return abs(excess) < 0.5 ? log1p(excess) : log(value) - log(origin)
        }

        func value(_ place: Double) -> Double {
            isLogarithmic ? origin * exp(place) : origin + place
        }
    }
}
