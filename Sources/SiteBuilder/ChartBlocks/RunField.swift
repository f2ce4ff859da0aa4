import AgentRuns

/// Something that executions can be filtered and grouped by: what their run says, what their agent is, or an option of their configuration.
struct RunField: Sendable {
    /// As a chart block writes it.
    let name: String
    /// Whether the value alone does not say what it is of, as `80` does not.
    let isOption: Bool
    /// Whether a value stands also for what lies below it: `tr115` for `tr115/runtime-smol`.
    let isPath: Bool
    /// What an execution has; `nil` where its source does not say.
    let value: @Sendable (Observation) -> OptionValue?

    /// Every field but the options, which are the runs' own.
    static let named: [RunField] = [
        .text("suite", isPath: true, \.run.suite),
        .text("run", \.run.id),
        .text("scenario", \.run.scenario),
        .text("slot", \.execution.slot),
        .text("agent", \.execution.agent),
        .text("model", \.execution.model),
        .text("program", \.run.producer.program),
        .text("language", \.run.producer.language),
        .text("runtime", \.run.producer.runtime),
        .text("status", \.execution.status.rawValue),
        .text("ttft_definition", \.execution.ttftDefinition.rawValue),
    ]

    static func option(_ name: String) -> RunField {
        RunField(name: name, isOption: true, isPath: false) { $0.execution.configuration[name] }
    }

    private static func text(_ name: String, isPath: Bool = false, _ value: @escaping @Sendable (Observation) -> String?) -> RunField {
        RunField(name: name, isOption: false, isPath: isPath) { value($0).map(OptionValue.text) }
    }
}

extension RunField {
    /// The values of a filter that let an execution through.
    func accepted(_ observation: Observation) -> [OptionValue] {
        guard let value = value(observation) else { return [] }
        guard isPath, case .text(let path) = value else { return [value] }
        return path.indices.filter { path[$0] == "/" }.map { .text(String(path[..<$0])) } + [value]
    }

    /// The execution's value in words, as it stands in a label: `num_ctx 512`, `insight`, `runtime not recorded`.
    func label(of observation: Observation) -> String {
        switch value(observation) {
        case let value? where isOption: "\(name) \(value)"
        case let value?: value.description
        case nil: isOption ? "\(name) not set" : "\(name) not recorded"
        }
    }
}

extension OptionValue {
    /// As a message shows it: text in quotation marks, and no more of it than a line holds.
    var quoted: String {
        guard case .text(let text) = self else { return description }
        return "'\(text.count > Self.longestQuote ? text.prefix(Self.longestQuote) + "…" : text[...])'"
    }

    private static let longestQuote = 80

    /// What values are sorted by: numbers by size, then text, then flags.
    var sortKey: (Int, Double, String) {
        switch self {
        case .number(let number): (0, number, "")
        case .text(let text): (1, 0, text)
        case .flag(let flag): (2, flag ? 1 : 0, "")
        }
    }
}
