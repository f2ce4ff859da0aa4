import RunStatistics

/// A way to say whether the newest state of a series is another one than before.
public enum Detector: Sendable, CaseIterable {
    /// This program's: its pages and its gate show the same.
    case assessment
    /// asv's: a piecewise constant fit whose last level is above an earlier one.
    case stepDetection
    /// rustc-perf's: the newest change from run to run is beyond what is usual.
    case fence
    /// Welch's test of the calls of the newest run against those of the run before, at a level of 5 %.
    case welchOverCalls
    /// Welch's test of the newest five runs against all before, at a level of 5 %.
    case welchOverRuns

    public var name: String {
        switch self {
        case .assessment: "sitegen"
        case .stepDetection: "asv"
        case .fence: "rustc-perf"
        case .welchOverCalls: "Welch, calls"
        case .welchOverRuns: "Welch, runs"
        }
    }

    /// Whether the series is said to have become worse, or, where that is asked for, better.
    public func isFlagged(_ observations: [SeriesObservation], either: Bool, _ model: inout NoiseModel) -> Bool {
        let values = observations.map(\.value)
        switch self {
        case .assessment:
            let verdict = Assessed(observations).verdict
            return verdict == .regression || (either && verdict == .improvement)
        case .stepDetection:
            return StepDetection.isRegression(values) || (either && StepDetection.isRegression(values.map { 1e4 / $0 }))
        case .fence:
            return ChangeFence.isBeyond(values, either: either)
        case .welchOverCalls:
            let runs = values.suffix(2).map { model.calls(around: $0) }
            return Self.differs(runs[0], runs[1], either)
        case .welchOverRuns:
            return Self.differs(Array(values.dropLast(5)), Array(values.suffix(5)), either)
        }
    }

    private static func differs(_ a: [Double], _ b: [Double], _ either: Bool) -> Bool {
        guard let test = WelchTest(a, b) else { return false }
        return test.p <= 0.05 && (either || test.statistic > 0)
    }
}
