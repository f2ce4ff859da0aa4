import Platform

/// How the values of a series scatter around its levels: by how much, how persistently, and how well that is known.
struct SeriesNoise: Sendable {
    /// The variance of one usual value around its level.
    let variance: Double
    /// The variance of one of the newest values, where they scatter by more than the others, else the same.
    let recentVariance: Double
    /// How well the variance is known, in degrees of freedom.
    let freedom: Double
    let recentFreedom: Double
    /// With how many degrees of freedom a single value is tested, as its tails tell: at most `freedom`.
    let tailFreedom: Double
    /// The correlation of neighbours.
    let correlation: Double
    /// The share of the variance that runs of one cluster have in common.
    let clusterShare: Double
    /// The sum of squares around the levels.
    let squares: Double

    /// By how many standard errors, 1 ⁄ √n each, the correlation is taken as greater than it looks.
    ///
    /// Too low a correlation makes false changes, too high a one hides small changes, of which there is room for far more than of the
    /// former. Chosen by simulation (`make simulate`).
    private static let caution = 0.6
    /// For how many runs' time a correlation must be able to die out in a series: what lasts longer can't be told from a change.
    private static let leastRuns = 5.0
    /// How many deviations a spike counts for.
    private static let spikeReach = 5.0
    /// How many of the newest values tell whether they scatter more.
    static let recentCount = 10
    /// How much more they must, lest chance widen the limits in every series.
    private static let recentExcess = 1.5

    /// - Parameters:
    ///   - levels: the parts of the series that have one level each, in order, covering it.
    ///   - residuals: of each value from its level, times the root of its weight.
    init(_ series: CleanSeries, _ levels: [Range<Int>], kin: Kin?, rules: VerdictRules, residual: (Int, Range<Int>) -> Double) {
        var residuals = [Double](repeating: 0, count: series.count)
        var (squares, products, fourths) = (0.0, 0.0, 0.0)
        for range in levels {
            var previous = 0.0
            for i in range {
                let value = residual(i, range)
                residuals[i] = value
                squares += value * value
                products += value * previous
                fourths += value * value * value * value
                previous = value
            }
        }
        // Where runs are made in clusters, neighbours are alike because of those; what lasts longer is between the clusters.
        let correlation =
            series.areClustered
            ? Self.correlation(ofClusters: series.clusters ?? [], residuals, levels: levels.count)
            : Self.correlation(squares, products, levels: levels.count { $0.count > 1 }, n: series.count, kin: kin)
        let clusterShare = series.clusters.map { RunClusters.commonShare($0, residuals, levels: levels.count) } ?? 0
        self.correlation = correlation
        self.clusterShare = clusterShare
        self.squares = squares
        var expected = 0.0
        for range in levels {
            let lost = Self.varianceOfMean(range, series, correlation, clusterShare)
            expected += Double(range.count) * (1 - lost)
        }
        let least = rules.leastChange / 10
        let known = max(1, Double(series.count - levels.count) * Self.independentShare(correlation, clusterShare, series))
        let own = expected > 0 ? max(squares / expected, least * least) : least * least
        let moderated = kin?.variance.map { $0.moderated(own, freedom: expected > 0 ? known : 0) } ?? (own, known)
        (variance, freedom) = moderated
        let ownTail = Self.tailFreedom(fourths, squares, values: series.count, spikes: series.spikes.count)
        tailFreedom = min(freedom, ownTail, kin?.tailFreedom ?? .infinity)
        (recentVariance, recentFreedom) = Self.recent(residuals, levels, moderated, correlation)
    }

    private static func correlation(_ squares: Double, _ products: Double, levels: Int, n: Int, kin: Kin?) -> Double {
        guard squares > 0, n > levels else { return kin?.correlation ?? 0 }
        let unbiased = Persistence.unbiased(products / squares, levels: levels, n: n)
        let (own, others) = (Double(n), kin?.correlationRuns ?? 0)
        let together = (own * unbiased + others * (kin?.correlation ?? 0)) / (own + others)
        let caution = Self.caution / (own + others).squareRoot()
        return min(max(together + caution, 0), max(0, 1 - Self.leastRuns / (own + others)))
    }

    /// The correlation of the means of neighbouring clusters; as few as there may be, kin can't tell of it.
    private static func correlation(ofClusters clusters: [Int], _ residuals: [Double], levels: Int) -> Double {
        let means = RunClusters.means(of: residuals, clusters)
        let squares = means.reduce(0) { $0 + $1 * $1 }
        let products = zip(means, means.dropFirst()).reduce(0) { $0 + $1.0 * $1.1 }
        return correlation(squares, products, levels: levels, n: means.count, kin: nil)
    }

