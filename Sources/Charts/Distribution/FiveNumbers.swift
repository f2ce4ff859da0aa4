/// A box and its whiskers: quartiles by linear interpolation (type 7), whiskers at the last values within 1.5 quartile distances of the box.
///
/// Source: Tukey, *Exploratory Data Analysis*; quantile types after Hyndman & Fan, 1996.
struct FiveNumbers: Sendable, Hashable {
    let lowWhisker: Double
    let lowQuartile: Double
    let median: Double
    let highQuartile: Double
    let highWhisker: Double

    /// - Parameter values: finite; returns `nil` without any.
    init?(_ values: [Double]) {
        let sorted = values.sorted()
        guard let first = sorted.first, let last = sorted.last else { return nil }
        func quantile(_ share: Double) -> Double {
            let place = share * Double(sorted.count - 1)
            let below = Int(place)
            let above = min(below + 1, sorted.count - 1)
            return sorted[below] + (place - Double(below)) * (sorted[above] - sorted[below])
        }
        let low = quantile(0.25)
        let high = quantile(0.75)
        let reach = 1.5 * (high - low)
        lowQuartile = low
        highQuartile = high
        median = quantile(0.5)
        lowWhisker = sorted.first { $0 >= low - reach } ?? first
        highWhisker = sorted.last { $0 <= high + reach } ?? last
    }
}
