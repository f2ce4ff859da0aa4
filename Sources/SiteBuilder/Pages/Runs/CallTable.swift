import AgentRuns
import Bytes
import Charts

/// Every call of a run, one a row.
struct CallTable {
    let run: Run
    /// Names the table; different for each of a page.
    var label = "Calls"

    /// The markup; nothing where no single calls are stored.
    var markup: ByteBuffer? {
        let rows = run.executions.flatMap { execution in execution.calls.map { row($0, of: execution) } }
        guard !rows.isEmpty else { return nil }
        let columns: [Table.Column] = [
            .text(run.executions.count > 2 ? "Configuration" : "Agent"), .text("Stage"), .figures("TTFT", .milliseconds),
            .figures("Load", .milliseconds),
            .figures("Prompt eval", .milliseconds), .figures("Generation", .milliseconds), .figures("Total", .milliseconds),
            .figures("Output", .count(of: "tokens")), .figures("Throughput", .tokensPerSecond), .text("State"),
        ]
        let table = Table(label: label, columns: columns, rows: rows, keepsLines: true).withoutEmptyColumns
        return .markup { table.write(into: &$0) }
    }

    private func row(_ call: Call, of execution: AgentExecution) -> [Table.Cell] {
        let stage = [call.repetition.map { "run \($0)" }, call.stage, call.prompt.map { "prompt \($0)" }].compactMap(\.self).joined(separator: ", ")
        return [
            .header(run.executions.count > 2 ? execution.configuration.label : execution.slot, href: nil, detail: nil),
            stage.isEmpty ? .blank : .text(stage), .figure(call.ttft), .figure(call.load), .figure(call.promptEval), .figure(call.eval),
            .figure(call.total),
            .figure(call.outputTokens.map(Double.init)), .figure(call.throughput), state(call),
        ]
    }

    private func state(_ call: Call) -> Table.Cell {
        if let error = call.error { return .verdict(.failed, "failed: \(error)") }
        return switch call.cold {
        case true: .text("cold")
        case false: .text("warm")
        case nil: .faint("not known")
        }
    }
}
