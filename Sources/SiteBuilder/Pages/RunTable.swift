import AgentRuns
import Charts

/// A table of runs, newest first, one run a row, its two agents side by side.
struct RunTable {
    let runs: [Run]
    let label: String

    func table(from page: PagePath, in site: SiteContext) -> Table {
        let zones = Set(runs.compactMap(\.startedAt).map { $0.zoneName ?? ($0.timeOfDay == nil ? "" : "as written") })
        let zone = zones.count == 1 ? zones.first : zones.isEmpty ? nil : "as written"
        return Table(
            label: label,
            columns: [
                .text("Started", sorted: true, note: zone),
                .text("Run"),
                .text("Scenario", secondary: true),
                .text("Model", secondary: true),
                .figures("A", .milliseconds, group: "TTFT"),
                .figures("B", .milliseconds, group: "TTFT"),
                .text("TTFT is", secondary: true),
                .figures("Cold", .milliseconds, secondary: true),
                .figures("A", .tokensPerSecond, group: "Throughput", secondary: true),
                .figures("B", .tokensPerSecond, group: "Throughput", secondary: true),
                .figures("Speed-up", .speedUp, secondary: true),
                .text("State"),
            ],
            rows: runs.map { row($0, from: page, in: site) })
    }

    private func row(_ run: Run, from page: PagePath, in site: SiteContext) -> [Table.Cell] {
        let limit = site.model.coldLoadLimit
        let isPair = run.executions.count <= 2
        func figure(_ index: Int, _ metric: MetricID) -> Table.Cell {
            guard isPair, run.executions.indices.contains(index) else { return .blank }
            return .figure(run.executions[index].centralValue(of: metric, coldLoadLimit: limit)?.value)
        }
        let cold = run.executions.flatMap { $0.coldValues(of: .ttft, coldLoadLimit: limit) }.max()
        let definitions = Set(run.executions.map(\.ttftDefinition))
        return [
            .date(run.startedAt),
            .header(run.id, href: page.link(to: .run(run.id)), detail: nil),
            .text(run.scenario ?? "–"),
            .text(run.models.isEmpty ? "–" : run.models.joined(separator: ", ")),
            figure(0, .ttft), figure(1, .ttft),
            .faint(definitions.count == 1 ? definitions.first?.shortName ?? "" : "several"),
            .figure(cold),
            figure(0, .outputThroughput), figure(1, .outputThroughput),
            run.coordination == nil ? .blank : .figure(run.coordination?.speedup),
            state(run),
        ]
    }

    private func state(_ run: Run) -> Table.Cell {
        let failed = run.executions.count { $0.status == .failed }
        if failed == 0 { return run.executions.count > 2 ? .text("\(run.executions.count) configurations") : .text("completed") }
        return .verdict(.failed, failed == run.executions.count ? "failed" : "\(failed) of \(run.executions.count) failed")
    }
}
