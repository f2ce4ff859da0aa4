import AgentRuns
import RunStatistics

/// A place in a history from which on the values are others.
struct TrajectoryChange: Sendable {
    /// As it stands in the ring above the chart, from 1.
    let number: Int
    /// The first point after the change, in all points of the history.
    let start: Int
    /// The comparable points since, up to the next change.
    let after: [Int]
    /// The comparable points that were the reference before it.
    let before: [Int]
    /// The values on both sides; `nil` where nothing came before.
    let difference: Difference?
    /// Whether fewer than ten runs lie behind it.
    let isProvisional: Bool
    var acknowledgement: Acknowledgement?
}
