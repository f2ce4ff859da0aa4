import RunStatistics

/// A comparison as a comment on a pull request, in Markdown: the verdict, what bears on it, and how much else there is. Never more than 60 lines.
struct ComparisonComment {
    let comparison: Comparison

    private static let heads = ["series", "unit", "A", "n", "B", "n", "B to A", "interval", "verdict"]
    private static let isFigure = [false, false, true, true, true, true, true, true, false]
    private static let mostRows = 20

    var markdown: String {
        let words = ComparisonWords(comparison: comparison)
        let rows = comparison.rows.filter(\.matters).sorted { $0.order < $1.order }
        let more = rows.count - Self.mostRows
        let about = ([words.sides + ".", words.common].compactMap(\.self) + comparison.outlyingSentences.map { $0 + "." }).joined(separator: " ")
        return [
            ["**\(words.headline.asMarkdown).**", about.asMarkdown], rows.isEmpty ? [] : [table(rows.prefix(Self.mostRows))],
            more > 0 ? ["and \(counted(more)) more."] : [], [words.counts.asMarkdown],
        ].flatMap(\.self).joined(separator: "\n\n") + "\n"
    }

    private func table(_ rows: some Sequence<ComparisonRow>) -> String {
        let head = ["| " + Self.heads.joined(separator: " | ") + " |", "|" + Self.isFigure.map { $0 ? "---:|" : "---|" }.joined()]
        return (head + rows.map { "| " + cells($0).map(\.asMarkdown).joined(separator: " | ") + " |" }).joined(separator: "\n")
    }

    private func cells(_ row: ComparisonRow) -> [String] {
        [
            comparison.labels.series(of: row), row.format.unit.symbol, row.sideTexts.a, String(row.a?.n ?? 0),
            row.sideTexts.b, String(row.b?.n ?? 0), row.changeText, row.intervalText, row.verdictText,
        ]
    }
}

extension ComparisonRow {
    fileprivate var matters: Bool { verdict == .regression || verdict == .failed || verdict == .improvement || isAcknowledged }
}

extension String {
    /// The text as it is, whatever it holds: names come from recorded files, and must not end a cell, begin markup, call on anyone or become links.
    ///
    /// A backslash keeps Markdown from reading a character. GitHub looks for names, issues and addresses once more in what Markdown gives, where
    /// the backslash is gone; an invisible word joiner behind the character keeps them from being found.
    fileprivate var asMarkdown: String {
        let text = visible
        return text.indices.reduce(into: "") { output, place in
            let character = text[place]
            let beginsAddress =
                (character == ":" && text[place...].hasPrefix("://")) || (character == "." && text[..<place].lowercased().hasSuffix("www"))
            if beginsAddress || "@#".contains(character) {
                output += "\\\(character)\u{2060}"
            } else if "\\`*_[]<>|~&$!".contains(character) {
                output += "\\\(character)"
            } else {
                output.append(character)
            }
        }
    }
}
