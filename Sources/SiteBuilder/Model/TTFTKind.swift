import AgentRuns

/// What a TTFT figure is of: values of different kinds never share a scale, a mean or a row.
struct TTFTKind: Sendable, Hashable, Comparable {
    let definition: TTFTDefinition
    /// Whether cold calls are told apart from warm ones, so that the figure is of warm calls alone.
    let isWarm: Bool

    init(_ execution: AgentExecution) {
        definition = execution.ttftDefinition
        isWarm = execution.calls.contains { $0.cold != nil && $0.ttft != nil }
    }

    /// `first chunk, warm`.
    var name: String { "\(definition.shortName), \(isWarm ? "warm" : "cold and warm together")" }

    static func < (left: TTFTKind, right: TTFTKind) -> Bool {
        (left.isWarm ? 0 : 1, left.definition.rawValue) < (right.isWarm ? 0 : 1, right.definition.rawValue)
    }
}
