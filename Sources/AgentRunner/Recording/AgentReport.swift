import AgentRuns
import Bytes

/// The Markdown file of an agent's report: what the program knows around what the model wrote, and which lines are whose.
struct AgentReport: Sendable {
    private(set) var bytes: [UInt8] = []
    /// The lines of the body.
    private(set) var modelWritten: [ClosedRange<Int>] = []

    init(_ execution: AgentExecution, body: String, run: String, startedAt: Timestamp?, _ summary: FolderSummary?) {
        var lines = Self.header(execution, run: run, startedAt: startedAt)
        let text = Self.lines(of: body)
        if text.isEmpty {
            lines.append("The model wrote nothing.")
        } else {
            modelWritten = [lines.count + 1...lines.count + text.count]
            lines += text
        }
        lines += ["", "---", "", "## Workflow", ""] + Self.workflow(execution, summary)
        lines += ["", "## Metrics", ""] + Self.metrics(execution)
        bytes = Array((lines.joined(separator: "\n") + "\n").utf8)
    }

    private static func header(_ execution: AgentExecution, run: String, startedAt: Timestamp?) -> [String] {
        [
            "# Report of \(plain(execution.agent ?? execution.slot))", "",
            "- Date: \(startedAt?.date ?? "not known")", "- Run: \(run)", "- Agent: \(plain(execution.agent ?? execution.slot))",
            "- Model: \(plain(execution.model ?? "not known"))", "- Configuration: \(plain(execution.configuration.label, keeping: "_"))", "", "---",
            "",
        ]
    }

    /// Names come from a plan, and must not become markup or lines of their own.
    private static func plain(_ text: String, keeping kept: Character? = nil) -> String {
        let markup = "\\`*_[]<>#|&!".filter { $0 != kept }
        var result = ""
        for character in text {
            if character.isNewline { result += " " } else { result += markup.contains(character) ? "\\\(character)" : "\(character)" }
        }
        return result
    }

    /// The body's lines, without empty ones at its ends, and with one kind of line break.
    private static func lines(of body: String) -> [String] {
        let unified = body.replacing("\r\n", with: "\n").replacing("\r", with: "\n").replacing("\0", with: "\u{FFFD}")
        let lines = unified.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        let isBlank = { (line: String) in line.allSatisfy(\.isWhitespace) }
        return Array(lines.drop(while: isBlank).reversed().drop(while: isBlank).reversed())
    }

    private static func workflow(_ execution: AgentExecution, _ summary: FolderSummary?) -> [String] {
        let stages = ["ingest", "analysis", "report"].compactMap { stage in
            execution.workflow[stage].map { "\(stage) \(number($0, decimals: 2)) s" }
        }
        let total = execution.workflow["total"].map { "\(number($0, decimals: 2)) s" } ?? "not measured"
        let files = summary?.analysed.files ?? [:]
        let kinds = ["csv", "json", "markdown", "other"].map { "\(files[$0] ?? 0) \($0)" }
        var lines = ["- Files analysed: \(files["total"] ?? 0) (\(kinds.joined(separator: ", ")))"]
        if let skipped = summary?.skipped, skipped > 0 { lines.append("- Entries skipped: \(skipped)") }
        return lines + ["- Time: \(total) (\(stages.joined(separator: ", ")))"]
    }

    private static func metrics(_ execution: AgentExecution) -> [String] {
        let columns = ["Call", "TTFT", "Load", "Prompt", "Generation", "Total", "Prompt tokens", "Output tokens", "Throughput", "Start"]
        let rows = execution.calls.map { call -> [String] in
            let start = call.cold.map { $0 ? "cold" : "warm" } ?? "–"
            let tokens = [call.promptTokens, call.outputTokens].map { $0.map(String.init) ?? "–" }
            let throughput = call.throughput.map { "\(number($0, decimals: 2)) tok/s" } ?? "–"
            let times = [call.ttft, call.load, call.promptEval, call.eval, call.total].map(milliseconds)
            return [call.stage ?? ""] + times + tokens + [throughput, start]
        }
        return ([columns, columns.map { _ in "---" }] + rows).map { "| \($0.joined(separator: " | ")) |" }
    }

    private static func milliseconds(_ value: Double?) -> String { value.map { "\(number($0, decimals: 1)) ms" } ?? "–" }

    private static func number(_ value: Double, decimals: Int) -> String {
        var text = ByteBuffer()
        text.append(value, decimals: decimals)
        return text.string
    }
}
