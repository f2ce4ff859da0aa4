import AgentRuns
import Bytes
import Charts

/// What the second agent of a run has over the first, metric by metric, with the one sign convention that the site keeps to.
struct AgentDifferenceTable {
    /// The executions of the run.
    let agents: [Observation]

    private struct Row {
        let metric: Metric
        let a: Double
        let b: Double
        let statistic: String
    }

    /// The note and the table; nothing unless there are two agents with something in common to compare.
    var markup: ByteBuffer? {
        guard agents.count == 2, !rows.isEmpty else { return nil }
        let (a, b) = (agents[0].execution.slot, agents[1].execution.slot)
        var table = RowTable(of: rows)
        table.add(.text("Metric")) { row in
            .header("\(row.metric.shortName.capitalizedFirst), \(row.statistic)", href: nil, detail: nil, unit: format(row).unit.symbol)
        }
        table.add(.figures(a, .count, note: "A")) { .number($0.a, format($0)) }
        table.add(.figures(b, .count, note: "B")) { .number($0.b, format($0)) }
        table.add(.figures("B − A", .count, note: "")) { row in .text(format(row).change(row.b - row.a)) }
        table.add(.figures("B to A", .fraction)) { row in .change(row.a > 0 ? row.b / row.a - 1 : nil) }
        table.add(.text(b.capitalizedFirst, secondary: true)) { row in .text(words(row)) }
        return .markup { output in
            output.append("<p class=\"note\">")
            output.append(escaped: note(a, b))
            output.append("</p>\n")
            table.table(label: "Between the agents").write(into: &output)
        }
    }

    private func note(_ a: String, _ b: String) -> String {
        "Differences are \(b) minus \(a), whatever sign the program printed: a positive one means that \(b) waits longer, or generates faster. "
            + "One run shows how far apart the two are and not whether that is noise."
    }

    private var rows: [Row] {
        [MetricID.ttft, .outputThroughput, .promptEvalDuration, .loadDuration].compactMap { id in
            guard let metric = Metric(id), id != .ttft || kind(0) == kind(1),
                let a = agents[0].execution.centralValue(of: id),
                let b = agents[1].execution.centralValue(of: id), a.statistic == b.statistic
            else { return nil }
            return Row(metric: metric, a: a.value, b: b.value, statistic: a.statistic.name)
        }
    }

    private func kind(_ index: Int) -> TTFTKind { TTFTKind(agents[index]) }

    private func format(_ row: Row) -> NumberFormat { NumberFormat([row.a, row.b], of: .given(in: row.metric.unit), in: .column) }

    /// The difference in the metric's own terms.
    private func words(_ row: Row) -> String {
        if row.a == row.b { return "the same" }
        let isMore = row.b > row.a
        return switch row.metric.id {
        case .ttft: isMore ? "waits longer" : "waits less"
        case .outputThroughput: isMore ? "generates faster" : "generates slower"
        default: isMore ? "takes longer" : "takes less"
        }
    }
}
