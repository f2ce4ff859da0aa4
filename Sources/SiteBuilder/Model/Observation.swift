import AgentRuns

/// One execution in its place: the point that it is in every chart and table.
struct Observation: Sendable, Hashable {
    /// A run, the keys of its executions' series, which are worked out once, and what of it is taken out of judging.
    private struct Held: Hashable {
        let run: Run
        let keys: [SeriesKey]
        let exclusions: [Exclusion]
    }

    /// One element: observations are copied by the thousand, and an array is one reference where a run is many.
    private let held: [Held]
    /// Where the execution stands in its run.
    let index: Int

    /// The executions of a run, in their order.
    ///
    /// - Parameter excluded: what of this run is taken out of judging.
    static func all(of run: Run, rules: SeriesRules = .standard, excluded: [Exclusion] = []) -> [Observation] {
        let held = [Held(run: run, keys: run.executions.map { SeriesKey($0, of: run, rules: rules) }, exclusions: excluded)]
        return run.executions.indices.map { Observation(held: held, index: $0) }
    }

    private init(held: [Held], index: Int) {
        self.held = held
        self.index = index
    }

    var run: Run {
        _read { yield held[0].run }
    }

    var execution: AgentExecution {
        _read { yield held[0].run.executions[index] }
    }

    var series: SeriesKey { held[0].keys[index] }
    /// The keys of all executions of the run, in their order.
    var seriesOfRun: [SeriesKey] { held[0].keys }
    var isLastOfSeveral: Bool { index > 0 && index == held[0].keys.count - 1 }

    /// The entries that take the execution out of judging, or some of its metrics.
    var exclusions: [Exclusion] { held[0].exclusions.filter { $0.isOf(execution) } }

    var id: ObservationID { ObservationID(run: run.id, index: index) }
}

extension [Observation] {
    /// The runs of the executions, each once, in their order.
    var runs: [Run] {
        var seen: Set<String> = []
        return map(\.run).filter { seen.insert($0.id).inserted }
    }
}
