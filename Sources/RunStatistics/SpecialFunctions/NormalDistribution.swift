/// The standard normal distribution, with the same bits on every platform.
enum NormalDistribution {
    /// The probability of a value above z.
    static func upperTail(_ z: Double) -> Double {
        0.5 * PortableMath.erfc(z / PortableMath.squareRootOfTwo)
    }

    /// The z with the given probability above it, for 0 < p < 1.
    ///
    /// Newton's method from 0: on this side both forms of the equation bend so that no step goes too far, and the first step that gains
    /// nothing ends it. Near the middle the distance of p from ½ is what has to be met, since p itself would hide it.
    static func upperQuantile(_ p: Double) -> Double {
        guard p <= 0.5 else { return p < 1 ? -upperQuantile(1 - p) : -.infinity }
        guard p > 0 else { return .infinity }
        var z = 0.0
        while true {
            let root = z / PortableMath.squareRootOfTwo
            let excess = p > 0.2 ? (0.5 - p) - 0.5 * PortableMath.erf(root) : 0.5 * PortableMath.erfc(root) - p
            let next = z + excess * PortableMath.squareRootOfTwoPi / PortableMath.exp(-(z * z) / 2)
            if next <= z { return z }
            z = next
        }
    }

    /// The z with the given probability below it, for 0 < p < 1.
    static func quantile(_ p: Double) -> Double {
        0 - upperQuantile(p)
    }
}
