import AgentRuns

/// The section in which a Rust program says what it analysed and how long each stage took.
struct WorkflowSummary {
    var analysed: AnalysedData
    var seconds: [String: Double]

    /// Reads the section from its first bullet to the end of the Data summary block.
    ///
    /// - Parameter blockTitle: the line above the block.
    init(_ reader: inout LineReader, blockTitle: StaticString) throws(ImportError) {
        let files = try reader.requireInteger("- Files analyzed: ")
        let start = reader.line
        let times = try reader.require("- Execution time: ", ")")
        guard let seconds = Self.seconds(times) else { throw reader.broken("'\(times.string)' are no stage times", at: start) }
        try reader.require(blockTitle)
        guard let block = reader.takeFenced() else { throw reader.missing("```") }
        analysed = AnalysedData(summary: reader.text, lines: block)
        analysed.files["total"] = files
        self.seconds = seconds
    }

    /// `57.72s (ingest 0.03s | analysis 25.63s | report 32.06s`.
    private static func seconds(_ text: ArraySlice<UInt8>) -> [String: Double]? {
        guard let (total, stages) = text.split(at: "s (") else { return nil }
        var seconds = ["total": PrintedFigure(total)?.value]
        for stage in stages.split(separator: UInt8(ascii: "|")) {
            let words = stage.trimmed.split(separator: 0x20)
            guard words.count == 2, words[1].last == UInt8(ascii: "s") else { return nil }
            seconds[words[0].string] = PrintedFigure(words[1].dropLast())?.value
        }
        return seconds.compactMapValues(\.self)
    }
}
