import AgentRuns
import Charts

/// One figure over the values of an option: a curve for each setting.
struct OptionSweepChart {
    let sweep: OptionSweep
    let figure: OptionSweep.Figure
    let page: PagePath

    var chart: ScatterChart {
        let words = OptionSweepWords(sweep: sweep)
        let curves = figure.curves.prefix(ScatterChart.groupLimit)
        return ScatterChart(
            text: ChartText(
                name: "\(words.name(of: figure)) over \(sweep.option)", summary: "\(words.name(of: figure)) at each value of \(sweep.option).",
                caption: caption, ifEmpty: "No run has both figures.", links: OptionSweepData(sweep: sweep).path.chartLinks(from: page)),
            title: PanelTitle(words.name(of: figure)), across: ScatterChart.Axis(sweep.option, quantity: .count),
            up: ScatterChart.Axis(words.name(of: figure).lowercased(), quantity: .given(in: Metric(figure.metric)?.unit ?? "")),
            groups: curves.map { ScatterChart.Group($0.label) },
            points: curves.enumerated().flatMap { number, curve in curve.points.compactMap { point($0, of: number) } })
    }

    private func point(_ point: LoadPoint, of curve: Int) -> ScatterPoint? {
        guard case .of(_, .number(let value)) = point.load, let up = point.value(figure.metric, .mean) else { return nil }
        return ScatterPoint(
            across: value, up: up, group: curve, label: point.load.label, href: point.observations.first.map { page.link(to: .run($0.run.id)) },
            line: curve)
    }

    private var caption: [String] {
        let counts = figure.curves.flatMap(\.points).map { $0.n(figure.metric, .mean) }.filter { $0 > 0 }
        let rest = figure.curves.count - ScatterChart.groupLimit
        let basis = figure.curves.first?.points.first?.observations.first?.basis(of: figure.metric)
        return [
            "Higher is better.", Set(counts) == [1] ? "Each point is one run." : "Each point is the median of \(SweepWords.extent(counts, "run")).",
            basis.flatMap { basis in Metric(figure.metric).map(basis.sentence) },
            rest > 0 ? "The first \(ScatterChart.groupLimit) of \(figure.curves.count) settings; the table has all." : nil,
        ].compactMap(\.self)
    }
}
