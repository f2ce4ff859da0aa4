import AgentRuns
import Charts

/// A table of executions, newest first, one execution a row.
struct ObservationTable {
    let observations: [Observation]
    let label: String
    /// Whether the rows differ in their configuration, so that it must be shown.
    var showsConfiguration = false

    func table(from page: PagePath, in site: SiteContext) -> Table {
        var columns: [Table.Column] = [
            .text("Started", sorted: true),
            .text("Run"),
            .text("Agent"),
            .text("Scenario", secondary: true),
        ]
        if showsConfiguration { columns.append(.text("Configuration", secondary: true)) }
        columns += [
            .figures("TTFT", .milliseconds),
            .text("Statistic", secondary: true),
            .figures("n", .count, secondary: true, note: "calls"),
            .figures("Cold", .milliseconds, secondary: true),
            .figures("Throughput", .tokensPerSecond),
            .figures("Output", .count(of: "tokens"), secondary: true),
            .figures("Total", .milliseconds, secondary: true),
            .text("State"),
        ]
        return Table(label: label, columns: columns, rows: observations.map { row($0, from: page, in: site) })
    }

    private func row(_ observation: Observation, from page: PagePath, in site: SiteContext) -> [Table.Cell] {
        let run = observation.run
        let execution = observation.execution
        let limit = site.model.coldLoadLimit
        let ttft = execution.centralValue(of: .ttft, coldLoadLimit: limit)
        let configuration = Configuration(execution)
        var cells: [Table.Cell] = [
            .date(execution.timestamp ?? run.startedAt),
            .header(run.id, href: page.link(to: .run(run.id)), detail: nil),
            .text(execution.slot),
            .text(run.scenario ?? "–"),
        ]
        if showsConfiguration {
            cells.append(.link(configuration.options.label, href: page.link(to: site.page(of: configuration))))
        }
        return cells + [
            .figure(ttft?.value),
            .faint(ttft.map { "\($0.statistic.name), \(execution.ttftDefinition.shortName)" } ?? "–"),
            .figure((ttft?.n ?? execution.numberOfCalls).map(Double.init)),
            .figure(execution.coldValues(of: .ttft, coldLoadLimit: limit).max()),
            .figure(execution.centralValue(of: .outputThroughput, coldLoadLimit: limit)?.value),
            .figure(execution.metrics[.outputTokens]?.headline),
            .figure(execution.metrics[.totalDuration]?.headline),
            execution.status == .failed ? .verdict(.failed, "failed") : .text("completed"),
        ]
    }
}
