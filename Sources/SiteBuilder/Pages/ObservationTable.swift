import AgentRuns
import Charts

/// A table of executions, newest first, one execution a row.
///
/// What is the same in every row is not a column: the page says it once.
struct ObservationTable {
    let observations: [Observation]
    let label: String

    private struct Column {
        var head: Table.Column
        var cell: (Observation) -> Table.Cell
    }

    func table(from page: PagePath, in site: SiteContext) -> Table {
        let columns = columns(from: page, in: site)
        return Table(label: label, columns: columns.map(\.head), rows: observations.map { row in columns.map { $0.cell(row) } })
    }

    private func columns(from page: PagePath, in site: SiteContext) -> [Column] {
        let limit = site.model.coldLoadLimit
        func central(_ metric: MetricID) -> (Observation) -> CentralValue? { { $0.execution.centralValue(of: metric, coldLoadLimit: limit) } }
        func cold(_ observation: Observation) -> Double? { observation.execution.coldValues(of: .ttft, coldLoadLimit: limit).max() }
        func statistic(_ observation: Observation) -> String { central(.ttft)(observation)?.statistic.name ?? "–" }
        func definition(_ observation: Observation) -> String { TTFTKind(observation.execution).name }

        var columns = [
            Column(head: .text("Started", sorted: true)) { .date($0.execution.timestamp ?? $0.run.startedAt) },
            Column(head: .text("Run")) { .header($0.run.nameInSuite, href: page.link(to: .run($0.run.id)), detail: $0.run.suite) },
            Column(head: .text("Agent")) { .text($0.execution.slot) },
        ]
        if varies({ $0.run.scenario }) { columns.append(Column(head: .text("Scenario", secondary: true)) { .text($0.run.scenario ?? "–") }) }
        if varies({ Configuration($0.execution) }) {
            columns.append(
                Column(head: .text("Configuration", secondary: true)) { observation in
                    let configuration = Configuration(observation.execution)
                    return .link(configuration.options.label, href: page.link(to: site.page(of: configuration)))
                })
        }
        columns += [
            Column(head: .figures("TTFT", .milliseconds)) { .figure(central(.ttft)($0)?.value) },
            Column(head: .figures("n", .count, secondary: true, note: "calls")) {
                .figure((central(.ttft)($0)?.n ?? $0.execution.numberOfCalls).map(Double.init))
            },
        ]
        if varies(statistic) { columns.append(Column(head: .text("Statistic", secondary: true)) { .faint(statistic($0)) }) }
        if varies(definition) { columns.append(Column(head: .text("TTFT is", secondary: true)) { .faint(definition($0)) }) }
        if observations.contains(where: { cold($0) != nil }) {
            columns.append(Column(head: .figures("Cold", .milliseconds, secondary: true)) { .figure(cold($0)) })
        }
        columns += [
            Column(head: .figures("Throughput", .tokensPerSecond)) { .figure(central(.outputThroughput)($0)?.value) },
            Column(head: .figures("Output", .count(of: "tokens"), secondary: true)) { .figure($0.execution.metrics[.outputTokens]?.headline) },
            Column(head: .figures("Total", .milliseconds, secondary: true)) { .figure($0.execution.metrics[.totalDuration]?.headline) },
        ]
        if observations.contains(where: { $0.execution.status == .failed }) {
            columns.append(Column(head: .text("State")) { $0.execution.status == .failed ? .verdict(.failed, "failed") : .blank })
        }
        return columns
    }

    private func varies<Value: Hashable>(_ value: (Observation) -> Value) -> Bool { Set(observations.map(value)).count > 1 }
}
