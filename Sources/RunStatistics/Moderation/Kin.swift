import Platform

/// What kindred series tell of the noise of one: those of the same metric and suite, on the same machines.
public struct Kin: Sendable, Hashable {
    /// How their variances are spread; `nil` where there are too few of them.
    public let variance: VarianceModeration?
    /// The correlation of neighbouring runs that they have in common, from 0 to below 1.
    public let correlation: Double
    /// How many runs' worth of a series' own that correlation is.
    public let correlationRuns: Double
    /// The degrees of freedom of the t distribution whose tails their single runs have; infinite for normal ones.
    public let tailFreedom: Double

    /// How many runs a series needs to tell of its correlation: in a shorter one a change or two look like it.
    private static let leastRuns = 20
    /// However many runs the kin have: their correlation is not certainly that of the series.
    private static let mostRuns = 40.0

    public init(variance: VarianceModeration?, correlation: Double = 0, correlationRuns: Double = 0, tailFreedom: Double = .infinity) {
        self.variance = variance
        self.correlation = min(max(correlation, 0), 0.95)
        self.correlationRuns = min(correlationRuns, Self.mostRuns)
        self.tailFreedom = tailFreedom
    }

    /// Learns from whole series, in which levels may have changed.
    ///
    /// All comes from quantiles of the steps between neighbours and over one run, of which a change of level touches one or two. Of a
    /// correlation φ the squares of the wide steps are 1 + φ times those of the narrow ones.
    public init(of series: [[SeriesObservation]], rules: VerdictRules = .standard) {
        let clean = series.compactMap { CleanSeries($0, rules: rules) }.filter { $0.count > 2 }
        let long = clean.filter { $0.count >= Self.leastRuns }
        let least = rules.leastChange / 10
        let growth = long.map { series in
            log(NeighbourSteps(series.places, over: 2).meanSquare(least: least) / NeighbourSteps(series.places).meanSquare(least: least))
        }
        let correlation = long.isEmpty ? 0 : min(max(exp(RunStatistics.median(growth)) - 1, 0), 0.95)
        // Neighbours that are alike differ by less than the series varies.
        let kin = clean.map { series in
            (variance: series.deviation * series.deviation / (1 - correlation), freedom: Double(series.count - 1) * NeighbourSteps.efficiency)
        }
        self.init(
            variance: VarianceModeration(kin: kin), correlation: correlation, correlationRuns: Double(long.reduce(0) { $0 + $1.count }),
            tailFreedom: NeighbourSteps.tailFreedom(of: long.map(\.places)))
    }
}
