import Platform

/// The distances between the values of a series and those a little later: what they tell of its noise holds although its level changes.
///
/// A change of level touches one step and an outlier two, so that the upper quartile holds until a quarter of the steps are touched, and in
/// short series, where a single outlier touches as many, the median does.
struct NeighbourSteps {
    /// Ascending.
    private let steps: [Double]

    /// The median and the upper quartile of the distance of two independent values over their deviation.
    private static let (median, quartile) = (0.6744897501960817 * 2.0.squareRoot(), 1.1503493803760079 * 2.0.squareRoot())
    /// Up to how many steps the median is taken.
    private static let fewSteps = 12
    /// How well the deviation is known, beside one from the squares of as many values. Measured on normal noise of 6 to 100 values.
    static let efficiency = 0.5

    /// - Parameter distance: how many runs apart the neighbours are.
    init(_ places: [Double], over distance: Int = 1) {
        steps = zip(places.dropFirst(distance), places).map { abs($0 - $1) }.sorted()
    }

    /// The deviation of the noise.
    ///
    /// - Parameter least: below which it is not taken, so that equal values make no change of a rounding.
    func deviation(least: Double) -> Double {
        guard !steps.isEmpty else { return least }
        let isShort = steps.count <= Self.fewSteps
        return max(least, RunStatistics.quantile(isShort ? 0.5 : 0.75, ofSorted: steps) / (isShort ? Self.median : Self.quartile))
    }

    /// The mean square of the steps that no change of level touched, as far as they tell: those within four times their usual size.
    ///
    /// - Parameter least: below which the noise is not taken.
    func meanSquare(least: Double) -> Double {
        let limit = 4 * 2.0.squareRoot() * deviation(least: least)
        let usual = steps.filter { $0 <= limit }
        return max(2 * least * least, usual.reduce(0) { $0 + $1 * $1 } / Double(max(usual.count, 1)))
    }

    /// The degrees of freedom of the t distribution whose tails the values of several series have together, at least 3.
    ///
    /// The upper tenth of the steps lies farther from their upper quartile than that of normal noise: in logarithms by about
    /// 0.185 ⁄ ν + 0.41 ⁄ ν², as measured on t with 3 to 50 degrees of freedom; in n values it lies 0.7 ⁄ n nearer. What chance may have made
    /// of it, one standard error, is taken off.
    static func tailFreedom(of series: [[Double]]) -> Double {
        var (sum, runs) = (0.0, 0.0)
        for places in series {
            let steps = NeighbourSteps(places).steps
            let quartile = steps.isEmpty ? 0 : RunStatistics.quantile(0.75, ofSorted: steps)
            guard quartile > 0 else { continue }
            let n = Double(places.count)
            sum += n * (log(RunStatistics.quantile(0.9, ofSorted: steps) / quartile) - ofNormal) + 0.7
            runs += n
        }
        guard runs > 0 else { return .infinity }
        let excess = sum / runs - 0.77 / runs.squareRoot()
        guard excess > 0 else { return .infinity }
        let inverse = ((0.185 * 0.185 + 4 * 0.41 * excess).squareRoot() - 0.185) / (2 * 0.41)
        return max(3, 1 / inverse)
    }

    /// The logarithm of the upper tenth of the steps over their upper quartile in normal noise.
    private static let ofNormal = 0.3577
}
