import AgentRuns
import Bytes
import Charts
import RunStatistics

/// A comparison as a table: grouped by scenario and configuration, each row with both sides, the change and its interval, and the verdict.
struct ComparisonTable {
    let comparison: Comparison

    func write(into output: inout ByteBuffer) {
        let plot = IntervalPlot(scale: IntervalScale(centers: comparison.rows.compactMap(\.difference?.ratio)))
        output.append("<div class=\"scroll\" role=\"region\" aria-label=\"Comparison\" tabindex=\"0\">\n<table class=\"compare\">\n<thead>\n<tr>")
        output.append("<th scope=\"col\">Series</th>")
        writeSideHead("A", into: &output)
        writeSideHead("B", into: &output)
        output.append("<th scope=\"col\" class=\"num\">B to A <span class=\"u\">%</span></th><th scope=\"col\" class=\"interval o\">")
        plot.writeHead(into: &output)
        output.append("</th><th scope=\"col\">Verdict</th></tr>\n</thead>\n")
        for group in groups {
            writeGroup(group, plot, into: &output)
        }
        output.append("</table>\n</div>\n")
    }

    private func writeSideHead(_ side: StaticString, into output: inout ByteBuffer) {
        output.append("<th scope=\"col\" class=\"num\">")
        output.append(side)
        output.append("</th><th scope=\"col\" class=\"num o\">n <span class=\"u\">runs</span></th>")
    }

    /// Rows of one scenario and configuration, in the order of the comparison.
    private var groups: [(scenario: String, configuration: String, rows: [ComparisonRow])] {
        comparison.rows.reduce(into: []) { groups, row in
            let (scenario, configuration) = (comparison.labels.scenario(of: row), comparison.labels.setting(of: row))
            if groups.last?.scenario == scenario, groups.last?.configuration == configuration {
                groups[groups.count - 1].rows.append(row)
            } else {
                groups.append((scenario, configuration, [row]))
            }
        }
    }

    private func writeGroup(
        _ group: (scenario: String, configuration: String, rows: [ComparisonRow]), _ plot: IntervalPlot, into output: inout ByteBuffer
    ) {
        output.append("<tbody>\n")
        if !group.scenario.isEmpty || !group.configuration.isEmpty {
            output.append("<tr><th scope=\"rowgroup\" colspan=\"7\"><b>")
            output.append(escaped: group.scenario)
            output.append("</b> ")
            output.append(breakable: group.configuration)
            output.append("</th></tr>\n")
        }
        for row in group.rows { write(row, plot, into: &output) }
        output.append("</tbody>\n")
    }

    private func write(_ row: ComparisonRow, _ plot: IntervalPlot, into output: inout ByteBuffer) {
        output.append("<tr><th scope=\"row\">")
        output.append(breakable: comparison.labels.name(of: row))
        output.append(" <span class=\"u\">")
        output.append(escaped: row.format.unit.symbol)
        output.append("</span>")
        if row.verdict == .notComparable, row.kinds.count > 1 {
            output.append(" <small>")
            output.append(escaped: row.kinds.joined(separator: " and "))
            output.append("</small>")
        }
        output.append("</th>")
        writeSide(row.a, row.sideTexts.a, into: &output)
        writeSide(row.b, row.sideTexts.b, into: &output)
        output.append(row.difference == nil ? "<td class=\"num nil\">" : "<td class=\"num\">")
        output.append(escaped: row.changeCell)
        output.append("</td><td class=\"interval o\">")
        plot.write(
            center: row.difference?.ratio, interval: row.interval?.range, kind: row.verdict.plotKind,
            name: "\(row.name): \(row.changeText), interval \(row.intervalText)", into: &output)
        output.append("</td><td>")
        row.mark.write(row.isAcknowledged ? row.mark.word : row.verdictWord, into: &output)
        if row.isAcknowledged, let reason = row.acknowledgement?.reason {
            output.append(" <small>")
            output.append(escaped: reason)
            output.append("</small>")
        }
        output.append("</td></tr>\n")
    }

    private func writeSide(_ center: Center?, _ text: String, into output: inout ByteBuffer) {
        output.append(center == nil ? "<td class=\"num nil\">" : "<td class=\"num\">")
        output.append(escaped: text)
        output.append("</td><td class=\"num o\">")
        output.append(center?.n ?? 0)
        output.append("</td>")
    }
}

extension ComparisonRow {
    /// The change without the unit, which the column's head names: `+39.9`; `×2.4` beyond that.
    fileprivate var changeCell: String { changeText.replacing("\u{202F}%", with: "") }
}
