import AgentRuns

/// One execution in its place: the point that it is in every chart and table.
struct Observation: Sendable, Hashable {
    let run: Run
    /// Where the execution stands in its run.
    let index: Int

    var execution: AgentExecution { run.executions[index] }
    var series: SeriesKey { SeriesKey(execution, of: run) }
    var id: ObservationID { ObservationID(run: run.id, index: index) }
}
