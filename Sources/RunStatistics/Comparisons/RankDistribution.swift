/// The distribution of Mann and Whitney's U of two samples without ties, if both come from one population.
///
/// It is exact where the smaller sample has at most eight values, and else the normal approximation. Every step is one of those in
/// `PortableMath`, because `statistics.js` does them too.
struct RankDistribution {
    private let n1: Int
    private let n2: Int

    /// - Parameters: the sizes of the samples, at least 1 each.
    init(_ n1: Int, _ n2: Int) {
        (self.n1, self.n2) = (n1, n2)
    }

    var isExact: Bool { min(n1, n2) <= 8 }

    /// The probability of a U of at least u, where u is a whole number from half of n₁n₂ to n₁n₂.
    func exactUpperTail(_ u: Int) -> Double {
        let counts = Self.counts(n1, n2, upTo: n1 * n2 - u)
        return counts.reduce(0, +) / arrangements
    }

    /// How many of the least and of the greatest of the n₁n₂ pairwise values lie outside an interval of the given confidence.
    ///
    /// - Returns: `nil` if not even all of them reach the confidence.
    func pairsOutside(confidence: Double) -> Int? {
        let tail = (1 - confidence) / 2
        guard isExact else {
            let (n1, n2) = (Double(n1), Double(n2))
            let deviation = (n1 * n2 * (n1 + n2 + 1) / 12).squareRoot()
            let outside = (n1 * n2 / 2 - 0.5 - NormalDistribution.upperQuantile(tail) * deviation).rounded(.down)
            return outside >= 0 ? Int(outside) : nil
        }
        let all = arrangements
        var below = 0.0
        var outside = -1
        for count in Self.counts(n1, n2, upTo: n1 * n2 / 2) {
            below += count
            if below / all > tail { break }
            outside += 1
        }
        return outside >= 0 ? outside : nil
    }

    /// In how many ways the samples can lie among each other: (n₁ + n₂) over n₁.
    private var arrangements: Double {
        let (few, many) = (min(n1, n2), max(n1, n2))
        var product = 1.0
        for i in 1...few { product = product * Double(many + i) / Double(i) }
        return product
    }

    /// In how many ways U is 0, 1, … up to at most half of n₁n₂.
    ///
    /// They are the coefficients of the Gaussian binomial ∏ (1 − q^(many + i)) ⁄ (1 − qⁱ), multiplied out factor by factor. Up to the
    /// middle they only grow, so that the subtraction is exact while they fit a Double and costs no digits after.
    /// Source: Andrews, *The Theory of Partitions*, chapter 3.
    static func counts(_ n1: Int, _ n2: Int, upTo last: Int) -> [Double] {
        let (few, many) = (min(n1, n2), max(n1, n2))
        var counts = [Double](repeating: 0, count: last + 1)
        counts[0] = 1
        for i in 1...few {
            for u in stride(from: last, through: many + i, by: -1) { counts[u] -= counts[u - many - i] }
            for u in stride(from: i, through: last, by: 1) { counts[u] += counts[u - i] }
        }
        return counts
    }
}
