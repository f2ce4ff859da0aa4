import RunStatistics

/// A comparison as text: for a terminal, or as a Markdown table for a pull request.
struct ComparisonText {
    let comparison: Comparison

    private static let heads = ["series", "unit", "A", "n", "B", "n", "B to A", "interval", "verdict"]
    private static let isFigure = [false, false, true, true, true, true, true, true, false]

    /// Aligned columns, one table for all rows, what was found first at the top.
    var plain: String {
        let words = ComparisonWords(comparison: comparison)
        let table = [Self.heads] + rows
        let widths = Self.heads.indices.map { column in table.map { $0[column].count }.max() ?? 0 }
        let lines = table.map { row in
            row.indices.map { Self.pad(row[$0], to: widths[$0], atLeft: Self.isFigure[$0]) }.joined(separator: "  ").trimmingSuffix { $0 == " " }
        }
        return ([words.headline + ".", words.lede, ""] + lines + ["", [leftOut, words.note].compactMap(\.self).joined(separator: " ")]).joined(
            separator: "\n") + "\n"
    }

    /// The headline in bold, the table, and how it came about.
    var markdown: String {
        let words = ComparisonWords(comparison: comparison)
        let head = "| " + Self.heads.joined(separator: " | ") + " |"
        let rule = "|" + Self.isFigure.map { $0 ? "---:|" : "---|" }.joined()
        let lines = rows.map { row in "| " + row.map(Self.escaped).joined(separator: " | ") + " |" }
        let note = [leftOut, words.note].compactMap(\.self).joined(separator: " ")
        return (["**\(Self.escaped(words.headline)).** \(Self.escaped(words.lede))", "", head, rule] + lines + ["", Self.escaped(note)])
            .joined(separator: "\n") + "\n"
    }

    /// A series that was measured once has nothing to be held against, and is counted rather than listed.
    private func isListed(_ row: ComparisonRow) -> Bool {
        !comparison.isOfNewestRuns || row.a != nil || row.verdict == .failed
    }

    private var leftOut: String? {
        let count = comparison.rows.count { !isListed($0) }
        return count == 0
            ? nil : "\(counted(count, "series", plural: "series")) without an earlier comparable run \(count == 1 ? "is" : "are") not listed."
    }

    private var rows: [[String]] {
        comparison.rowsByCertainty.filter(isListed).map { row in
            [
                [row.name, row.agent.scenario, row.agent.configurationLabel, comparison.namesPrograms ? row.agent.program : nil].compactMap {
                    $0?.isEmpty == false ? $0 : nil
                }.joined(separator: ", "),
                row.format.unit.symbol, row.text(row.a, failed: row.hasFailed.a), String(row.a?.n ?? 0),
                row.text(row.b, failed: row.hasFailed.b), String(row.b?.n ?? 0), row.changeText, row.intervalText, row.verdictText,
            ]
        }
    }

    private static func pad(_ text: String, to width: Int, atLeft: Bool) -> String {
        let space = String(repeating: " ", count: max(0, width - text.count))
        return atLeft ? space + text : text + space
    }

    /// Names come from recorded files: what would end a cell or begin markup is escaped.
    private static func escaped(_ text: String) -> String {
        text.reduce(into: "") { output, character in
            if "\\`*_[]<>|#".contains(character) { output.append("\\") }
            output.append(character == "\n" || character == "\r\n" ? " " : character)
        }
    }
}

extension String {
    fileprivate func trimmingSuffix(while isDropped: (Character) -> Bool) -> String {
        var text = self[...]
        while let last = text.last, isDropped(last) { text.removeLast() }
        return String(text)
    }
}
