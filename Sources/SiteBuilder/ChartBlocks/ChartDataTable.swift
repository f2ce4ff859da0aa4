import AgentRuns
import Bytes
import Charts

/// The figures that a chart was drawn from, folded under it, with the way to their runs and to the data files.
struct ChartDataTable {
    let charts: MetricCharts
    /// Metrics that stand beside the charts' own.
    var others: [Metric] = []
    let label: String

    private static let rowLimit = 16

    func write(into output: inout ByteBuffer) {
        let rows = Array(charts.observations.filter { charts.value($0) != nil || hasFailed($0) || !cold($0).isEmpty }.reversed())
        output.append("<details>\n<summary>Data</summary>\n")
        table(Array(rows.prefix(Self.rowLimit))).write(into: &output)
        writeSources(of: rows.count, into: &output)
        output.append("</details>\n")
    }

    /// Newest first.
    private func table(_ rows: [Observation]) -> Table {
        let groups = charts.grouping.groups(charts.observations)
        let labels = charts.grouping.labels(of: groups)
        let names = Dictionary(
            groups.flatMap { group in group.observations.map { ($0.place, labels.name(of: group)) } }, uniquingKeysWith: { first, _ in first })
        var table = RowTable(of: rows)
        table.add(.text("Started", sorted: true)) { .date($0.execution.timestamp ?? $0.run.startedAt) }
        table.add(.text("Run")) { .header($0.run.nameInSuite, href: charts.page.link(to: .run($0.run.id)), detail: $0.run.suite) }
        table.add(.text("Agent")) { .text($0.execution.slot) }
        if groups.count > 1 { table.add(.text("Shown as")) { .text(names[$0.place] ?? "–") } }
        table.add(.figures(charts.metric.name, .given(in: charts.metric.unit))) { .figure(charts.value($0)?.value) }
        for other in others { table.add(.figures(other.name, .given(in: other.unit))) { .figure(charts.value($0, of: other)?.value) } }
        table.add(.figures("n", .count, secondary: true, note: "calls"), ifAny: { charts.value($0)?.n != nil }) {
            .figure(charts.value($0)?.n.map(Double.init))
        }
        table.add(.text("Statistic", secondary: true)) { .faint(charts.value($0)?.statistic.name ?? "–") }
        table.add(.figures("Cold", .given(in: charts.metric.unit), secondary: true), ifAny: { !cold($0).isEmpty }) { .figure(cold($0).max()) }
        table.add(.text("State"), ifAny: hasFailed) { hasFailed($0) ? .verdict(.failed, "failed") : .blank }
        return table.table(label: label)
    }

    private func writeSources(of count: Int, into output: inout ByteBuffer) {
        output.append("<p class=\"note\">")
        if count > Self.rowLimit { output.append(escaped: "The newest \(Self.rowLimit) of \(count); the files have all. ") }
        output.append("Every execution of the site: ")
        output.append(link: "CSV", to: charts.page.link(to: .data("executions.csv")))
        output.append(", ")
        output.append(link: "JSON Lines", to: charts.page.link(to: .data("executions.jsonl")))
        output.append("</p>\n")
    }

    private func cold(_ observation: Observation) -> [Double] {
        charts.metric.id == .ttft ? observation.execution.coldValues(of: .ttft, coldLoadLimit: charts.site.model.coldLoadLimit) : []
    }

    private func hasFailed(_ observation: Observation) -> Bool { observation.execution.status == .failed }
}

extension Observation {
    /// What tells it from every other one: comparing whole runs would take long.
    fileprivate var place: String { "\(run.id)#\(index)" }
}
