import AgentRuns

/// The Markdown reports of the one-agent program in Rust.
enum RustAgentReports {
    /// Dialects M-RSAGENT-1 (no text by a model; durations are means over the runs) and M-RSAGENT-2 (a technical report by a model inside;
    /// durations are sums over the calls).
    ///
    /// In the second, the figures of the head stand before any text by a model; those of the calls behind the *last* `## LLM Call Metrics`.
    static func report(_ text: TextLines, of file: ImportedFile) throws(ImportError) -> Account {
        var reader = LineReader(text)
        let head = try Head(&reader)
        let slot = head.agent == "Baseline" ? ChimeraSlot.baseline : ChimeraSlot.chimera
        var execution = AgentExecution(
            slot: slot, agent: head.agent, model: head.model, configuration: head.configuration, ttftDefinition: .firstChunk,
            timestamp: head.timestamp)
        let rows = try aggregateRows(&reader)
        let isSecond = rows["Total LLM Call Duration"] != nil
        var modelWritten: [ClosedRange<Int>] = []
        if isSecond { modelWritten = try middle(&reader, into: &execution) }
        execution.calls = try calls(&reader, heading: isSecond ? "## LLM Call Metrics" : "## Individual Run Results", hasStages: isSecond)
        try metrics(rows, into: &execution, statistic: isSecond ? .sum : .mean, reader: reader)
        let isPlain = ["baseline_report.md", "chimera_report.md"].contains(file.name)
        var key = RunKey.singleAgent(in: file.folder)
        if !isPlain { key = RunKey(folder: file.folder, file: file.stem) }
        var account = Account(key, .report, isSecond ? .rustAgentReport2 : .rustAgentReport1)
        account.producer = Producer(program: "demo_rust_agent", language: "rust")
        account.scenario = ChimeraScenario.single
        account.system = head.system
        account.executions = [execution]
        account.decimals = 2
        account.reports = [file.report(slot: slot, modelWritten: modelWritten)]
        return account
    }

    private struct Head {
        var agent: String
        var model: String
        var timestamp: Timestamp?
        var system: HostSystem?
        var configuration: SamplingConfiguration

        init(_ reader: inout LineReader) throws(ImportError) {
            agent = try reader.require("# ", " Agent Report").string
            model = try reader.require("**Model:** ", "").string
            _ = try reader.requireInteger("**Runs:** ")
            let time = try reader.require("**Timestamp:** ", "")
            timestamp = Timestamp(time.string)
            guard timestamp != nil else { throw reader.broken("'\(time.string)' is no time", at: reader.line - 1) }
            _ = try reader.require("**Language:** ", "")
            let host = try reader.require("**System:** ", ")")
            system = host.split(at: " (").map { HostSystem(os: $0.0.string, arch: $0.1.string) }
            try reader.require("## Configuration")
            configuration = try reader.requireConfiguration("")
        }
    }

    /// The cells of the table of figures, by the name in the first column.
    private static func aggregateRows(_ reader: inout LineReader) throws(ImportError) -> [String: ArraySlice<UInt8>] {
        try reader.require("## Aggregate Metrics")
        try reader.require("| Metric | Value |")
        _ = try reader.require("|-", "")
        var rows: [String: ArraySlice<UInt8>] = [:]
        while let row = reader.take("| ", " |") {
            guard let (name, value) = row.split(at: " | ") else { throw reader.broken("expected two columns", at: reader.line - 1) }
            rows[name.string] = value
        }
        return rows
    }

    /// The parts between the figures: workflow, findings, recommendations, and the embedded report up to the table of calls.
    private static func middle(_ reader: inout LineReader, into execution: inout AgentExecution) throws(ImportError) -> [ClosedRange<Int>] {
        try reader.require("## Workflow Summary")
        let workflow = try WorkflowSummary(&reader, blockTitle: "### Data Summary")
        execution.workflow = workflow.seconds
        execution.analysed = workflow.analysed
        var modelWritten = try ModelBullets.read(&reader, heading: "### Key Findings", until: "### Recommendations")
        modelWritten += try ModelBullets.read(&reader, heading: "### Recommendations", until: "## Technical Report (LLM Generated)")
        try reader.require("## Technical Report (LLM Generated)")
        let text = reader.text
        guard let end = (reader.line..<text.count).last(where: { text.line($0, is: "## LLM Call Metrics") }) else {
            throw .broken("the table of calls, '## LLM Call Metrics', is missing", offset: text.bytes.count)
        }
        modelWritten += EmbeddedReport.filledRange(text, embeddedBodyStart(reader, end: end)..<end).map { [$0] } ?? []
        reader.line = end
        return modelWritten
    }

    /// Where the model's text begins: behind the five lines that the program puts above it, where they are all there.
    private static func embeddedBodyStart(_ reader: LineReader, end: Int) -> Int {
        var header = reader
        let isWhole =
            header.take("# Technical Report: ", " Analysis") != nil && header.take("**Date:** ", "") != nil
            && header.take("**Model:** ", "") != nil && header.take("**Agent Type:** ", "") != nil
            && header.take("**Configuration:** ", "") != nil && header.take("---")
        return isWhole && header.line <= end ? header.line : reader.line
    }

