import Diagnostics

/// Results in a text that are no known tool's: tables of speeds, and blocks with the heading of a benchmark.
enum UnknownResults {
    /// - Parameter isKnown: whether a table with such columns is a known tool's.
    static func findings(in text: RecordedText, formats: [AnyImportFormat], isKnown: ([String]) -> Bool) -> TextFindings {
        var findings = TextFindings()
        let tables = text.tables.filter { !$0.rows.isEmpty && !isKnown($0.columns) && $0.columns.contains(where: isSpeed) }
        for table in tables.prefix(namedTables) {
            let column = table.columns.first(where: isSpeed) ?? ""
            findings.warn("a table with a column '\(column)' of a tool that is not known, \(counted(table.rows.count)), is left out", at: table.line)
        }
        if let next = tables.dropFirst(namedTables).first {
            findings.warn("from here on \(counted(tables.count - namedTables, "more table")) of tools that are not known are left out", at: next.line)
        }
        for line in 0..<(text.shown.contains(" Benchmark Result =") ? text.shown.count : 0) {
            guard let name = heading(text.shown[line]), name != "Serving Benchmark Result" else { continue }
            findings.warn("a block '\(name)' of a tool that is not known is left out", at: line)
        }
        for failure in text.json.failures {
            guard let format = formats.first(where: { $0.description.isIn(failure.text) }) else { continue }
            findings.refuse("a result of \(format.name) is left out, because its JSON is broken: \(failure.message)", at: failure.line)
        }
        return findings
    }

    /// A document may be full of tables that somebody made of figures.
    private static let namedTables = 3

    private static func counted(_ count: Int, _ noun: String = "row") -> String { count == 1 ? "1 \(noun)" : "\(count) \(noun)s" }

    /// Whether a column's name is that of a speed of a language model or of its wait for the first token.
    private static func isSpeed(_ column: String) -> Bool {
        let words = column.lowercased().split { !$0.isLetter && $0 != "/" }
        return words.contains { speeds.contains(String($0)) }
    }

    private static let speeds: Set<String> = ["t/s", "tok/s", "toks/s", "token/s", "tokens/s", "tps", "ttft"]

    /// The name in a line like `==== Name Benchmark Result ====`.
    private static func heading(_ line: ArraySlice<UInt8>) -> String? {
        guard line.last == UInt8(ascii: "="), let (before, _) = line.split(at: " Benchmark Result =") else { return nil }
        guard let start = before.lastIndex(of: UInt8(ascii: "=")), start > before.startIndex, before[start - 1] == UInt8(ascii: "=") else {
            return nil
        }
        let name = before[(start + 1)...].trimmed
        return name.isEmpty || name.count > 60 ? nil : name.string + " Benchmark Result"
    }
}

extension FormatDescription {
    /// Whether a text has all keys of one of the format's kinds of objects.
    func isIn(_ text: ArraySlice<UInt8>) -> Bool {
        let head = text.prefix(1 << 16)
        return signatures.contains { keys in
            !keys.isEmpty && keys.allSatisfy { head.firstRange(of: Array("\"\($0)\"".utf8)) != nil }
        }
    }
}
