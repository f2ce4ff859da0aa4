import AgentRuns
import Bytes
import Charts

/// The pictures of one run: where the time to first token went, and when each agent waited and generated.
struct RunCharts {
    let run: Run
    /// The page that leads to the run's data; `nil` where something else on it does.
    var page: PagePath?

    /// A timeline of more lanes than this would be a list of calls, which the table is.
    private static let laneLimit = 8
    private static let rowLimit = 40

    /// Bars of load, prompt evaluation and the rest, for each call that has any of them; cold calls on a scale of their own.
    var phases: ByteBuffer? {
        let definition = run.executions[0].ttftDefinition
        let calls = run.executions.flatMap { execution in execution.calls.map { (execution, $0) } }
            .filter { $0.1.ttft != nil && ($0.1.load != nil || $0.1.promptEval != nil) }
        guard !calls.isEmpty else { return nil }
        let cold = calls.filter { $0.1.cold == true }
        let others = calls.filter { $0.1.cold != true }
        var panels: [PhaseChart.Panel] = []
        if !cold.isEmpty { panels.append(panel(cold.count == 1 ? "Cold call" : "Cold calls", cold, definition)) }
        let areWarm = others.allSatisfy { $0.1.cold == false }
        if !others.isEmpty {
            let title = areWarm ? (others.count == 1 ? "Warm call" : "Warm calls") : others.count == 1 ? "Other call" : "Other calls"
            panels.append(panel(cold.isEmpty ? nil : title, others, definition))
        }
        var caption = ["TTFT is \(definition.phrase)."]
        if panels.count == 2 {
            caption.append("Two scales: one for the cold calls, one for the \(areWarm ? "warm" : "others, of which some may be cold").")
        }
        if cold.isEmpty, areWarm { caption.append(warmth(of: others.count)) }
        if max(cold.count, others.count) > Self.rowLimit { caption.append("The first \(Self.rowLimit) of each kind; the table has all.") }
        return .markup {
            PhaseChart(
                text: ChartText(
                    name: "Time to first token by phase",
                    summary: "Model load, prompt evaluation and the rest, for each of \(counted(calls.count, "call")).",
                    caption: caption, ifEmpty: "No call of this run has a load duration.", links: links),
                panels: panels
            ).write(into: &$0)
        }
    }

    /// That the calls drawn are warm; of calls that can't be drawn, because a figure is missing, that is not said.
    private func warmth(of drawn: Int) -> String {
        let calls = run.executions.reduce(0) { $0 + $1.calls.count }
        if drawn == calls { return drawn == 1 ? "The call is warm." : "All \(counted(drawn)) calls are warm." }
        let subject = drawn == 1 ? "The call that is drawn is warm" : "The \(counted(drawn)) calls that are drawn are warm"
        let cold = run.executions.reduce(0) { $0 + $1.calls.count { $0.cold == true } }
        let rest = "\(counted(calls - drawn)) more \(calls - drawn == 1 ? "has" : "have") no such figures"
        return "\(subject); \(rest)\(cold == 0 ? "" : ", \(cold == calls - drawn ? "" : "\(counted(cold)) of them ")cold")."
    }

    private var links: [ChartLink] { page.map { DataPath(ofRun: run.id).chartLinks(from: $0) } ?? [] }

    private func panel(_ title: String?, _ calls: [(AgentExecution, Call)], _ definition: TTFTDefinition) -> PhaseChart.Panel {
        PhaseChart.Panel(
            title: title.map { PanelTitle($0) },
            rows: calls.prefix(Self.rowLimit).map { execution, call in row(execution, call, definition) })
    }

    private func row(_ execution: AgentExecution, _ call: Call, _ definition: TTFTDefinition) -> PhaseRow {
        let stage = [call.repetition.map(String.init), call.stage, call.prompt.map { "prompt \($0)" }].compactMap(\.self).joined(separator: " ")
        let rest: Double? =
            if definition == .firstChunk, let ttft = call.ttft, let load = call.load, let prompt = call.promptEval {
                ttft >= load + prompt ? ttft - load - prompt : nil
            } else {
                nil
            }
        let isAlone = run.executions.count == 1
        return PhaseRow(
            label: isAlone ? (stage.isEmpty ? "call" : stage) : execution.slot, detail: isAlone || stage.isEmpty ? nil : stage,
            load: call.load, promptEvaluation: call.promptEval, rest: rest, total: call.ttft)
    }

    /// One lane an agent. The calls of an agent follow one another, so each begins where the one before it ended.
    var timeline: ByteBuffer? {
        guard run.executions.count <= Self.laneLimit else { return nil }
        let lanes = run.executions.map { execution in
            var start = 0.0
            let calls = execution.calls.compactMap { call -> TimelineCall? in
                guard let total = call.total else { return nil }
                defer { start += total }
                return TimelineCall(
                    name: call.stage ?? "call", start: start, duration: total, toFirstToken: call.ttft, tokens: call.outputTokens,
                    throughput: call.throughput)
            }
            return TimelineChart.Lane(label: execution.slot, calls: calls)
        }
        guard lanes.contains(where: { !$0.calls.isEmpty }) else { return nil }
        let isConcurrent = run.coordination != nil
        let order =
            isConcurrent
            ? "The agents ran at once." : run.executions.count > 1 ? "The agents ran one after the other; each lane begins at its own start." : ""
        return .markup {
            TimelineChart(
                text: ChartText(
                    name: "Timeline of the calls", summary: "When each agent waited for its first token and when it generated.",
                    caption: ["Calls of an agent are drawn one after the other.", order].filter { !$0.isEmpty }, links: links),
                lanes: lanes, wall: run.coordination?.wall.map { $0 * 1000 }
            ).write(into: &$0)
        }
    }
}
