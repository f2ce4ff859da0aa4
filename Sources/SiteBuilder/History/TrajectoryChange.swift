import AgentRuns
import RunStatistics

/// A place in a history from which on the values are others.
struct TrajectoryChange: Sendable {
    /// As it stands in the ring above the chart, from 1.
    let number: Int
    /// The first point after the change, in all points of the history.
    let start: Int
    /// The levels on both sides, in the series' unit.
    let before: Double
    let after: Double
    /// From the one to the other; `nil` where values are not all above 0.
    let ratio: Double?
    /// How many usable runs lie behind it, up to the next change.
    let runs: Int
    /// The last run before it.
    let last: Int?
    var acknowledgement: Acknowledgement?
}
