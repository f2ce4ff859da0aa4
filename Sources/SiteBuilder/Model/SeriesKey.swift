import AgentRuns

/// What makes measurements comparable over time: one configuration, scenario, slot and program, and one definition of TTFT.
struct SeriesKey: Sendable, Hashable {
    let configuration: Configuration
    let scenario: String?
    let slot: String
    let program: String?
    let ttftDefinition: TTFTDefinition

    init(_ execution: AgentExecution, of run: Run, rules: SeriesRules) {
        configuration = rules.configuration(of: execution, in: run)
        scenario = run.scenario
        slot = execution.slot
        program = run.producer.program ?? run.producer.language
        ttftDefinition = execution.ttftDefinition
    }
}

extension SeriesKey: Comparable {
    static func < (left: SeriesKey, right: SeriesKey) -> Bool {
        if left.configuration != right.configuration { return left.configuration < right.configuration }
        return left.tail < right.tail
    }

    private var tail: (String, String, String, String) {
        (scenario ?? "", slot, program ?? "", ttftDefinition.rawValue)
    }
}
