/// How often one side comes up in tosses of a fair coin.
struct FairCoin {
    /// Weights of 0, 1, … up to half of the tosses, relative to that of the middle, which is 1. So far out that a weight vanishes, so
    /// does its part of every sum.
    private let weights: [Double]
    private let total: Double

    init(tosses n: Int) {
        var weights: [Double] = []
        var weight = 1.0
        for k in stride(from: n / 2, through: 0, by: -1) {
            weights.append(weight)
            weight = weight * Double(k) / Double(n - k + 1)
        }
        weights.reverse()
        let half = weights.reduce(0, +)
        total = n % 2 == 0 ? 2 * half - 1 : 2 * half
        self.weights = weights
    }

    /// The probability of at most k, for k up to half of the tosses.
    func lowerTail(_ k: Int) -> Double {
        weights[...k].reduce(0, +) / total
    }

    /// The most k whose lower tail is at most the given probability, which is at most ½; `nil` if that of 0 is greater.
    func most(withTail probability: Double) -> Int? {
        var sum = 0.0
        for (k, weight) in weights.enumerated() {
            sum += weight
            if sum / total > probability { return k > 0 ? k - 1 : nil }
        }
        return weights.count - 1
    }
}
