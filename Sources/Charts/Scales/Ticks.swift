/// Round values on an axis: 1, 2, 2.5 or 5 times a power of ten apart.
struct Ticks: Sendable, Hashable {
    let values: [Double]
    /// How many decimals their labels need so that no two differ from their values.
    let decimals: Int

    private static let multiples: [Double] = [1, 2, 2.5, 5]

    /// The most ticks, up to six, between two values, of which `lower` is moved down to a round one.
    ///
    /// - Parameters:
    ///   - lower: the lowest value that the axis must show.
    ///   - upper: the highest; must be above `lower`.
    init(from lower: Double, to upper: Double, atMost limit: Int = 6) {
        let span = upper - lower
        var exponent = Int((span / Double(limit)).exponentOfTen) - 1
        while true {
            for multiple in Self.multiples {
                let start = (lower / (multiple * .powerOfTen(exponent)) + 1e-9).rounded(.down)
                let end = (upper / (multiple * .powerOfTen(exponent)) + 1e-9).rounded(.down)
                guard Int(end - start) < limit else { continue }
                values = (Int(start)...Int(max(start, end))).map { Self.value(Double($0) * multiple, exponent) }
                decimals = max(0, -exponent + (multiple == 2.5 ? 1 : 0))
                return
            }
            exponent += 1
        }
    }

    /// Ticks that are round by other rules than those of numbers.
    init(at values: [Double]) {
        self.values = values
        decimals = 0
    }

    /// The ticks at equal steps that lie between two values, none outside.
    init(within lower: Double, _ upper: Double) {
        let all = Ticks(from: lower, to: upper)
        values = all.values.filter { $0 >= lower }
        decimals = all.decimals
    }

    /// 1, 2 and 5 times the powers of ten that lie between two positive values, or only the powers themselves if those are many.
    init(logarithmicFrom lower: Double, to upper: Double, atMost limit: Int = 6) {
        let exponents = Int(lower.exponentOfTen)...Int(upper.exponentOfTen)
        let all = exponents.flatMap { exponent in [1, 2, 5].map { ($0, exponent) } }
            .filter { (lower...upper).contains(Self.value($0.0, $0.1)) }
        let powers = all.filter { $0.0 == 1 }
        let stride = max(1, (powers.count + limit - 1) / limit)
        let chosen = all.count <= limit ? all : powers.enumerated().filter { $0.offset.isMultiple(of: stride) }.map(\.element)
        values = chosen.map { Self.value($0.0, $0.1) }
        decimals = 0
    }

    /// Divides by a positive power instead of multiplying by a negative one, so that 3 × 10⁻¹ is 0.3 and not 0.30000000000000004.
    private static func value(_ multiple: Double, _ exponent: Int) -> Double {
        exponent < 0 ? multiple / .powerOfTen(-exponent) : multiple * .powerOfTen(exponent)
    }
}

extension Double {
    /// The power of ten at or under a positive value: 2 for 526, −1 for 0.5.
    var exponentOfTen: Double {
        var exponent = 0.0
        var rest = self
        guard rest > 0, rest.isFinite else { return 0 }
        while rest >= 10 {
            rest /= 10
            exponent += 1
        }
        while rest < 1 {
            rest *= 10
            exponent -= 1
        }
        return exponent
    }
}
