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
        /// A run without a date among dated ones: nobody knows where it belongs.
        case undated
        /// Of another branch than the one whose history this is: held against the history, and no part of it.
        case otherBranch = "other_branch"
        /// No value, though nothing failed: every call was cold.
        case unmeasured
    }

    let observation: Observation
    let value: CentralValue?
    /// The values of the cold calls, in order; only TTFT has them.
    let cold: [Double]
    var state: State
    /// The versions that the run was made with.
    let version: RunVersion?
    /// The limits for this run by the runs before it; `nil` with fewer than ten of them.
    var band: PredictionBand?
    /// How many comparable runs it is held against.
    var earlier = 0
    /// The run against those before it; `nil` where it is not comparable or nothing came before it.
    var difference: Difference?
    /// The verdict on this run alone, which the pages of single series show.
    var judgement: Judgement?
    var acknowledgement: Acknowledgement?
}
