import AgentRuns
import Charts

/// The words that the pages of a sweep over load share.
struct LoadWords {
    let sweep: LoadSweep

    /// `Llama-3.3-70B over request_rate, dataset random`; the tool's name where the model has none.
    var title: String {
        let subject = sweep.plan.model ?? sweep.plan.program ?? sweep.plan.suite
        let work = sweep.tellingWorkload.compactMap { name in sweep.plan.workload[name].map { "\(name) \($0)" } }
        return (["\(subject) over \(load)"] + work).joined(separator: ", ")
    }

    /// `request_rate`, `concurrency and request_rate`.
    var load: String {
        sweep.loadOptions.isEmpty ? "load" : SweepWords.enumerated(sweep.loadOptions.reversed())
    }

    /// How a point is named in a chart and in a sentence: the value alone where there is one kind of load.
    func label(of load: Load) -> String {
        sweep.loadOptions.count == 1 ? load.value : load.label
    }

    /// `at request_rate 8` in a sentence; the curve's name stands after it where there are several.
    func place(_ place: LoadSweep.Place) -> String {
        let load = sweep.point(at: place).load.label.replacing(" ", with: "\u{A0}")
        return sweep.curves.count > 1 ? "\(load), \(sweep.curves[place.curve].label)" : load
    }

    /// What the numbers of the load are, in a reader's words.
    var loadSentence: String? {
        guard sweep.loadOptions.count == 1 else { return nil }
        return sweep.loadOptions[0] == "concurrency" ? "Labels are requests in flight." : "Labels are requests sent a second."
    }

    var throughputName: String { Metric(sweep.throughput)?.name ?? sweep.throughput.rawValue }
    var throughputUnit: Quantity { .given(in: Metric(sweep.throughput)?.unit ?? "") }

    /// `2025-10-04 · vllm · 5 loads, 7 runs · backend vllm throughout · dataset random`, fact by fact.
    var facts: [String] {
        let (runs, plan) = (sweep.runs, sweep.plan)
        return [
            SweepWords.dates(of: runs) ?? "no date recorded", plan.scenario, plan.program,
            "\(counted(sweep.places.count, "point")), \(counted(runs.count, "run"))", sweep.labels.throughout,
            plan.workload.options.isEmpty ? nil : plan.workload.label,
        ].compactMap(\.self)
    }

    /// What the figures of a metric are of, where tools mean different things by it: `TTFT is the time to the first chunk.`
    func definition(of metric: MetricID) -> String? {
        if metric == .ttft { return "TTFT is \(sweep.plan.definition.phrase)." }
        guard let known = Metric(metric), metric != .e2eLatency else { return nil }
        return sweep.observations.first?.basis(of: metric)?.sentence(for: known)
    }
}
