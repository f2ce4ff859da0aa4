import Platform

/// Student's t distribution with any positive number of degrees of freedom.
struct StudentT {
    let degreesOfFreedom: Double

    /// The probability of a value farther from 0 than t, to 1e-12 of its value down to 1e-300.
    func twoSided(_ t: Double) -> Double {
        let ratio = abs(t) / degreesOfFreedom.squareRoot()
        guard ratio <= 1e100 else { return leadingTerm(ratio) }
        let square = ratio * ratio
        return IncompleteBeta.regularized(1 / (1 + square), complement: square / (1 + square), degreesOfFreedom / 2, 0.5)
    }

    /// The t with the given probability above it, for 0 < p < 1.
    func upperQuantile(_ p: Double) -> Double {
        guard p <= 0.5 else { return p < 1 ? -upperQuantile(1 - p) : -.infinity }
        guard p > 0 else { return .infinity }
        return p < 0.5 ? solve(outside: 2 * p, inside: 1 - 2 * p) : 0
    }

    /// So far out that the square would overflow, the first term of the series is the whole: (ratio²)^(−ν⁄2) ⁄ (ν⁄2 · B(ν⁄2, ½)).
    private func leadingTerm(_ ratio: Double) -> Double {
        let a = degreesOfFreedom / 2
        let atHalf = IncompleteBeta.powers(0.5, complement: 0.5, a, 0.5)
        return exp((a + 0.5) * log(2.0) - degreesOfFreedom * log(ratio)) * atHalf / a
    }

    /// The t > 0 with the given probabilities outside and inside ±t.
    ///
    /// Newton's method on the logarithms of t and of the smaller probability, between which the relation is nearly straight;
    /// a step that leaves the bracket is replaced by its middle. A step doubles the number of right digits, so that the one after 1e-9
    /// would be lost in rounding.
    private func solve(outside: Double, inside: Double) -> Double {
        var (low, high) = (-750.0, 750.0)
        var position = 0.0
        for _ in 0..<200 {
            let ratio = exp(position) / degreesOfFreedom.squareRoot()
            let (x, y) = (1 / (1 + ratio * ratio), 1 / (1 + 1 / (ratio * ratio)))
            let slope = 2 * IncompleteBeta.powers(x, complement: y, degreesOfFreedom / 2, 0.5)
            let isTail = outside < inside
            let probability =
                isTail
                ? twoSided(exp(position))
                : IncompleteBeta.regularized(y, complement: x, 0.5, degreesOfFreedom / 2)
            let excess = isTail ? log(outside / probability) : log(probability / inside)
            if excess < 0 { low = position } else { high = position }
            var next = position - excess * probability / slope
            if !(next >= low && next <= high) { next = (low + high) / 2 }
            if abs(next - position) < 1e-9 { return exp(next) }
            position = next
        }
        return exp(position)
    }
}
