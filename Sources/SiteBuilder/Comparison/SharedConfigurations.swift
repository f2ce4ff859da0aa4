import AgentRuns
import RunStatistics

/// What a row stands for that is not of one configuration but over all that both sides have measured, each held against itself.
struct SharedConfigurations: Sendable {
    /// A configuration whose change is not that of the others.
    struct Outlying: Sendable {
        let agent: ComparedAgent
        /// Its own, B to A.
        let ratio: Double
        /// Two-sided, and paid for having looked at every configuration of every such row.
        let p: Double
    }

    /// How many there are.
    let count: Int
    /// The facts in which they differ, of which the row's agent has no value.
    let varying: [ComparedFact]
    /// The surest first.
    let outlying: [Outlying]
}
