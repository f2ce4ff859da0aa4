/// Tells by its first lines which program wrote a Markdown file.
enum ChimeraText {
    /// The dialect of a text that begins like this; `nil` for a text of any other program or hand.
    static func dialect(of head: TextLines) -> ChimeraDialect? {
        var reader = LineReader(head)
        guard let title = reader.take("# ", "") else { return nil }
        if title.opens(with: "Rust Multi-Agent Report ") { return .rustMultiCombined }
        if title.between("Multi-Agent Summary (", ")") != nil { return .rustMultiSummaryReport }
        if title.equals("Rust Agent Performance Comparison Report") { return .rustAgentComparison }
        if title.equals("Chimera Agent Performance Comparison Report") { return comparison(&reader) }
        if title.opens(with: "Multi-Agent Analysis - Run ") { return .pythonMultiOldCombined }
        if title.equals("Multi-Agent Demo Summary") { return .pythonMultiOldSummaryReport }
        if title.equals("Combined Summary") { return reader.take("Speedup: ", "x") == nil ? nil : .pythonMultiCombined }
        if title.equals("Summary") { return reader.take("Speedup (avg): ", "x") == nil ? nil : .pythonMultiSummaryReport }
        if title.between("Technical Report: ", " Analysis") != nil { return technicalReport(&reader) }
        if title.between("", " Agent Report") != nil, reader.take("**Model:** ", "") != nil, reader.take("**Runs:** ", "") != nil {
            return .rustAgentReport1
        }
        if reader.take("Model: ", "") != nil { return reader.take("Ollama URL: ", "") == nil ? nil : .rustMultiReport1 }
        return reader.take("# Technical Report: ", " Analysis")?.elementsEqual(title) == true ? .rustMultiReport2 : nil
    }

    private static func comparison(_ reader: inout LineReader) -> ChimeraDialect {
        guard reader.take("**Date:** ", "") != nil else { return .agentComparison0 }
        return .pythonAgentComparison1
    }

    /// Rust's technical report names the model before the agent, Python's report the agent before the model.
    private static func technicalReport(_ reader: inout LineReader) -> ChimeraDialect? {
        guard reader.take("**Date:** ", "") != nil else { return nil }
        if reader.take("**Model:** ", "") != nil { return .rustAgentTechnical }
        return reader.take("**Agent Type:** ", ")") == nil ? nil : .pythonAgentReport
    }
}
