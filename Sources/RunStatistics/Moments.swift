/// Mean and variance of at least one value, kept so that a large common offset costs no digits.
struct Moments: Sendable, Hashable {
    let n: Int
    /// A value near the mean: the mean after rounding. The distances from it are exact where the values lie close together.
    let origin: Double
    /// How far the mean lies from `origin`: below the last digit of `origin`, but not below those of a small deviation.
    let offset: Double
    /// The sample variance, over n − 1; 0 for one value.
    let variance: Double

    init(_ values: [Double]) {
        n = values.count
        let origin = RunStatistics.mean(values)
        let distances = values.map { $0 - origin }
        let offset = RunStatistics.mean(distances)
        let squares = RunStatistics.sum(distances.map { ($0 - offset) * ($0 - offset) })
        self.origin = origin
        self.offset = offset
        variance = n > 1 ? squares / Double(n - 1) : 0
    }

    /// The mean of these values less the mean of others.
    static func - (left: Moments, right: Moments) -> Double {
        (left.origin - right.origin) + (left.offset - right.offset)
    }
}