    private static func calls(_ reader: inout LineReader, heading: StaticString, hasStages: Bool) throws(ImportError) -> [Call] {
        try reader.require(heading)
        _ = try reader.require("| Run |", "")
        _ = try reader.require("|-", "")
        var calls: [Call] = []
        while let row = reader.take("| ", " |") {
            let line = reader.line - 1
            var cells = row.string.split(separator: " | ", omittingEmptySubsequences: false).map { Array($0.utf8)[...].trimmed }
            guard cells.count == (hasStages ? 6 : 5), let repetition = cells[0].integer else {
                throw reader.broken("expected a call with \(hasStages ? 6 : 5) columns", at: line)
            }
            let stage = hasStages ? cells.remove(at: 1).string : nil
            guard let ttft = PrintedFigure(cells[1]), let throughput = PrintedFigure(cells[2]), let tokens = cells[3].integer,
                let total = PrintedFigure(cells[4])
            else { throw reader.broken("a cell of this call is no figure", at: line) }
            let isLost = tokens == 0 && (throughput.value ?? 0) == 0
            calls.append(
                Call(
                    stage: stage, repetition: repetition, ttft: ttft.value, total: total.value, outputTokens: isLost ? nil : tokens,
                    throughput: isLost ? nil : throughput.value, error: isLost ? RustFigures.lostTelemetry : nil))
        }
        guard !calls.isEmpty else { throw reader.broken("the table has no calls", at: reader.line) }
        try reader.require("## Statistical Summary")
        _ = try reader.require("- **Throughput CV**: ", "%")
        _ = try reader.require("- **TTFT CV**: ", "%")
        _ = try reader.requireInteger("- **Runs**: ")
        guard reader.isAtEnd else { throw reader.broken("unexpected text after the end of the report", at: reader.line) }
        return calls
    }

    private static func metrics(
        _ rows: [String: ArraySlice<UInt8>], into execution: inout AgentExecution, statistic: MetricSummary.Statistic, reader: LineReader
    ) throws(ImportError) {
        func row(_ name: String, _ unit: StaticString) throws(ImportError) -> (value: PrintedFigure, deviation: PrintedFigure?) {
            guard let cell = rows[name]?.between("", unit) else { throw reader.broken("the row '\(name)' is missing", at: 0) }
            let parts = cell.split(at: " ± ") ?? (cell, [])
            guard let value = PrintedFigure(parts.0) else { throw reader.broken("'\(cell.string)' is no figure", at: 0) }
            return (value, PrintedFigure(parts.1))
        }
        let n = execution.calls.count
        let throughput = try row("Average Throughput", " tok/s")
        let ttft = try row("Average TTFT", " ms")
        let tokens = try row("Total Tokens Generated", "").value.value
        let failed = tokens == 0 && (throughput.value.value ?? 0) == 0
        let names =
            statistic == .sum
            ? ["Total LLM Call Duration", "Prompt Eval Duration (sum)", "Eval Duration (sum)", "Load Duration (sum)"]
            : ["Average Total Duration", "Average Prompt Eval Duration", "Average Eval Duration", "Average Load Duration"]
        execution.metrics = [
            .ttft: MetricSummary(unit: "ms", n: n, [.mean: ttft.value.value, .stddev: n > 1 ? ttft.deviation?.value : nil]),
            .outputThroughput: MetricSummary(
                unit: "tok/s", n: n, [.mean: failed ? nil : throughput.value.value, .stddev: n > 1 && !failed ? throughput.deviation?.value : nil]),
            .outputTokens: MetricSummary(unit: "tokens", n: n, [.sum: failed ? nil : tokens]),
            .totalDuration: MetricSummary(unit: "ms", n: n, [statistic: try row(names[0], " ms").value.value]),
        ]
        for (name, metric) in zip(names.dropFirst(), [MetricID.promptEvalDuration, .evalDuration, .loadDuration]) {
            execution.metrics[metric] = MetricSummary(unit: "ms", n: n, [statistic: failed ? nil : try row(name, " ms").value.value])
        }
        if failed {
            execution.status = .failed
            execution.error = RustFigures.lostTelemetry
        }
    }

    /// Dialect M-RSAGENT-TECH: the text that M-RSAGENT-2 embeds, alone.
    static func technical(_ text: TextLines, of file: ImportedFile) throws(ImportError) -> Account {
        var reader = LineReader(text)
        let agent = try reader.require("# Technical Report: ", " Agent Analysis")
        var account = Account(RunKey.singleAgent(in: file.folder), .restatement, .rustAgentTechnical)
        let slot = agent.equals("Baseline") ? ChimeraSlot.baseline : ChimeraSlot.chimera
        account.reports = [file.report(slot: slot, modelWritten: EmbeddedReport.bodyAfterFirstBreak(text), origin: .technicalFile)]
        return account
    }
}
