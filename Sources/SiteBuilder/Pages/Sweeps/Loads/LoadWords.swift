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
        let runs = sweep.runs.count
        let points = sweep.places.count
        return [dates, sweep.plan.scenario, sweep.plan.program, "\(counted(points, "point")), \(counted(runs, "run"))", shared, work].compactMap(
            \.self)
    }

    private var dates: String? {
        let dates = sweep.runs.compactMap(\.startedAt?.date)
        guard let first = dates.min(), let last = dates.max() else { return "no date recorded" }
        return first == last ? first : "\(first) to \(last)"
    }

    private var shared: String? {
        let options = sweep.sharedOptions.map { "\($0.name) \($0.value)" }
        return options.isEmpty ? nil : options.joined(separator: ", ") + " throughout"
    }

    private var work: String? {
        let options = sweep.plan.workload.options.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value)" }
        return options.isEmpty ? nil : options.joined(separator: ", ")
    }

    /// What the figures of a metric are of, where tools mean different things by it: `TTFT is the time to the first chunk.`
    func definition(of metric: MetricID) -> String? {
        if metric == .ttft { return "TTFT is \(sweep.plan.definition.phrase)." }
        guard let known = Metric(metric), metric != .e2eLatency else { return nil }
        return sweep.observations.first?.basis(of: metric)?.sentence(for: known)
    }
}
