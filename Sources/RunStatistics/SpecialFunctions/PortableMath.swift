/// Functions made of + − × ÷, comparisons and rounding down only, so that they give the same bits wherever IEEE 754 holds.
///
/// The mathematical functions of a platform's library differ in their last bits between platforms and from a browser's.
/// What `statistics.js` and `paired-statistics.js` compute once more in a browser must use these; the scripts have the same operations in the same order.
enum PortableMath {
    static let pi = 3.141592653589793
    static let squareRootOfTwo = 1.4142135623730951
    static let squareRootOfPi = 1.772453850905516
    static let squareRootOfTwoPi = 2.5066282746310007

    /// eˣ, to two units in the last place.
    ///
    /// x is split into k · ln 2 + r with |r| ≤ ln 2 ⁄ 2, and the series of eʳ is summed from its far end.
    static func exp(_ x: Double) -> Double {
        guard x > -746 else { return x.isNaN ? x : 0 }
        guard x < 710 else { return .infinity }
        var k = (x * 1.4426950408889634 + 0.5).rounded(.down)
        let r = (x - k * upperPartOfLogarithmOfTwo) - k * lowerPartOfLogarithmOfTwo
        var power = 1.0
        var n = 14.0
        while n >= 1 {
            power = 1 + r * power / n
            n -= 1
        }
        if k > 0 {
            power *= 2
            k -= 1
        }
        return power * powerOfTwo(k)
    }

    /// ln x, to two units in the last place.
    ///
    /// x is split into 2ᵏ · m with m between √½ and √2, and the series of 2 artanh((m − 1) ⁄ (m + 1)) is summed from its far end. Near 1, where
    /// k is 0, no digit is lost.
    static func log(_ x: Double) -> Double {
        guard x > 0 else { return x == 0 ? -.infinity : .nan }
        guard x < .infinity else { return x }
        var m = x
        var k = 0.0
        while m > squareRootOfTwo {
            m /= 2
            k += 1
        }
        while m < squareRootOfTwo / 2 {
            m *= 2
            k -= 1
        }
        let s = (m - 1) / (m + 1)
        var series = 0.0
        var n = 23.0
        while n >= 1 {
            series = series * (s * s) + 1 / n
            n -= 2
        }
        return k * upperPartOfLogarithmOfTwo + (k * lowerPartOfLogarithmOfTwo + 2 * s * series)
    }

    /// The upper part of ln 2 has 36 bits, so that its product with a whole number is exact.
    private static let upperPartOfLogarithmOfTwo = 0.6931471805582987
    private static let lowerPartOfLogarithmOfTwo = 1.6465949582897082e-12

    /// 2ᵏ for a whole number k from −1076 to 1023; below the least number it is rounded, as the product would be.
    private static func powerOfTwo(_ k: Double) -> Double {
        var factor = k < 0 ? 0.5 : 2
        var left = k < 0 ? -k : k
        var power = 1.0
        while left > 0 {
            let half = (left / 2).rounded(.down)
            if half * 2 < left { power *= factor }
            factor *= factor
            left = half
        }
        return power
    }

    /// The error function for 0 ≤ x < 2, by its series of positive terms (DLMF 7.6.2).
    static func erf(_ x: Double) -> Double {
        var term = x
        var sum = 0.0
        var n = 1.0
        while sum + term != sum {
            sum += term
            term = term * (2 * x * x) / (2 * n + 1)
            n += 1
        }
        return 2 * exp(-(x * x)) * sum / squareRootOfPi
    }

    /// The complementary error function, 1 − erf x, to 1e-13 of its value wherever that is a normal number.
    ///
    /// From 2 on it is the continued fraction of DLMF 7.9.1, evaluated from its eightieth level inwards.
    static func erfc(_ x: Double) -> Double {
        guard x >= 0 else { return x.isNaN ? x : 2 - erfc(-x) }
        guard x >= 2 else { return 1 - erf(x) }
        guard x < 28 else { return 0 }
        var fraction = x
        var level = 80.0
        while level >= 1 {
            fraction = x + level / 2 / fraction
            level -= 1
        }
        // x² does not fit a Double, and its rounding would show in e^(−x²): the square of the upper half of x's bits is exact.
        let scaled = x * 134_217_729
        let upper = scaled - (scaled - x)
        return exp(-(upper * upper)) * exp(-((x - upper) * (x + upper))) / (squareRootOfPi * fraction)
    }
}
