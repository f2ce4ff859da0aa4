import AgentRuns

/// The Markdown reports of one agent of the two-agent program in Rust.
enum RustMultiReports {
    /// Dialect M-RSMULTI-AGENT-1: one call, no text by a model.
    static func first(_ text: TextLines, of file: ImportedFile) throws(ImportError) -> Account {
        var reader = LineReader(text)
        let label = try reader.require("# ", "").string
        let model = try reader.require("Model: ", "").string
        _ = try reader.require("Ollama URL: ", "")
        let configuration = try reader.requireConfiguration("Configuration: ")
        try reader.require("Prompt:")
        // The prompt may hold anything, so the figures are those behind the last heading.
        guard let heading = (reader.line..<text.count).last(where: { text.line($0, is: "## Metrics") }) else { throw reader.missing("## Metrics") }
        reader.line = heading + 1
        var execution = AgentExecution(
            slot: slot(label: label, file: file), agent: label, model: model, configuration: configuration, ttftDefinition: .firstChunk)
        try figures(&reader, into: &execution, calls: 1)
        guard reader.isAtEnd else { throw reader.broken("unexpected text after the figures", at: reader.line) }
        return account(execution, .rustMultiReport1, file, modelWritten: [])
    }

    /// Dialect M-RSMULTI-AGENT-2: a report by a model between a header and an end that the program wrote.
    ///
    /// The body may hold anything, copies of the header and of the end among it. So the header is read from the first line on, and the end
    /// from the *last* line that can begin it.
    static func second(_ text: TextLines, of file: ImportedFile) throws(ImportError) -> Account {
        var reader = LineReader(text)
        let label = try reader.require("# ", "").string
        _ = try reader.require("# Technical Report: ", " Analysis")
        let date = try reader.require("**Date:** ", "")
        _ = try reader.require("**Agent Type:** ", "")
        let model = try reader.require("**Model:** ", "").string
        let configuration = try reader.requireConfiguration("**Configuration:** ")
        try reader.require("---")
        let bodyStart = reader.line
        guard let end = endHeading(text, after: bodyStart) else {
            throw .broken("the program's own end of the report, '## Workflow Summary' behind '---', is missing", offset: text.bytes.count)
        }
        let rule = text.lastFilled(before: end) ?? bodyStart
        var modelWritten = EmbeddedReport.filledRange(text, bodyStart..<max(bodyStart, rule)).map { [$0] } ?? []
        reader.line = end + 1
        let workflow = try WorkflowSummary(&reader, blockTitle: "- Data summary:")
        try reader.require("## Metrics")
        var execution = AgentExecution(
            slot: slot(label: label, file: file), agent: label, model: model, configuration: configuration, ttftDefinition: .firstChunk,
            workflow: workflow.seconds, analysed: workflow.analysed)
        try figures(&reader, into: &execution, calls: 2)
        modelWritten += try ModelBullets.read(&reader, heading: "## Key Findings", until: "## Recommendations")
        modelWritten += try ModelBullets.read(&reader, heading: "## Recommendations", until: "## Persona Prompt")
        var account = account(execution, .rustMultiReport2, file, modelWritten: modelWritten)
        account.reportDate = Timestamp(date.string)
        return account
    }

    private static func endHeading(_ text: TextLines, after start: Int) -> Int? {
        (start..<text.count).last { line in
            guard text.line(line, is: "## Workflow Summary"), let before = text.lastFilled(before: line), before >= start - 1 else { return false }
            let next = text.nextFilled(from: line + 1)
            return text.line(before, is: "---") && next < text.count && text[next].opens(with: "- Files analyzed:")
        }
    }

    /// The seven figures: means of throughput and TTFT over the calls, sums of the rest.
    private static func figures(_ reader: inout LineReader, into execution: inout AgentExecution, calls: Int) throws(ImportError) {
        let throughput = try reader.requireFigure("- Throughput: ", " tok/s").value
        let ttft = try reader.requireFigure("- TTFT: ", " ms").value
        let total = try reader.requireFigure("- Total Duration: ", " ms").value
        let tokens = try reader.requireInteger("- Tokens Generated: ")
        let promptEval = try reader.requireFigure("- Prompt Eval: ", " ms").value
        let eval = try reader.requireFigure("- Eval Duration: ", " ms").value
        let load = try reader.requireFigure("- Load Duration: ", " ms").value
        let failed = tokens == 0 && (throughput ?? 0) == 0
        execution.metrics = [
            .ttft: MetricSummary(unit: "ms", n: calls, [.mean: ttft]),
            .outputThroughput: MetricSummary(unit: "tok/s", n: calls, [.mean: failed ? nil : throughput]),
            .outputTokens: MetricSummary(unit: "tokens", n: calls, [.sum: failed ? nil : Double(tokens)]),
            .totalDuration: MetricSummary(unit: "ms", n: calls, [.sum: total]),
            .promptEvalDuration: MetricSummary(unit: "ms", n: calls, [.sum: failed ? nil : promptEval]),
            .evalDuration: MetricSummary(unit: "ms", n: calls, [.sum: failed ? nil : eval]),
            .loadDuration: MetricSummary(unit: "ms", n: calls, [.sum: failed ? nil : load]),
        ]
        execution.callCount = calls
        if failed {
            execution.status = .failed
            execution.error = RustFigures.lostTelemetry
        }
    }

    private static func slot(label: String, file: ImportedFile) -> String {
        ChimeraSlot.ofMultiAgent(label: label) ?? ChimeraSlot.ofReport(stem: file.stem) ?? ChimeraSlot.collector
    }

    private static func account(
        _ execution: AgentExecution, _ dialect: ChimeraDialect, _ file: ImportedFile, modelWritten: [ClosedRange<Int>]
    ) -> Account {
        let isPlain = ["collector_report.md", "insight_report.md"].contains(file.name)
        var account = Account(RunKey(folder: file.folder, file: isPlain ? nil : file.stem), .report, dialect)
        account.producer = RustMultiFiles.producer
        account.scenario = execution.agent.flatMap(ChimeraScenario.of(label:))
        account.executions = [execution]
        account.decimals = 2
        account.reports = [file.report(slot: execution.slot, modelWritten: modelWritten)]
        return account
    }
}
