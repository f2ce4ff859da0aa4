import Diagnostics

/// What a format found in a text: its results with their lines, and what looks like one and can't be read.
struct TextFindings: Sendable {
    struct Problem: Sendable {
        var severity: Diagnostic.Severity
        var message: String
        /// From 0.
        var line: Int
    }

    var records: [(line: Int, record: ServingRecord)] = []
    var problems: [Problem] = []

    mutating func take(_ record: ServingRecord, at line: Int) { records.append((line, record)) }

    /// Something that looks like a result and is left out.
    mutating func warn(_ message: String, at line: Int) { problems.append(Problem(severity: .warning, message: message, line: line)) }

    /// A result that is surely one of the format, and broken.
    mutating func refuse(_ message: String, at line: Int) { problems.append(Problem(severity: .error, message: message, line: line)) }

    /// Reads each row of a table; those that do not fit its header, or say nothing that is known, are named.
    mutating func read(_ table: TextTable, of title: String, _ record: ([String: String]) -> ServingRecord?) {
        var rows = 0
        for row in table.rows {
            // Cells are read by their column's first name; a name that occurs twice says nothing the second time.
            if let record = record(Dictionary(zip(table.columns, row.cells), uniquingKeysWith: { first, _ in first })) {
                take(record, at: row.line)
                rows += 1
            } else {
                warn("this row of a table of \(title) is left out: it has no test and figure that are known", at: row.line)
            }
        }
        for row in table.misfits {
            warn(
                "this row of a table of \(title) is left out: it has \(row.cells.count) cells, or no end, and its header \(table.columns.count)",
                at: row.line)
        }
        if rows == 0, table.rows.isEmpty, table.misfits.isEmpty { warn("a table of \(title) without rows", at: table.line) }
    }

    /// The problems as diagnostics of a file. Of many that are alike, the first are named and the others counted.
    func diagnostics(of file: ImportedFile) -> [Diagnostic] {
        let text = file.text.shown
        return Dictionary(grouping: problems) { "\($0.severity) \($0.message)" }.values.flatMap { alike -> [Diagnostic] in
            var diagnostics = alike.prefix(Self.named).map { file.diagnostic($0.severity, $0.message, offset: text.offset(of: $0.line)) }
            if alike.count > Self.named {
                let (next, count) = (alike[Self.named], alike.count - Self.named)
                diagnostics.append(
                    file.diagnostic(next.severity, "\(next.message) (\(count) like it from here on)", offset: text.offset(of: next.line)))
            }
            return diagnostics
        }
    }

    private static let named = 20
}
