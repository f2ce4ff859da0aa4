import RunStatistics

/// A comparison as text for a terminal: what was found first at the top, in lines that fit its width.
struct ComparisonText {
    let comparison: Comparison
    /// Columns of the terminal.
    let width: Int

    private static let columns = [
        TextTable.Column(head: "series"), TextTable.Column(head: "unit"), TextTable.Column(head: "A", isFigure: true),
        TextTable.Column(head: "n", isFigure: true, dispensability: 1), TextTable.Column(head: "B", isFigure: true),
        TextTable.Column(head: "n", isFigure: true, dispensability: 1), TextTable.Column(head: "B to A", isFigure: true),
        TextTable.Column(head: "interval", isFigure: true, dispensability: 2), TextTable.Column(head: "verdict"),
    ]

    var plain: String {
        let words = ComparisonWords(comparison: comparison)
        let rows = comparison.rowsByCertainty.filter(comparison.isListed)
        let table = rows.isEmpty ? [] : TextTable(columns: Self.columns, rows: rows.map(cells)).lines(width: width) + [""]
        let head = [words.headline + ".", words.lede, words.common].compactMap(\.self).flatMap { $0.wrapped(at: width) }
        let note = [words.leftOut, words.note].compactMap(\.self).joined(separator: " ").wrapped(at: width)
        return (head + [""] + table + note).map { $0.visible + "\n" }.joined()
    }

    private func cells(_ row: ComparisonRow) -> [String] {
        [
            comparison.labels.series(of: row), row.format.unit.symbol, row.sideTexts.a, String(row.a?.n ?? 0),
            row.sideTexts.b, String(row.b?.n ?? 0), row.changeText, row.intervalText, row.verdictText,
        ]
    }
}
