import AgentRuns
import RunStatistics

/// One row of a comparison: a metric of an agent on both sides, under one configuration or over all that the sides share, and what can be said of
/// the difference.
struct ComparisonRow: Sendable {
    let agent: ComparedAgent
    let metric: ComparedMetric
    /// What the values are of: `first chunk, warm`. Both, where the sides differ in it.
    let kinds: [String]
    let a: Center?
    let b: Center?
    /// `nil` where one side has no value, and where the sides can't be compared.
    let difference: Difference?
    /// `.neither` where nothing is judged.
    let better: Better
    var verdict: VerdictWord
    var pAdjusted: Double?
    var acknowledgement: Acknowledgement?
    /// What has become of the level of a series; `nil` where nothing has, and in a comparison of two sides.
    var kind: Assessment.Kind?
    /// The run with which that began.
    var since: Run.ID?
    /// What bears on the verdict of a series: what became of its level, and on how few runs that rests.
    var detail: String?
    /// The run that the row is about, where it is about one.
    var run: Run?
    /// The configurations that the row is over; `nil` for a row of one. Of such a row the centres' `n` is how many there are.
    var shared: SharedConfigurations?
    /// Which side failed, where one did.
    var hasFailed: (a: Bool, b: Bool) = (false, false)
    /// Which side has no value because every run of it is excluded.
    var isExcluded: (a: Bool, b: Bool) = (false, false)
}
