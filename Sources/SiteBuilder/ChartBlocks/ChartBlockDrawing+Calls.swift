import AgentRuns
import Bytes
import Charts

/// The kinds that draw the calls of one run.
extension ChartBlockDrawing {
    func writeTimeline(into output: inout ByteBuffer) throws(ChartBlockProblem) {
        try writeCalls(into: &output, ifNone: "The calls of this run have no durations, or it has too many agents for a timeline.", \.timeline)
    }

    func writePhases(into output: inout ByteBuffer) throws(ChartBlockProblem) {
        try writeCalls(into: &output, ifNone: "No call of this run has a load or a prompt evaluation duration.", \.phases)
    }

    private func writeCalls(
        into output: inout ByteBuffer, ifNone sentence: String, _ picture: (RunCharts) -> ByteBuffer?
    ) throws(ChartBlockProblem) {
        let run = try theRun()
        writeHeading(nil, into: &output)
        if let drawn = picture(RunCharts(run: run)) {
            output.append(drawn)
        } else {
            output.append("<figure><p class=\"no-data\">")
            output.append(escaped: sentence)
            output.append("</p></figure>\n")
        }
        writeNote(of: run, into: &output)
        guard let calls = CallTable(run: run, label: name("calls")).markup else { return }
        ChartData(links: [ChartLink("JSON", href: page.link(to: .runData(run.id)))]).write(into: &output) { $0.append(calls) }
    }

    /// The one run that the filters leave, with only those of its agents that they let through.
    private func theRun() throws(ChartBlockProblem) -> Run {
        let runs = observations.reduce(into: [Run]()) { if $0.last?.id != $1.run.id { $0.append($1.run) } }
        guard var run = runs.first, runs.count == 1 else {
            throw ChartBlockProblem(
                message: "a chart of kind '\(block.kind.name)' draws one run, and \(runs.count) match; "
                    + "name one with where = { run = \"\(runs.last?.id ?? "")\" }", key: "kind")
        }
        run.executions = observations.map(\.execution)
        return run
    }

    private func writeNote(of run: Run, into output: inout ByteBuffer) {
        output.append("<p class=\"note\">")
        if let description = block.description { output.append(escaped: description + " ") }
        output.append("Run ")
        output.append(link: run.id, to: page.link(to: .run(run.id)))
        output.append(escaped: ", \(counted(run.executions.reduce(0) { $0 + $1.calls.count }, "call")).")
        output.append("</p>\n")
    }
}
