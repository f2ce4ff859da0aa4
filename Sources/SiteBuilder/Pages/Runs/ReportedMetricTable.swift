import AgentRuns
import Bytes
import Charts

/// Every figure that a program reports of a run, as it reports it: for runs whose single calls are not stored.
struct ReportedMetricTable {
    /// The executions of the run.
    let observations: [Observation]

    private struct Row {
        let observation: Observation
        let id: MetricID
        let summary: MetricSummary

        var execution: AgentExecution { observation.execution }
        var metric: Metric? { Metric(id) }
        /// What the tool calls by a name that others use for something else.
        var definition: String? {
            let basis = observation.basis(of: id)
            return id == .tpot || id == .itl || basis == .allAtOnce ? basis?.name : nil
        }
        /// One unit and one number of decimals for all statistics of the metric.
        var format: NumberFormat {
            NumberFormat(MetricSummary.Statistic.allCases.map { summary[$0] }, of: .given(in: summary.unit), in: .column)
        }
    }

    /// More agents than this are a sweep, whose configurations have a table of their own.
    private static let agentLimit = 4

    /// The markup; nothing where every agent's calls are stored, or nothing is reported.
    var markup: ByteBuffer? {
        let observations = observations.filter(\.execution.calls.isEmpty)
        guard !observations.isEmpty, observations.count <= Self.agentLimit else { return nil }
        let rows = observations.flatMap { observation in
            observation.execution.metrics.sorted { Self.order($0.key) < Self.order($1.key) }
                .map { Row(observation: observation, id: $0.key, summary: $0.value) }
        }.filter { row in MetricSummary.Statistic.allCases.contains { row.summary[$0] != nil } }
        guard !rows.isEmpty else { return nil }
        var table = RowTable(of: rows)
        table.add(.text("Metric")) { row in
            .header(row.metric?.name ?? row.id.rawValue, href: nil, detail: row.definition, unit: row.format.unit.symbol)
        }
        if observations.count > 1 { table.add(.text("Agent")) { .text($0.execution.slot) } }
        for statistic in MetricSummary.Statistic.allCases {
            table.add(
                .figures(Self.name(statistic), .count, secondary: ![.mean, .p50, .sum].contains(statistic), note: ""),
                ifAny: { $0.summary[statistic] != nil }, { .number($0.summary[statistic], $0.format) })
        }
        table.add(.figures("n", .count, secondary: true), ifAny: { $0.summary.n != nil }) { .figure($0.summary.n.map(Double.init)) }
        return .markup { table.table(label: "Reported figures").write(into: &$0) }
    }

    private static func name(_ statistic: MetricSummary.Statistic) -> String {
        switch statistic {
        case .stddev: "deviation"
        case .min: "least"
        case .max: "greatest"
        default: statistic.rawValue
        }
    }

    /// Known metrics in the order of the registry, then the others by name.
    private static func order(_ id: MetricID) -> (Int, String) {
        (Metric.registry.firstIndex { $0.id == id } ?? .max, id.rawValue)
    }
}
