import AgentRuns
import Bytes
import Charts

/// A metric over two fields.
extension ChartBlockDrawing {
    /// Labels beyond these can't be read, nor would the rectangles hold their figures.
    private static let rowLimit = 40
    private static let columnLimit = 24

    func writeHeatmap(into output: inout ByteBuffer) throws(ChartBlockProblem) {
        var drawing = self
        drawing.block.grouping = try axes()
        try drawing.writeEachPopulation(into: &output) { charts, name, output throws(ChartBlockProblem) in
            guard let fields = charts.grouping.fields, fields.count == 2 else { return }
            let map = FieldMap(charts.observations, rows: fields[0], columns: fields[1]) { charts.value($0) != nil }
            guard map.rowValues.count <= Self.rowLimit, map.columnValues.count <= Self.columnLimit else {
                throw ChartBlockProblem(
                    message: "a heatmap has at most \(Self.rowLimit) rows and \(Self.columnLimit) columns, and this one would have "
                        + "\(map.rowValues.count) and \(map.columnValues.count); choose other fields or fewer runs with 'where'", key: "group-by")
            }
            charts.heatmap(map, name: name).write(into: &output, withTable: true)
        }
    }

    /// The two fields that the block names, or the two options that vary most.
    private func axes() throws(ChartBlockProblem) -> [RunField] {
        if let fields = block.grouping {
            guard fields.count == 2 else {
                throw ChartBlockProblem(
                    message: "a heatmap has two fields, one for its rows and one for its columns, such as [\"num_gpu\", \"num_ctx\"]", key: "group-by"
                )
            }
            return fields
        }
        let varying = FieldMap.varyingOptions(of: observations).prefix(2)
        guard varying.count == 2 else {
            let found = varying.first.map { "only '\($0.id)' differs" } ?? "no option differs"
            throw ChartBlockProblem(
                message: "a heatmap needs two options, and \(found) among these runs; name two fields with 'group-by'", key: "kind")
        }
        let order = SamplingConfiguration.standardOptions
        return varying.sorted { (order.firstIndex(of: $0.id) ?? .max) < (order.firstIndex(of: $1.id) ?? .max) }
    }
}

extension MetricCharts {
    fileprivate func heatmap(_ map: FieldMap, name: String) -> HeatmapChart {
        let figures = map.rowValues.map { row in map.columnValues.map { column in GroupFigure(map[row, column], of: metric.id) } }
        let usual = figures.flatMap { $0 }.map(\.values.count).filter { $0 > 0 }.mostFrequent ?? 1
        let cells = figures.map { $0.map { HeatmapCell($0.median, note: $0.note(usual: usual), href: link(to: $0)) } }
        let unit = NumberFormat(figures.flatMap { $0.map(\.median) }, of: .given(in: metric.unit)).unit.symbol
        var caption = captionSentences
        caption.append(unit.isEmpty ? "\(metric.name)." : "\(metric.name) in \(unit).")
        caption.append(
            usual == 1 && figures.allSatisfy { $0.allSatisfy { $0.values.count <= 1 } }
                ? "A figure is one \(population.thing)." : "A figure is the median of its \(population.thing)s, n \(usual) where nothing else stands."
        )
        caption += mixtures(figures.flatMap { $0 }.map(\.observations))
        if map.leftOut > 0 { caption.append("Left out: \(counted(map.leftOut, "execution")) without \(map.rows.id) or \(map.columns.id).") }
        return HeatmapChart(
            text: ChartText(
                name: name,
                summary:
                    "\(metric.name) over \(map.rows.id) and \(map.columns.id), for each of \(map.rowValues.count) by \(map.columnValues.count) pairs of values.",
                caption: caption,
                ifEmpty: emptySentence, links: ChartData.links(from: page)),
            quantity: .given(in: metric.unit), higherIsBetter: metric.direction == .neither ? nil : metric.direction == .higherIsBetter,
            rows: HeatmapChart.Axis(map.rows.id, labels: map.rowValues.map(\.description)),
            columns: HeatmapChart.Axis(map.columns.id, labels: map.columnValues.map(\.description)), cells: cells)
    }

    /// The run of a cell that has one, else the configuration that all of its executions have.
    private func link(to figure: GroupFigure) -> String? {
        runLink(of: figure) ?? link(to: figure.observations.sharedConfiguration)
    }
}

extension Sequence where Element: Hashable & Comparable {
    /// The least of the elements that occur most often.
    fileprivate var mostFrequent: Element? {
        Dictionary(map { ($0, 1) }, uniquingKeysWith: +).min { ($1.value, $0.key) < ($0.value, $1.key) }?.key
    }
}
