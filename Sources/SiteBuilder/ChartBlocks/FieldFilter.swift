import AgentRuns

/// Lets through the executions that have one of several values.
struct FieldFilter: Sendable {
    let field: RunField
    let values: Set<OptionValue>

    func accepts(_ observation: Observation) -> Bool {
        field.accepted(observation).contains(where: values.contains)
    }
}
