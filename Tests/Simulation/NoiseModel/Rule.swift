import RunStatistics

/// A way to say which series of a family changed, where lower is better.
public enum Rule: Sendable, Hashable {
    /// This program's: outside the prediction band of the earlier runs, at least 5 % away, and the false discovery rate held.
    case predictionBand
    /// The newest run's value is at least this many times the previous run's.
    case threshold(Double)
    /// The samples of the newest run and of the previous one differ, at a level of 5 %.
    case rankTestWithinRuns
    case welchTestWithinRuns

    public static let all: [Rule] = [
        .predictionBand, .threshold(1.1), .threshold(1.5), .threshold(2), .rankTestWithinRuns, .welchTestWithinRuns,
    ]

    public func verdicts(on family: [Series]) -> [VerdictWord] {
        switch self {
        case .predictionBand:
            let members = family.compactMap { series in
                Difference.ofNext(RunStatistics.median(series.newest), after: series.history).map { (difference: $0, better: Better.lower) }
            }
            return Family.judge(members).map(\.verdict)
        case .threshold(let factor):
            return family.map { RunStatistics.median($0.newest) >= factor * RunStatistics.median($0.previous) ? .regression : .noChange }
        case .rankTestWithinRuns:
            return family.map { Self.verdict($0, p: MannWhitneyTest($0.previous, $0.newest)?.p) }
        case .welchTestWithinRuns:
            return family.map { Self.verdict($0, p: WelchTest($0.previous, $0.newest)?.p) }
        }
    }

    private static func verdict(_ series: Series, p: Double?) -> VerdictWord {
        guard let p, p <= 0.05 else { return .noChange }
        return RunStatistics.median(series.newest) > RunStatistics.median(series.previous) ? .regression : .improvement
    }
}
