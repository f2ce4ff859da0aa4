import AgentRuns

/// What the executions of a sweep have in common before one looks at their slots: also which options they set, so that a baseline without
/// any is not a point of the grid.
struct SweepPlan: Sendable, Hashable {
    let suite: String
    let scenario: String?
    let modelName: String
    let program: String?
    let definition: TTFTDefinition
    let optionNames: [String]

    init(_ observation: Observation) {
        let series = observation.series
        suite = observation.run.suite
        scenario = series.scenario
        modelName = series.configuration.modelName
        program = series.program
        definition = series.ttftDefinition
        optionNames = series.configuration.options.options.keys.sorted()
    }
}

extension SweepPlan: Comparable {
    static func < (left: SweepPlan, right: SweepPlan) -> Bool {
        if left.suite != right.suite { return left.suite < right.suite }
        if left.modelName != right.modelName { return left.modelName < right.modelName }
        return left.tail < right.tail
    }

    private var tail: (String, String, String, String) {
        (scenario ?? "", program ?? "", definition.rawValue, optionNames.joined(separator: " "))
    }
}
