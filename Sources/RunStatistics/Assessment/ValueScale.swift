import Platform

/// What a series is measured on: logarithms where its values are above 0, else multiples of their usual size.
///
/// Places are taken from one of the values, so that those which lie close together far from 0 keep the digits in which they differ.
struct ValueScale: Sendable, Hashable {
    let isLogarithmic: Bool
    private let origin: Double
    private let size: Double

    /// - Parameter values: finite, at least one. Where most are above 0 and none below, the scale is logarithmic, and zeros have no place.
    init(of values: [Double]) {
        let positive = values.filter { $0 > 0 }
        isLogarithmic = positive.count * 2 > values.count && values.allSatisfy { $0 >= 0 }
        origin = (isLogarithmic ? positive.first : values.first) ?? 0
        guard !isLogarithmic else {
            size = 1
            return
        }
        let distances = values.map(abs)
        let usual = RunStatistics.median(distances)
        size = usual > 0 ? usual : max(RunStatistics.mean(distances), .leastNormalMagnitude)
    }

    /// - Returns: `nil` for 0 on logarithms.
    func place(_ value: Double) -> Double? {
        guard isLogarithmic else { return (value - origin) / size }
        guard value > 0 else { return nil }
        let excess = (value - origin) / origin
        return abs(excess) < 0.5 ? log1p(excess) : log(value) - log(origin)
    }

    func value(_ place: Double) -> Double {
        isLogarithmic ? origin * exp(place) : origin + place * size
    }

    /// What a change from a place is as people read it: a ratio on logarithms, else a difference of values.
    func change(of distance: Double, from place: Double) -> Double {
        isLogarithmic ? exp(distance) : value(place + distance) - value(place)
    }

    /// By what share of the first place's value the second's differs; infinite from a value of 0.
    func share(from a: Double, to b: Double) -> Double {
        guard !isLogarithmic else { return exp(b - a) - 1 }
        let before = abs(value(a))
        return b == a ? 0 : before > 0 ? (b - a) * size / before : (b - a) * .infinity
    }
}
