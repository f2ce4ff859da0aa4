import Platform

/// The first and second derivative of ln Γ, for positive arguments.
enum Polygamma {
    /// ψ(x), to 1e-12 of its value away from its root near 1.46.
    ///
    /// Below 10 the value comes from a larger x by ψ(x) = ψ(x + 1) − 1 ⁄ x. Source: DLMF 5.11.2.
    static func digamma(_ x: Double) -> Double {
        var x = x
        var shift = 0.0
        while x < 10 {
            shift -= 1 / x
            x += 1
        }
        let square = 1 / (x * x)
        var series = 0.0
        for coefficient in digammaCoefficients { series = series * square + coefficient }
        return shift + log(x) - 1 / (2 * x) - series * square
    }

    /// ψ′(x), to 1e-12 of its value.
    ///
    /// Below 10 the value comes from a larger x by ψ′(x) = ψ′(x + 1) + 1 ⁄ x². Source: DLMF 5.15.8.
    static func trigamma(_ x: Double) -> Double {
        var x = x
        var shift = 0.0
        while x < 10 {
            shift += 1 / (x * x)
            x += 1
        }
        let square = 1 / (x * x)
        var series = 0.0
        for coefficient in bernoulliNumbers { series = series * square + coefficient }
        return shift + 1 / x + square / 2 + series * square / x
    }

    /// The x with ψ′(x) = y, for y > 0.
    ///
    /// Newton's method on 1 ⁄ ψ′, which is nearly straight and bends so that every step from below stays below.
    /// Source: Smyth, "Linear models and empirical Bayes methods for assessing differential expression" (2004), appendix.
    static func inverseTrigamma(_ y: Double) -> Double {
        if y > 1e7 { return 1 / y.squareRoot() }
        if y < 1e-6 { return 1 / y }
        var x = 0.5 + 1 / y
        for _ in 0..<50 {
            let value = trigamma(x)
            let step = value * (1 - value / y) / tetragamma(x)
            x += step
            if -step / x < 1e-12 { break }
        }
        return x
    }

    /// ψ″(x), to 1e-9 of its value: what Newton's method needs.
    private static func tetragamma(_ x: Double) -> Double {
        var x = x
        var shift = 0.0
        while x < 10 {
            shift -= 2 / (x * x * x)
            x += 1
        }
        let square = 1 / (x * x)
        return shift - square * (1 + 1 / x + square * (0.5 - square * (1.0 / 6 - square * (1.0 / 6 - square * 0.3))))
    }

    /// The Bernoulli numbers B₁₄, B₁₂, … B₂.
    private static let bernoulliNumbers: [Double] = [7.0 / 6, -691.0 / 2730, 5.0 / 66, -1.0 / 30, 1.0 / 42, -1.0 / 30, 1.0 / 6]

    /// B₂ₖ ⁄ 2k from k = 7 down.
    private static let digammaCoefficients: [Double] = [1.0 / 12, -691.0 / 32_760, 1.0 / 132, -1.0 / 240, 1.0 / 252, -1.0 / 120, 1.0 / 12]
}
