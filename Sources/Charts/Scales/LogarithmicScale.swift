#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// Equal steps for equal ratios; for values above zero only.
struct LogarithmicScale: ValueScale, Hashable {
    let lower: Double
    let upper: Double
    let ticks: Ticks
    var isLogarithmic: Bool { true }

    /// A scale over the positive values, with 4 % of the length free at both ends. `nil` without a positive value.
    init?(covering values: [Double]) {
        let positive = values.filter { $0.isFinite && $0 > 0 }
        guard let lowest = positive.min(), let highest = positive.max() else { return nil }
        let margin = max(pow(highest / lowest, 0.05), 1.1)
        lower = lowest / margin
        upper = highest * margin
        let round = Ticks(logarithmicFrom: lower, to: upper)
        // Over less than an octave or two, 1, 2 and 5 are too few; equal steps serve there.
        ticks = round.values.count < 3 ? Ticks(within: lower, upper) : round
    }

    func fraction(of value: Double) -> Double {
        guard value > 0 else { return 0 }
        return log(value / lower) / log(upper / lower)
    }
}
