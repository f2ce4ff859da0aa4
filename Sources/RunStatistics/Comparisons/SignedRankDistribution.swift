/// The distribution of the sum of ranks that fall on one side, if each does by the toss of a coin.
enum SignedRankDistribution {
    /// Up to how many differences the distribution is worked out.
    static let mostExact = 50

    /// The probability of a sum of at most `sum`.
    static func lowerTail(_ sum: Int, of ranks: [Int]) -> Double {
        probabilities(upTo: sum, of: ranks).reduce(0, +)
    }

    /// How many of the least and of the greatest of the n(n + 1) ⁄ 2 pairwise means lie outside an interval of the given confidence.
    ///
    /// - Returns: `nil` if not even all of them reach the confidence: below 6 differences for 0.95.
    static func meansOutside(_ n: Int, confidence: Double) -> Int? {
        let tail = (1 - confidence) / 2
        let most = n * (n + 1) / 2
        guard n <= mostExact else {
            let n = Double(n)
            let deviation = (n * (n + 1) * (2 * n + 1) / 24).squareRoot()
            return Int((Double(most) / 2 - 0.5 - NormalDistribution.upperQuantile(tail) * deviation).rounded(.down))
        }
        guard n > 0 else { return nil }
        var below = 0.0
        for (sum, probability) in probabilities(upTo: most / 2, of: Array(1...n)).enumerated() {
            below += probability
            if below > tail { return sum > 0 ? sum - 1 : nil }
        }
        return nil
    }

    /// The probabilities of the sums 0, 1, … up to a last one.
    private static func probabilities(upTo last: Int, of ranks: [Int]) -> [Double] {
        var probabilities = [Double](repeating: 0, count: last + 1)
        probabilities[0] = 1
        for rank in ranks {
            for sum in stride(from: last, through: 0, by: -1) {
                probabilities[sum] = (probabilities[sum] + (sum >= rank ? probabilities[sum - rank] : 0)) / 2
            }
        }
        return probabilities
    }
}
