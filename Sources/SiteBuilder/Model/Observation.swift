import AgentRuns

/// One execution in its place: the point that it is in every chart and table.
struct Observation: Sendable, Hashable {
    /// The run alone, in an array: observations are copied by the thousand, and an array is one reference where a run is many.
    private let held: [Run]
    /// Where the execution stands in its run.
    let index: Int

    init(run: Run, index: Int) {
        held = [run]
        self.index = index
    }

    /// The executions of a run, in their order.
    static func all(of run: Run) -> [Observation] {
        let held = [run]
        return run.executions.indices.map { Observation(held: held, index: $0) }
    }

    private init(held: [Run], index: Int) {
        self.held = held
        self.index = index
    }

    var run: Run {
        _read { yield held[0] }
    }

    var execution: AgentExecution {
        _read { yield held[0].executions[index] }
    }

    var series: SeriesKey { SeriesKey(execution, of: run) }
    var id: ObservationID { ObservationID(run: run.id, index: index) }
}

extension [Observation] {
    /// The runs of the executions, each once, in their order.
    var runs: [Run] {
        var seen: Set<String> = []
        return map(\.run).filter { seen.insert($0.id).inserted }
    }
}
