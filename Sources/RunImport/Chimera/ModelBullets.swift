/// Lists in a program's section whose items a model wrote, a line each.
enum ModelBullets {
    /// Reads a list from its heading up to the next heading, which stays, and returns the lines that a model wrote.
    static func read(_ reader: inout LineReader, heading: StaticString, until next: StaticString) throws(ImportError) -> [ClosedRange<Int>] {
        try reader.require(heading)
        let start = reader.line
        while reader.line < reader.text.count, !reader.text.line(reader.line, is: next) { reader.line += 1 }
        guard reader.line < reader.text.count else { throw reader.missing(next) }
        guard let range = EmbeddedReport.filledRange(reader.text, start..<reader.line) else { return [] }
        let only = reader.text[range.lowerBound - 1]
        let isEmpty = range.count == 1 && (only.equals("- None") || only.equals("- None captured"))
        return isEmpty ? [] : [range]
    }
}
