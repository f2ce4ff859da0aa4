import AgentRuns

/// The comparison that the one-agent program in Python writes, which is the only file with its figures where no JSON was kept.
///
/// Dialects M-PYAGENT-COMP-1 and, with `->` and `Delta` in the place of the arrow and the Greek letter, -2. The date has no zone. Its TTFT
/// difference is baseline − chimera. An agent makes two calls in each run: one for the analysis, one for the report.
enum PythonComparison {
    static let callsOfRun = 2

    static func accounts(_ text: TextLines, of file: ImportedFile) throws(ImportError) -> [Account] {
        var reader = LineReader(text)
        try reader.require("# Chimera Agent Performance Comparison Report")
        let date = try reader.require("**Date:** ", "").string
        let model = try reader.require("**Model:** ", "").string
        _ = try reader.requireInteger("**Runs:** ")
        let isSecond = !(0..<text.count).contains { text[$0].closes(with: "| Δ |") }
        let configurations = try Configurations(text)
        guard let detail = (reader.line..<text.count).first(where: { text.line($0, is: "## Run-by-Run Detail") }) else {
            throw reader.missing("## Run-by-Run Detail")
        }
        reader.line = detail + 1
        var accounts: [Account] = []
        while let number = reader.take("### Run ", "") {
            guard let number = number.integer else { throw reader.broken("'\(number.string)' is no number of a run", at: reader.line - 1) }
            var key = RunKey.singleAgent(in: file.folder, number: number)
            if file.name != "comparison_report.md" { key = RunKey(folder: file.folder, number: number, file: file.stem) }
            var account = Account(key, .report, isSecond ? .pythonAgentComparison2 : .pythonAgentComparison1)
            account.producer = Producer(program: "demo_agent", language: "python")
            account.scenario = ChimeraScenario.single
            account.runNumber = number
            account.reportDate = Timestamp(date)
            account.decimals = 2
            account.document = file.document
            let definition: TTFTDefinition = configurations.isFirstRevision ? .unknown : .promptEval
            account.executions = [
                try execution(&reader, "- Baseline duration: ", ChimeraSlot.baseline, model, configurations.baseline, definition),
                try execution(&reader, "- Chimera duration: ", ChimeraSlot.chimera, model, configurations.chimera, definition),
            ]
            account.stated = [
                StatedFigure(.throughputDelta, try delta(&reader, "- Throughput delta: ", " tok/s (")),
                StatedFigure(.ttftDelta, try delta(&reader, "- TTFT delta: ", " ms ("), negated: true),
            ].compactMap(\.self)
            accounts.append(account)
        }
        guard !accounts.isEmpty else { throw reader.missing("### Run ") }
        return accounts
    }

    /// `- Baseline duration: 26.27s··(throughput 99.09 tok/s, TTFT 1382.34 ms)`.
    private static func execution(
        _ reader: inout LineReader, _ opening: StaticString, _ slot: String, _ model: String, _ configuration: SamplingConfiguration,
        _ definition: TTFTDefinition
    ) throws(ImportError) -> AgentExecution {
        let line = try reader.require(opening, " ms)")
        guard let (seconds, rest) = line.split(at: "s"), let rates = rest.trimmed.between("(throughput "),
            let (rate, ttft) = rates.split(at: " tok/s, TTFT "), let duration = PrintedFigure(seconds), let throughput = PrintedFigure(rate),
            let firstToken = PrintedFigure(ttft)
        else { throw reader.broken("'\(line.string)' is no duration with throughput and TTFT", at: reader.line - 1) }
        let failed = throughput.value == nil || throughput.value == 0
        return AgentExecution(
            slot: slot, agent: slot, model: model, status: failed ? .failed : .completed, error: failed ? RustFigures.lostTelemetry : nil,
            configuration: configuration, ttftDefinition: definition,
            metrics: [
                .ttft: MetricSummary(unit: "ms", n: callsOfRun, [.mean: firstToken.value]),
                .outputThroughput: MetricSummary(unit: "tok/s", n: callsOfRun, [.mean: failed ? nil : throughput.value]),
                .wallClock: MetricSummary(unit: "ms", n: 1, [.sum: duration.value.map { $0 * 1000 }]),
            ], callCount: callsOfRun)
    }

    private static func delta(_ reader: inout LineReader, _ opening: StaticString, _ unit: StaticString) throws(ImportError) -> PrintedFigure? {
        let line = try reader.require(opening, ")")
        return line.split(at: unit).flatMap { PrintedFigure($0.0) }
    }

    /// Both agents' options, and which revision of the program wrote them.
    private struct Configurations {
        var baseline = SamplingConfiguration()
        var chimera = SamplingConfiguration()
        /// The revision of October 2025, whose source is lost and whose TTFT nobody defines.
        var isFirstRevision = false

        init(_ text: TextLines) throws(ImportError) {
            guard let start = (0..<text.count).first(where: { text.line($0, is: "## Configuration Details") }) else { return }
            var reader = LineReader(text, at: start + 1)
            if reader.take("### Baseline") { baseline = Self.options(&reader) }
            if reader.take("### Chimera Optimized") { chimera = Self.options(&reader) }
            if reader.take("#### Chimera Configuration Summary") { isFirstRevision = reader.take("Chimera-Optimized Configuration:") }
        }

        private static func options(_ reader: inout LineReader) -> SamplingConfiguration {
            var configuration = SamplingConfiguration()
            while let line = reader.take("- ", "") {
                guard let (name, value) = line.split(at: ": "), !value.equals("None") else { continue }
                configuration[name.string] = PrintedFigure(value)?.value.map(OptionValue.number) ?? .text(value.string)
            }
            return configuration
        }
    }
}
