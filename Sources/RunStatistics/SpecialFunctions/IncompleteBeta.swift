import Platform

/// The regularised incomplete beta function.
enum IncompleteBeta {
    /// Iₓ(a, b), to 1e-12 of its value for parameters up to 1e5, in the far tails too.
    ///
    /// - Parameters:
    ///   - x: from 0 to 1.
    ///   - y: 1 − x, given apart because near 1 the difference would have lost its digits.
    static func regularized(_ x: Double, complement y: Double, _ a: Double, _ b: Double) -> Double {
        guard x > 0 else { return 0 }
        guard y > 0 else { return 1 }
        if isWithinBody(x, a, b) { return powers(x, complement: y, a, b) / a * series(x, a, b) }
        if isWithinBody(y, b, a) { return 1 - powers(x, complement: y, a, b) / b * series(y, b, a) }
        return a > b
            ? powers(x, complement: y, a, b) / a * continuedFraction(x, a, b)
            : 1 - powers(x, complement: y, a, b) / b * continuedFraction(y, b, a)
    }

    /// Whether x is the one of x and 1 − x that is usually the smaller, and is not in its upper tail: there the series is quick, and its
    /// complement keeps all but three digits.
    private static func isWithinBody(_ x: Double, _ a: Double, _ b: Double) -> Bool {
        guard a <= b else { return false }
        let mean = a / (a + b)
        return x <= min(0.9, mean + 3 * (mean * (b / (a + b)) / (a + b + 1)).squareRoot())
    }

    /// The sum of DLMF 8.17.8, whose terms are all positive.
    private static func series(_ x: Double, _ a: Double, _ b: Double) -> Double {
        var term = 1.0
        var sum = 0.0
        var n = 0.0
        while sum + term != sum {
            sum += term
            term *= (a + b + n) / (a + 1 + n) * x
            n += 1
        }
        return sum
    }

    /// xᵃ yᵇ ⁄ B(a, b), without the cancellation of large logarithms.
    ///
    /// With Γ(z) = √(2π ⁄ z) (z ⁄ e)ᶻ e^δ(z) the large parts meet in two logarithms that are near 0 where x is near a ⁄ (a + b).
    /// Source: the idea is Loader's, "Fast and Accurate Computation of Binomial Probabilities" (2000).
    static func powers(_ x: Double, complement y: Double, _ a: Double, _ b: Double) -> Double {
        let excess = x * b - y * a
        let exponent =
            a * logarithm(ofQuotient: x * (a + b) / a, lessOne: excess / a)
            + b * logarithm(ofQuotient: y * (a + b) / b, lessOne: -excess / b)
            + stirlingCorrection(a + b) - stirlingCorrection(a) - stirlingCorrection(b)
        return (a / (a + b) * b / (2 * Double.pi)).squareRoot() * exp(exponent)
    }

    private static func logarithm(ofQuotient quotient: Double, lessOne excess: Double) -> Double {
        abs(excess) < 0.5 ? log1p(excess) : log(quotient)
    }

    /// The coefficients of the series in 1 ⁄ z that `stirlingCorrection` sums, from the eighth down.
    private static let stirlingCoefficients: [Double] = [
        -3617 / 122_400, 1 / 156, -691 / 360_360, 1 / 1188, -1 / 1680, 1 / 1260, -1 / 360, 1 / 12,
    ]

    /// ln Γ(z) − (z − ½) ln z + z − ½ ln 2π, for z > 0.
    ///
    /// Below 10 the value comes from a larger z by δ(z) = δ(z + 1) + (z + ½) ln(1 + 1 ⁄ z) − 1. Source: DLMF 5.11.1.
    static func stirlingCorrection(_ z: Double) -> Double {
        var z = z
        var correction = 0.0
        while z < 10 {
            correction += (z + 0.5) * log1p(1 / z) - 1
            z += 1
        }
        let inverse = 1 / z
        let square = inverse * inverse
        var series = 0.0
        for coefficient in stirlingCoefficients {
            series = series * square + coefficient
        }
        return correction + series * inverse
    }

    /// The continued fraction of DLMF 8.17.22 by the modified method of Lentz, which goes outwards until a step changes nothing.
    private static func continuedFraction(_ x: Double, _ a: Double, _ b: Double) -> Double {
        let least = 1e-300
        func kept(_ value: Double) -> Double { abs(value) < least ? least : value }
        var c = 1.0
        var d = 1 / kept(1 - (a + b) * x / (a + 1))
        var fraction = d
        for m in 1...100_000 {
            let m = Double(m)
            let even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m))
            d = 1 / kept(1 + even * d)
            c = kept(1 + even / c)
            fraction *= d * c
            let odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1))
            d = 1 / kept(1 + odd * d)
            c = kept(1 + odd / c)
            fraction *= d * c
            if abs(d * c - 1) < 2e-16 { break }
        }
        return fraction
    }
}
