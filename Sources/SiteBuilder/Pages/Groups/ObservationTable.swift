import AgentRuns
import Charts

/// A table of executions, newest first, one execution a row.
///
/// What is the same in every row is not a column: the page says it once.
struct ObservationTable {
    let observations: [Observation]
    let label: String
    /// Of all executions of the page's list, of which these are a part.
    let options: OptionLabels

    func table(from page: PagePath, in site: SiteContext) -> Table {
        func central(_ metric: MetricID, _ observation: Observation) -> CentralValue? {
            observation.execution.centralValue(of: metric)
        }
        func cold(_ observation: Observation) -> Double? { observation.execution.coldValues(of: .ttft).max() }
        func statistic(_ observation: Observation) -> String { central(.ttft, observation)?.statistic.name ?? "–" }
        func basis(_ observation: Observation) -> MetricBasis? { observation.basis(of: .outputThroughput) }
        func kind(_ observation: Observation) -> String {
            observation.run.isServingBenchmark && central(.ttft, observation) == nil && cold(observation) == nil ? "–" : TTFTKind(observation).name
        }

        var rows = RowTable(of: observations)
        rows.add(.text("Started", sorted: true)) { .date($0.execution.timestamp ?? $0.run.startedAt) }
        rows.add(.text("Run")) { .header($0.run.nameInSuite, href: page.link(to: .run($0.run.id)), detail: $0.run.suite) }
        rows.add(.text(observations.allSatisfy(\.run.isServingBenchmark) ? "Tool" : "Agent")) { .text($0.execution.slot) }
        rows.add(.text("Scenario", secondary: true), ifVaries: \.run.scenario) { .text($0.run.scenario ?? "–") }
        rows.add(.text("Configuration", secondary: true), ifVaries: { $0.series.configuration }) { observation in
            let configuration = observation.series.configuration
            return .link(options.label(of: configuration.options) ?? configuration.options.label, href: page.link(to: site.page(of: configuration)))
        }
        rows.add(.figures("TTFT", .milliseconds), ifAny: { central(.ttft, $0) != nil || !$0.run.isServingBenchmark }) {
            .figure(central(.ttft, $0)?.value)
        }
        rows.add(.figures("n", .count, secondary: true, note: "calls")) {
            .figure((central(.ttft, $0)?.n ?? $0.execution.numberOfCalls).map(Double.init))
        }
        rows.add(.text("Statistic", secondary: true), ifVaries: statistic) { .faint(statistic($0)) }
        rows.add(.text("TTFT is", secondary: true), ifVaries: kind) { .faint(kind($0)) }
        rows.add(.figures("Cold", .milliseconds, secondary: true), ifAny: { cold($0) != nil }) { .figure(cold($0)) }
        rows.add(.figures("Throughput", .tokensPerSecond)) { .figure(central(.outputThroughput, $0)?.value) }
        for metric in Metric.otherThroughputs {
            rows.add(
                .figures(metric.name, .given(in: metric.unit)), ifAny: { central(.outputThroughput, $0) == nil && central(metric.id, $0) != nil }
            ) {
                .figure(central(metric.id, $0)?.value)
            }
        }
        rows.add(.text("Throughput is", secondary: true), ifVaries: basis) { .faint("of \(basis($0)?.name ?? "–")") }
        rows.add(.figures("Output", .count(of: "tokens"), secondary: true)) { .figure($0.execution.metrics[.outputTokens]?.headline) }
        rows.add(.figures("Total", .milliseconds, secondary: true), ifAny: { !$0.run.isServingBenchmark }) {
            .figure($0.execution.metrics[.totalDuration]?.headline)
        }
        rows.add(.text("State"), ifAny: \.hasState) { .state(of: $0) }
        return rows.table(label: label)
    }
}

extension Table.Cell {
    /// Whether the execution failed, its tool rejects the result, or somebody excluded it; blank where nothing is so.
    static func state(of observation: Observation) -> Table.Cell {
        let excluded = observation.exclusions
        let phrases = excluded.isEmpty ? nil : excluded.map(\.phrase).joined(separator: "; ")
        if observation.exclusion != nil { return .verdict(.excluded, Verdict.excluded.word, detail: phrases) }
        if observation.hasFailed { return .verdict(.failed, "failed", detail: phrases) }
        if let phrases, !observation.isInvalid { return .verdict(.excluded, "excluded in part", detail: phrases) }
        return observation.isInvalid ? .verdict(.invalid, Verdict.invalid.word) : .blank
    }
}

extension Observation {
    /// Whether a table has to say something of the execution beside its figures.
    var hasState: Bool { execution.status == .failed || isInvalid || !exclusions.isEmpty }
}
