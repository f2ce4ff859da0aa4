import AgentRuns
import RunStatistics

/// One run in the history of a series: its value, what it is held against, and what comes of that.
struct TrajectoryPoint: Sendable {
    enum State: String, Sendable, Hashable {
        /// A value that can be held against others.
        case comparable
        /// Made from fewer calls, or fewer stages, than the runs it would be compared with.
        case thin
        /// The execution failed and left no value.
        case failed
        /// A value that its own tool rejects.
        case invalid
        /// Taken out of judging in `excluded.toml`, whatever it measured and whether it failed.
        case excluded
        /// A run without a date among dated ones: nobody knows where it belongs.
        case undated
        /// Of another branch than the one whose history this is: held against the history, and no part of it.
        case otherBranch = "other_branch"
        /// No value, though nothing failed: every call was cold.
        case unmeasured
    }

    /// What the runs before one let expect of it.
    struct Limits: Sendable, Hashable {
        let lower: Double
        let upper: Double

        /// Between the two, on logarithms where both are above 0.
        var center: Double { lower > 0 ? (lower * upper).squareRoot() : (lower + upper) / 2 }
    }

    let observation: Observation
    let value: CentralValue?
    /// The values of the cold calls, in order; only TTFT has them.
    let cold: [Double]
    var state: State
    /// Whether the value is held against others: one of fewer calls than usual is, with less weight, and one that lacks a usual stage is not.
    var isUsable = false
    /// By what the variance of the value is greater than that of one of the usual number of calls.
    var varianceFactor = 1.0
    /// The versions that the run was made with.
    let version: RunVersion?
    /// The limits for this run by the runs before it; `nil` with too few of them.
    var limits: Limits?
    /// How many runs it is held against.
    var earlier = 0
    /// What is said of the run, which follows from what is said of its series; `nil` where nothing is.
    var verdict: VerdictWord?
    /// From the level that the run is held against to the level that it is at.
    var ratio: Double?
    var acknowledgement: Acknowledgement?
    /// Who took it out of judging, and why; for every point of the state `excluded`.
    var exclusion: Exclusion?
}
