import AgentRuns

extension RunField {
    /// What an execution has; `nil` where its source does not say.
    func value(_ observation: Observation) -> OptionValue? { value(of: observation.execution, in: observation.run) }

    /// The values of a filter that let an execution through.
    func accepted(_ observation: Observation) -> [OptionValue] {
        guard let value = value(observation) else { return [] }
        guard isPath, case .text(let path) = value else { return [value] }
        return path.indices.filter { path[$0] == "/" }.map { .text(String(path[..<$0])) } + [value]
    }

    /// The execution's value in words, as it stands in a label: `num_ctx 512`, `insight`, `runtime not recorded`.
    func label(of observation: Observation) -> String {
        guard let value = value(observation) else { return place == .option ? "\(id) not set" : "\(id) not recorded" }
        return place == .option ? "\(id) \(value)" : value.description
    }
}

extension OptionValue {
    /// What values are sorted by: numbers by size, then text, then flags.
    var sortKey: (Int, Double, String) {
        switch self {
        case .number(let number): (0, number, "")
        case .text(let text): (1, 0, text)
        case .flag(let flag): (2, flag ? 1 : 0, "")
        }
    }
}
