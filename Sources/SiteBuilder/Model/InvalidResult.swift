import AgentRuns

extension AgentExecution {
    /// The option in which a tool says whether its own rules accept the result, as MLPerf does: an outcome, and no part of the configuration.
    static let validityOption = "valid"
}

extension Observation {
    /// Whether the tool itself calls the result invalid: its figures are shown with a mark, and nothing is judged by them.
    var isInvalid: Bool { run.isServingBenchmark && execution.configuration[AgentExecution.validityOption] == .flag(false) }
}

extension Run {
    var isInvalid: Bool { executions.indices.contains { Observation(run: self, index: $0).isInvalid } }
}
