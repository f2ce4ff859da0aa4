import AgentRuns
import JSON

/// Reports that stand as text in a figures file: used where the Markdown file is missing.
enum EmbeddedReport {
    static func attached(in result: JSON, slot: String) throws(JSONError) -> [AttachedReport] {
        let holder = RustAgent.lastWorkflow(of: result) ?? result
        guard let text = try holder.optionalString(holder["report_markdown"] == nil ? "report" : "report_markdown") else { return [] }
        return [attached(text, slot: slot)]
    }

    /// A report whose first thematic break ends what the program wrote.
    static func attached(_ text: String, slot: String) -> AttachedReport {
        let bytes = Array(text.utf8)
        let lines = TextLines(bytes)
        return AttachedReport(slot: slot, name: "\(slot)_report.md", bytes: bytes, modelWritten: bodyAfterFirstBreak(lines), origin: .figuresFile)
    }

    /// The lines after the first `---`; all lines where there is none.
    static func bodyAfterFirstBreak(_ text: TextLines) -> [ClosedRange<Int>] {
        let first = (0..<text.count).first { text.line($0, is: "---") }.map { $0 + 1 } ?? 0
        return filledRange(text, first..<text.count).map { [$0] } ?? []
    }

    /// The line numbers, from 1, of a range of lines without the blank ones at its ends.
    static func filledRange(_ text: TextLines, _ lines: Range<Int>) -> ClosedRange<Int>? {
        var (first, last) = (lines.lowerBound, lines.upperBound - 1)
        while first <= last, text.isBlank(first) { first += 1 }
        while last >= first, text.isBlank(last) { last -= 1 }
        return first <= last ? (first + 1)...(last + 1) : nil
    }
}
