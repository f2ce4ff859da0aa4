import AgentRuns
import Charts

/// The words that the pages of a sweep share.
struct SweepWords {
    let sweep: Sweep

    /// `gemma3:270m over num_gpu, num_ctx and temperature`, after the agent where the sweep is of one.
    var title: String {
        let subject = sweep.slot.map { "\($0) with \(sweep.plan.modelName)" } ?? sweep.plan.modelName
        return "\(subject) over \(Self.enumerated(sweep.options.map(\.name)))"
    }

    /// `2025-10-04 · 36 configurations, 1 call each · 34 completed, 2 timed out · TTFT is load plus prompt evaluation`, fact by fact.
    var facts: [String] {
        [
            Self.dates(of: sweep.runs), sweep.plan.scenario, sweep.plan.program, "\(counted(sweep.configurations.count, "configuration"))\(share)",
            outcome, sweep.labels.throughout,
            "TTFT is \(sweep.kind.definition.phrase)",
        ].compactMap(\.self)
    }

    /// `2025-10-04`, `2025-10-04 to 2025-10-09`; `nil` where no run has a date.
    static func dates(of runs: [Run]) -> String? {
        let dates = runs.compactMap(\.startedAt?.date)
        guard let first = dates.min(), let last = dates.max() else { return nil }
        return first == last ? first : "\(first) to \(last)"
    }

    /// How often each configuration was measured: `, 1 call each`.
    private var share: String {
        let counts = sweep.configurations.map(\.executions.count)
        if counts.contains(where: { $0 != 1 }) { return ", \(Self.extent(counts, "run")) each" }
        let calls = sweep.configurations.flatMap(\.executions).map(\.execution.numberOfCalls)
        guard !calls.contains(nil) else { return "" }
        return ", \(Self.extent(calls.compactMap(\.self), "call")) each"
    }

    /// `34 completed, 2 timed out`.
    private var outcome: String {
        let failures = sweep.configurations.flatMap(\.failures)
        let late = failures.count { $0.execution.cause?.lowercased().contains("timed out") == true }
        let excluded = sweep.configurations.reduce(0) { $0 + $1.excluded.count }
        let parts = [
            (sweep.executions - failures.count - excluded, "completed"), (late, "timed out"), (failures.count - late, "failed"), (excluded, "excluded"),
        ]
        return parts.filter { $0.0 > 0 || $0.1 == "completed" }.map { "\(counted($0.0)) \($0.1)" }.joined(separator: ", ")
    }

    /// What the figures of a configuration are counted in: calls where every execution is one call.
    var measuredThing: String {
        if isOneCallEach { return "call" }
        return sweep.slot == nil && sweep.runs.count == 1 ? "execution" : "run"
    }

    /// What the figures are of that are not of cold calls.
    var own: SweepRow.Population {
        switch sweep.kind.population {
        case .warm: .warm
        case .mixed: isOneCallEach ? .undecided : .together
        case .allRequests: .allRequests
        }
    }

    private var calls: String { (sweep.kind.isWarm ? TTFTKind.Population.mixed : sweep.kind.population).calls }

    var article: String { measuredThing == "execution" ? "an" : "a" }

    var isOneCallEach: Bool {
        sweep.configurations.flatMap(\.executions).allSatisfy { $0.execution.numberOfCalls == 1 }
    }

    /// What the values of a metric are of, as it stands after "the median of": `the warm calls`.
    func population(of metric: SweepMetric) -> String {
        switch metric.statistics(in: sweep) {
        case [.warmMedian]: isOneCallEach ? "the warm calls" : "the warm medians of the \(measuredThing)s"
        case _ where isOneCallEach: "calls of which it is not known whether they were cold"
        case [.mean]: "the program's means over \(calls)"
        case [.median]: "the medians over calls of which it is not known whether they were cold"
        default: "the program's figures over \(calls)"
        }
    }

    /// What a value that stands for itself is: `one of the warm calls`.
    func single(of metric: SweepMetric) -> String {
        isOneCallEach && !metric.statistics(in: sweep).contains(.warmMedian)
            ? "a call of which it is not known whether it was cold" : "one of \(population(of: metric))"
    }

    /// `1 call`, `2 calls`, `1 to 3 calls`.
    static func extent(_ counts: [Int], _ thing: String) -> String {
        guard let least = counts.min(), let most = counts.max() else { return counted(0, thing) }
        return least == most ? counted(most, thing) : "\(counted(least)) to \(counted(most, thing))"
    }

    /// `num_gpu, num_ctx and temperature`.
    static func enumerated(_ names: [String]) -> String {
        guard let last = names.last, names.count > 1 else { return names.first ?? "" }
        return "\(names.dropLast().joined(separator: ", ")) and \(last)"
    }
}

extension AgentExecution {
    /// Why it failed, where that is known.
    var cause: String? { error ?? calls.lazy.compactMap(\.error).first }
}
