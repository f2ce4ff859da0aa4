import AgentRuns

/// A change that somebody looked at and accepts, with the reason, from `content/acknowledged.toml`.
struct Acknowledgement: Sendable, Hashable {
    let run: String
    /// `nil` for every agent of the run.
    let slot: String?
    let metric: MetricID
    let reason: String?
    let by: String?
    let date: Timestamp?

    func covers(_ observation: Observation, _ metric: MetricID) -> Bool {
        observation.run.id == run && (slot == nil || slot == observation.execution.slot) && metric == self.metric
    }
}
