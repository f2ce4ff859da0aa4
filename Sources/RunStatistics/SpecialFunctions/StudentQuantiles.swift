/// Quantiles of Student's t at a few probabilities for many degrees of freedom, quick enough for every run of every series.
struct StudentQuantiles: Sendable {
    private let probability: Double
    /// For 1 to 60 degrees of freedom.
    private let quantiles: [Double]
    private let ofNormal: Double

    private init(_ probability: Double) {
        self.probability = probability
        quantiles = (1...60).map { StudentT(degreesOfFreedom: Double($0)).upperQuantile(probability) }
        ofNormal = NormalDistribution.upperQuantile(probability)
    }

    /// Those that the standard rules ask for again and again: of bands, of intervals, of the power, and of the newest run's test.
    private static let standard: [StudentQuantiles] = {
        let rules = VerdictRules.standard
        return [
            1 - rules.bandConfidence, (1 - rules.intervalConfidence) / 2, 1 - rules.power, rules.chance / SelectionPrice.newest / 2,
        ].map { StudentQuantiles($0) }
    }()

    /// The t with the given probability above it; of a probability that is asked for often to 1e-3 of its value.
    static func upper(_ probability: Double, freedom: Double) -> Double {
        guard freedom >= 1, let table = standard.first(where: { $0.probability == probability }) else {
            return StudentT(degreesOfFreedom: freedom).upperQuantile(probability)
        }
        return table.upper(freedom)
    }

    /// Between whole degrees of freedom by a line in their inverse.
    private func upper(_ freedom: Double) -> Double {
        let below = min(Int(min(freedom, 1e6)), quantiles.count)
        let isLast = below == quantiles.count
        let (from, to) = (1 / Double(below), isLast ? 0 : 1 / Double(below + 1))
        let end = isLast ? ofNormal : quantiles[below]
        return quantiles[below - 1] + (end - quantiles[below - 1]) * (from - 1 / freedom) / (from - to)
    }
}
