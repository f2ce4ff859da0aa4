extension Double {
    /// The value rounded half away from zero to a number of decimal places.
    func rounded(to decimals: Int) -> Double {
        let scale = Double.powerOfTen(decimals)
        return (self * scale).rounded(.toNearestOrAwayFromZero) / scale
    }

    /// 10 to a whole power, exact for the powers that display needs, and the same on every platform.
    static func powerOfTen(_ exponent: Int) -> Double {
        var power = 1.0
        for _ in 0..<abs(exponent) { power *= 10 }
        return exponent < 0 ? 1 / power : power
    }
}

extension Sequence<Double> {
    /// The middle value, or the mean of the two middle ones; values that are not finite do not count. `nil` without any.
    var median: Double? {
        let sorted = filter(\.isFinite).sorted()
        guard !sorted.isEmpty else { return nil }
        let middle = sorted.count / 2
        return sorted.count.isMultiple(of: 2) ? (sorted[middle - 1] + sorted[middle]) / 2 : sorted[middle]
    }
}
