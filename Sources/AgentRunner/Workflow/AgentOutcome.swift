import AgentRuns

/// What one agent did in a run.
struct AgentOutcome: Sendable {
    var startedAt: Timestamp?
    var calls: [Call] = []
    /// What the report call gave.
    var body: String?
    /// Why the agent got no further.
    var error: ServerError?
    /// Seconds of each stage, and their `total`.
    var workflow: [String: Double] = [:]
    var summary: FolderSummary?
    /// What a reader of the figures must know.
    var notes: [String] = []
}
