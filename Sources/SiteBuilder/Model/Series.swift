import AgentRuns

/// What makes measurements comparable over time: one configuration, scenario, slot and program, and one definition of TTFT.
struct SeriesKey: Sendable, Hashable {
    let configuration: Configuration
    let scenario: String?
    let slot: String
    let program: String?
    let ttftDefinition: TTFTDefinition

    init(_ execution: AgentExecution, of run: Run) {
        configuration = Configuration(execution)
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

/// One execution in its place: the point that it is in every chart and table.
struct Observation: Sendable, Hashable {
    let run: Run
    /// Where the execution stands in its run.
    let index: Int

    var execution: AgentExecution { run.executions[index] }
    var series: SeriesKey { SeriesKey(execution, of: run) }
}
