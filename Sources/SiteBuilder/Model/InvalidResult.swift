import AgentRuns

extension AgentExecution {
    /// The option in which a tool says whether its own rules accept the result, as MLPerf does: an outcome, and no part of the configuration.
    static let validityOption = "valid"

    fileprivate var isRejected: Bool { configuration[Self.validityOption] == .flag(false) }
}

extension Observation {
    /// Whether the tool itself calls the result invalid: its figures are shown with a mark, and nothing is judged by them.
    var isInvalid: Bool { run.isServingBenchmark && execution.isRejected }
}
