import AgentRuns
import Bytes
import Charts

/// The executions that a chart shows one by one, folded under it, with the way to their runs.
struct ExecutionData {
    let charts: MetricCharts
    /// Metrics that stand beside the charts' own.
    var others: [Metric] = []
    let label: String

    private static let rowLimit = ChartTable.rowLimit

    func write(into output: inout ByteBuffer) {
        let rows = Array(charts.observations.filter { charts.value($0) != nil || hasFailed($0) || !cold($0).isEmpty }.newestFirst)
        ChartData(links: ChartData.links(from: charts.page)).write(into: &output) { output in
            table(Array(rows.prefix(Self.rowLimit))).write(into: &output)
            guard rows.count > Self.rowLimit else { return }
            output.append("<p class=\"note\">")
            output.append(escaped: "The newest \(Self.rowLimit) of \(rows.count); the files have all.")
            output.append("</p>\n")
        }
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
        table.add(.text(rows.allSatisfy(\.run.isServingBenchmark) ? "Tool" : "Agent")) { .text($0.execution.slot) }
        if groups.count > 1 { table.add(.text("Shown as")) { .text(names[$0.place] ?? "–") } }
        table.add(.figures(charts.metric.name, .given(in: charts.metric.unit))) { .figure(charts.value($0)?.value) }
        for other in others { table.add(.figures(other.name, .given(in: other.unit))) { .figure(charts.value($0, of: other)?.value) } }
        table.add(.figures("n", .count, secondary: true, note: "calls"), ifAny: { charts.value($0)?.n != nil }) {
            .figure(charts.value($0)?.n.map(Double.init))
        }
        table.add(.text("Statistic", secondary: true)) { .faint(charts.value($0)?.statistic.name ?? "–") }
        table.add(.figures("Cold", .given(in: charts.metric.unit), secondary: true), ifAny: { !cold($0).isEmpty }) { .figure(cold($0).max()) }
        table.add(.text("State"), ifAny: \.hasState) { .state(of: $0) }
        return table.table(label: label)
    }

    private func cold(_ observation: Observation) -> [Double] {
        charts.metric.id == .ttft ? observation.execution.coldValues(of: .ttft) : []
    }

    private func hasFailed(_ observation: Observation) -> Bool { observation.execution.status == .failed }
}

extension Observation {
    /// What tells it from every other one: comparing whole runs would take long.
    fileprivate var place: String { "\(run.id)#\(index)" }
}
