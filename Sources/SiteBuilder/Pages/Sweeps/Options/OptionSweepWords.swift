import AgentRuns
import Charts

/// The words that the pages of a sweep over one option share.
struct OptionSweepWords {
    let sweep: OptionSweep

    /// `gpt-oss 20B F16 over n_depth`.
    var title: String { "\(sweep.plan.model ?? sweep.plan.program ?? sweep.plan.suite) over \(sweep.option)" }

    /// `2025-10-28 · llama-bench · 5 values, 10 runs · backend ROCm, type_k f16 throughout`, fact by fact.
    var facts: [String] {
        let observations = sweep.observations
        let values = Set(observations.compactMap { $0.execution.configuration[sweep.option] }).count
        let runs = observations.runs
        return [
            dateSpan(of: runs) ?? "no date recorded", sweep.plan.scenario, sweep.plan.program,
            "\(counted(values, "value")), \(counted(runs.count, "run"))", OptionLabels(observations.map(\.execution.configuration)).throughout,
        ].compactMap(\.self)
    }

    func name(of figure: OptionSweep.Figure) -> String { Metric(figure.metric)?.name ?? figure.metric.rawValue }

    /// `Output throughput: 49.9 tok/s at n_depth 0, 34.8 tok/s at n_depth 65536, 30 % less.`, for a figure that has one curve.
    func sentence(of figure: OptionSweep.Figure) -> String? {
        guard figure.curves.count == 1, let points = figure.curves.first?.points, let first = points.first, let last = points.last,
            let start = first.value(figure.metric, .mean), let end = last.value(figure.metric, .mean), start > 0
        else { return nil }
        let quantity = Quantity.given(in: Metric(figure.metric)?.unit ?? "")
        func place(_ point: LoadPoint, _ value: Double) -> String {
            "\(NumberFormat(value, of: quantity, in: .sentence).text(value)) at \(point.load.label.replacing(" ", with: "\u{A0}"))"
        }
        let change = end / start - 1
        let share = NumberFormat(abs(change), of: .fraction, in: abs(change) < 0.1 ? .column : .sentence).text(abs(change))
        return "\(name(of: figure)): \(place(first, start)), \(place(last, end)), \(share) \(change < 0 ? "less" : "more")."
    }
}
