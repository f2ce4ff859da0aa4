import AgentRuns
import Charts

/// A table of runs, newest first, one run a row, its two agents side by side.
///
/// What is the same in every row is not a column: the page says it once.
struct RunTable {
    let runs: [Run]
    let label: String
    /// Whether the suite stands in the page's own heading.
    var isOfOneSuite = false

    private struct Column {
        var head: Table.Column
        var cell: (Run) -> Table.Cell
    }

    func table(from page: PagePath, in site: SiteContext) -> Table {
        let columns = columns(from: page, in: site)
        return Table(label: label, columns: columns.map(\.head), rows: runs.map { run in columns.map { $0.cell(run) } })
    }

    private func columns(from page: PagePath, in site: SiteContext) -> [Column] {
        let limit = site.model.coldLoadLimit
        func figure(_ index: Int, _ metric: MetricID) -> (Run) -> Table.Cell {
            { run in
                guard run.executions.count <= 2, run.executions.indices.contains(index) else { return .blank }
                return .figure(run.executions[index].centralValue(of: metric, coldLoadLimit: limit)?.value)
            }
        }
        func cold(_ run: Run) -> Double? { run.executions.flatMap { $0.coldValues(of: .ttft, coldLoadLimit: limit) }.max() }

        var columns = [
            Column(head: .text("Started", sorted: true, note: zone)) { .date($0.startedAt) },
            Column(head: .text("Run")) { name($0, page) },
        ]
        if !isOfOneSuite || varies(\.scenario) { columns.append(Column(head: .text("Scenario", secondary: true)) { .text($0.scenario ?? "–") }) }
        if !isOfOneSuite || varies(\.models) { columns.append(Column(head: .text("Model", secondary: true)) { .text(modelNames($0)) }) }
        columns += [
            Column(head: .figures("A", .milliseconds, group: "TTFT"), cell: figure(0, .ttft)),
            Column(head: .figures("B", .milliseconds, group: "TTFT"), cell: figure(1, .ttft)),
        ]
        if varies(definition) { columns.append(Column(head: .text("TTFT is", secondary: true)) { .faint(definition($0)) }) }
        if runs.contains(where: { cold($0) != nil }) {
            columns.append(Column(head: .figures("Cold", .milliseconds, secondary: true)) { .figure(cold($0)) })
        }
        columns += [
            Column(head: .figures("A", .tokensPerSecond, group: "Throughput", secondary: true), cell: figure(0, .outputThroughput)),
            Column(head: .figures("B", .tokensPerSecond, group: "Throughput", secondary: true), cell: figure(1, .outputThroughput)),
        ]
        if runs.contains(where: { $0.coordination != nil }) {
            columns.append(Column(head: .figures("Speed-up", .speedUp, secondary: true)) { $0.coordination.map { .figure($0.speedup) } ?? .blank })
        }
        if runs.contains(where: { $0.hasFailed || $0.executions.count > 2 }) { columns.append(Column(head: .text("State"), cell: state)) }
        return columns
    }

    private func varies<Value: Hashable>(_ value: (Run) -> Value) -> Bool { Set(runs.map(value)).count > 1 }

    /// The run below its suite; the suite on a line under it where the page does not name it.
    private func name(_ run: Run, _ page: PagePath) -> Table.Cell {
        .header(run.nameInSuite, href: page.link(to: .run(run.id)), detail: isOfOneSuite ? nil : run.suite)
    }

    private func modelNames(_ run: Run) -> String { run.models.isEmpty ? "–" : run.models.joined(separator: ", ") }

    private func definition(_ run: Run) -> String {
        let kinds = Set(run.executions.map { TTFTKind($0) })
        return kinds.count == 1 ? kinds.first?.name ?? "" : "several"
    }

    /// The zone that all times share, for the head of their column.
    private var zone: String? {
        let zones = Set(runs.compactMap(\.startedAt).filter { $0.timeOfDay != nil }.map { $0.zoneName ?? "as written" })
        return zones.count > 1 ? "as written" : zones.first
    }

    private func state(_ run: Run) -> Table.Cell {
        let failed = run.executions.count { $0.status == .failed }
        if failed == 0 { return run.executions.count > 2 ? .text("\(run.executions.count) configurations") : .blank }
        return .verdict(.failed, failed == run.executions.count ? "failed" : "\(failed) of \(run.executions.count) failed")
    }
}