    /// Which share of the values counts towards how well the variance is known.
    ///
    /// Source: Bayley & Hammersley, "The effective number of independent observations in an autocorrelated time series" (1946).
    private static func independentShare(_ correlation: Double, _ clusterShare: Double, _ series: CleanSeries) -> Double {
        let square = correlation * correlation
        let persistent = (1 - square) / (1 + square)
        guard let last = series.clusters?.last else { return persistent }
        let clustered = Double(last + 1) / Double(series.count)
        let common = clusterShare * clusterShare
        let together = 1 / (common / clustered + (1 - clusterShare) * (1 - clusterShare))
        return series.areClustered ? persistent * together : min(persistent, together)
    }

    /// The degrees of freedom of the t distribution that has the kurtosis of the values, spikes included as far as `spikeReach`.
    ///
    /// Below a kurtosis of 1, which normal noise has by chance, the tails are taken as normal. Of t with ν degrees of freedom it is 6 ⁄ (ν − 4).
    private static func tailFreedom(_ fourths: Double, _ squares: Double, values: Int, spikes: Int) -> Double {
        guard squares > 0 else { return .infinity }
        let (n, outside) = (Double(values), Double(spikes))
        let reach = spikeReach * spikeReach * squares / n
        let (second, fourth) = (squares + outside * reach, fourths + outside * reach * reach)
        let kurtosis = (n + outside) * fourth / (second * second) - 3
        return kurtosis > 1 ? 4 + 6 / kurtosis : .infinity
    }

    private static func recent(
        _ residuals: [Double], _ levels: [Range<Int>], _ usual: (variance: Double, freedom: Double), _ correlation: Double
    ) -> (Double, Double) {
        var (squares, expected, count) = (0.0, 0.0, 0)
        for range in levels.reversed() where range.count > 1 {
            let left = 1 - Persistence.varianceOfMean(range.count, correlation)
            for i in range.reversed() where count < recentCount {
                squares += residuals[i] * residuals[i]
                expected += left
                count += 1
            }
        }
        guard count == recentCount, residuals.count >= 2 * recentCount, squares > recentExcess * usual.variance * expected else { return usual }
        return (squares / expected, min(usual.freedom, expected))
    }

    /// By what a sum over many runs varies more than over independent ones.
    func persistence(_ series: CleanSeries) -> Double {
        let neighbours = (1 + correlation) / (1 - correlation)
        guard let clusters = series.clusters else { return neighbours }
        let size = RunClusters.concentration(clusters, 0..<series.count) * Double(series.count)
        return series.areClustered ? 1 + clusterShare * (size * neighbours - 1) : max(neighbours, 1 + clusterShare * (size - 1))
    }

    /// The variance of the mean of a part of the series over that of one usual value.
    func varianceOfMean(_ range: Range<Int>, _ series: CleanSeries) -> Double {
        Self.varianceOfMean(range, series, correlation, clusterShare)
    }

    private static func varianceOfMean(_ range: Range<Int>, _ series: CleanSeries, _ correlation: Double, _ clusterShare: Double) -> Double {
        let n = Double(range.count)
        var variance: Double
        if let clusters = series.clusters, series.areClustered {
            let number = clusters[range.upperBound - 1] - clusters[range.lowerBound] + 1
            let persistence = Persistence.varianceOfMean(number, correlation) * Double(number)
            variance = min(1, clusterShare * RunClusters.concentration(clusters, range) * persistence + (1 - clusterShare) / n)
        } else {
            variance = Persistence.varianceOfMean(range.count, correlation)
            if let clusters = series.clusters, clusterShare > 0 {
                variance = max(variance, clusterShare * RunClusters.concentration(clusters, range) + (1 - clusterShare) / n)
            }
        }
        return variance * n / series.weight(range)
    }
}

extension SeriesNoise {
    /// Around the levels' means.
    init(around levels: [Range<Int>], of series: CleanSeries, kin: Kin?, rules: VerdictRules) {
        let means = levels.map { series.mean($0) }
        var number = 0
        self.init(series, levels, kin: kin, rules: rules) { i, range in
            while levels[number] != range { number = (number + 1) % levels.count }
            return (series.places[i] - means[number]) * series.weights[i].squareRoot()
        }
    }
}
