import AgentRuns
import Bytes
import Charts
import RunStatistics

/// A metric over the first two options of a sweep: the median over all others in each cell.
struct SweepMap {
    let sweep: Sweep
    let metric: SweepMetric
    let page: PagePath
    let site: SiteContext

    /// What stands in one cell: the configurations that share its two values.
    private struct Cell {
        let configurations: [SweepConfiguration]
        let values: [Double]
        let coldCalls: Int
        let failures: Int
    }

    private var rows: SweepOption { sweep.options[0] }
    private var columns: SweepOption { sweep.options[1] }

    var isEmpty: Bool { !sweep.configurations.contains { $0.figures.contains { $0[keyPath: metric.figure] != nil } } }

    /// The unit that the figures are shown in.
    var unit: String {
        let values = cells.flatMap { $0 }.compactMap { SampleSummary($0.values)?.median }
        return NumberFormat(values, of: metric.quantity).unit.symbol
    }

    /// - Parameter captioned: whether the caption says what the cells are, which the map beside this one may have said already.
    func chart(captioned: Bool = true) -> HeatmapChart {
        let cells = cells
        let usual = Self.usualCount(in: cells)
        let name = metric.heading(in: sweep)
        return HeatmapChart(
            text: ChartText(
                name: "\(name) over \(rows.name) and \(columns.name)",
                summary: "\(name) of each combination of \(rows.name) and \(columns.name).",
                caption: captioned ? caption : [], ifEmpty: "No configuration has a value.", links: SweepData(sweep: sweep).links(from: page)),
            quantity: metric.quantity, higherIsBetter: metric.higherIsBetter,
            rows: HeatmapChart.Axis(rows.name, labels: rows.values.map(\.description)),
            columns: HeatmapChart.Axis(columns.name, labels: columns.values.map(\.description)),
            cells: cells.map { $0.map { drawn($0, usual: usual) } })
    }

    private var cells: [[Cell]] {
        let byPlace = Dictionary(grouping: sweep.configurations) { [$0.values[0], $0.values[1]] }
        return rows.values.map { row in
            columns.values.map { column in
                let configurations = byPlace[[row, column]] ?? []
                return Cell(
                    configurations: configurations, values: configurations.flatMap { $0.figures.compactMap { $0[keyPath: metric.figure] } },
                    coldCalls: configurations.reduce(0) { $0 + $1.coldN }, failures: configurations.reduce(0) { $0 + $1.failures.count })
            }
        }
    }

    private func drawn(_ cell: Cell, usual: Int?) -> HeatmapCell {
        let n = cell.values.count
        var notes: [String] = []
        if n > 0, n != usual { notes.append("n \(n)") }
        if cell.failures > 0 { notes.append("\(cell.failures) failed") }
        if n == 0, cell.coldCalls > 0 { notes.append("\(cell.coldCalls) cold") }
        let only = cell.configurations.count == 1 ? cell.configurations.first : nil
        return HeatmapCell(
            SampleSummary(cell.values)?.median, note: notes.isEmpty ? nil : notes.joined(separator: ", "),
            href: only.map { page.link(to: site.page(of: $0.configuration)) })
    }

    /// The number of values that most cells are made of; of two that are as frequent, the larger one.
    private static func usualCount(in cells: [[Cell]]) -> Int? {
        let counts = cells.flatMap { $0 }.map(\.values.count).filter { $0 > 0 }
        return Dictionary(grouping: counts) { $0 }.max { ($0.value.count, $0.key) < ($1.value.count, $1.key) }?.key
    }

    /// What a cell is, how many values it has, and what is not in it.
    var caption: [String] {
        let cells = cells.flatMap { $0 }
        let counts = Set(cells.map(\.values.count)).subtracting([0])
        let usual = Self.usualCount(in: self.cells) ?? 0
        let words = SweepWords(sweep: sweep)
        let rest = sweep.options.dropFirst(2).map(\.name)
        var sentences: [String] = []
        if counts == [1] {
            sentences.append("Each cell is \(words.single(of: metric)).")
        } else {
            let over = rest.isEmpty ? "" : " over \(SweepWords.enumerated(rest))"
            sentences.append("Median\(over) of \(words.population(of: metric)), n \(usual)\(counts.count > 1 ? " unless noted" : "").")
        }
        let cold = sweep.configurations.reduce(0) { $0 + $1.coldN }
        if cold > 0, metric.statistics(in: sweep).contains(.warmMedian) {
            let left = !words.isOneCallEach ? "Cold calls are" : cold == 1 ? "The cold call is" : "The \(counted(cold)) cold calls are"
            sentences.append("\(left) left out.")
        }
        if metric == .throughput, sweep.leftOut > 0 {
            sentences.append("\(counted(sweep.leftOut, "mean")) over cold and warm calls together \(sweep.leftOut == 1 ? "is" : "are") left out.")
        }
        if cells.contains(where: { $0.configurations.isEmpty }) { sentences.append("A dash alone was not measured.") }
        return sentences
    }
}
