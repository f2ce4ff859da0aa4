import AgentRuns
import Bytes
import Charts
import RunStatistics

/// Medians over the executions of a row: as points with what they are sure to within, or as bars where the metric is a total.
extension ChartBlockDrawing {
    func writeIntervals(into output: inout ByteBuffer) throws(ChartBlockProblem) {
        try writeEachPopulation(into: &output) { charts, name, output throws(ChartBlockProblem) in
            charts.intervals(name: name).write(into: &output, withTable: true)
        }
    }

    func writeBars(into output: inout ByteBuffer) throws(ChartBlockProblem) {
        try writeEachPopulation(into: &output) { charts, name, output throws(ChartBlockProblem) in
            guard charts.areTotals else {
                throw ChartBlockProblem(
                    message: "bars are for totals and counts, and '\(charts.metric.id.rawValue)' is neither; 'intervals' draws its medians",
                    key: "kind")
            }
            charts.bars(name: name).write(into: &output, withTable: true)
        }
    }
}

extension MetricCharts {
    /// Whether every value is a sum, for which the length of a bar stands; the length of a median's bar would say that it starts at nothing.
    fileprivate var areTotals: Bool { observations.compactMap(value).allSatisfy { $0.statistic == .total } }

    fileprivate func intervals(name: String) -> IntervalChart {
        let rows = FigureRows(self)
        return IntervalChart(
            text: text(of: rows, name: name, mark: "A point"), quantity: .given(in: metric.unit), series: rows.marks.map { GroupedSeries($0) },
            rows: groupedRows(rows))
    }

    fileprivate func bars(name: String) -> BarChart {
        let rows = FigureRows(self)
        return BarChart(
            text: text(of: rows, name: name, mark: "A bar"), quantity: .given(in: metric.unit), series: rows.marks.map { GroupedSeries($0) },
            rows: groupedRows(rows))
    }

    private func groupedRows(_ rows: FigureRows) -> [GroupedRow] {
        let spread = FigureSpread(of: rows.figures)
        return rows.rows.map { row in
            GroupedRow(
                label: row.name, href: row.href,
                values: row.figures.map {
                    GroupedRow.Value($0.median, interval: spread.whisker(of: $0), count: $0.values.count, href: runLink(of: $0))
                })
        }
    }

    private func text(of rows: FigureRows, name: String, mark: String) -> ChartText {
        let isOfOne = rows.figures.allSatisfy { $0.values.count == 1 }
        var caption = captionSentences
        caption.append(
            isOfOne ? "\(mark) is one \(population.thing)." : "\(mark) is the median of its \(population.thing)s, of which n says how many.")
        if !isOfOne, let sentence = FigureSpread(of: rows.figures).sentence { caption.append(sentence) }
        caption += mixtures(rows.figures.map(\.observations))
        if rows.count > rows.rows.count { caption.append("The first \(rows.rows.count) of \(counted(rows.count, "row")).") }
        return ChartText(
            name: name, summary: "\(metric.name) in \(counted(rows.rows.count, "row")).", caption: caption, ifEmpty: emptySentence,
            links: ChartData.links(from: page))
    }

    /// The run, where all executions of a figure are of one.
    func runLink(of figure: GroupFigure) -> String? {
        guard let first = figure.observations.first, figure.observations.allSatisfy({ $0.run.id == first.run.id }) else { return nil }
        return page.link(to: .run(first.run.id))
    }
}
