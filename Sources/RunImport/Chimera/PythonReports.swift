import AgentRuns

/// Markdown of the Python programs that carries no figure of its own.
enum PythonReports {
    /// What a reader must know of the tuned agent's report, whose header promises figures.
    static let expectationsNote = "The section 'Expected Performance' of the tuned agent's report holds constants of the program, not measurements."

    /// Dialects M-PYAGENT-BASE and M-PYAGENT-CHIM: a header by the program, a model's text behind the first `---`.
    static func agentReport(_ text: TextLines, of file: ImportedFile) -> Account {
        var reader = LineReader(text)
        let isBaseline = reader.take("# Technical Report: Baseline ", "") != nil
        var slot = isBaseline ? ChimeraSlot.baseline : ChimeraSlot.chimera
        var key = RunKey.singleAgent(in: file.folder, number: number(in: file.stem))
        // The two-agent program of October 2025 used the same agents, and named their reports by their places.
        if Chimera.isRawReport(file.name), let place = ChimeraSlot.ofReport(stem: file.stem) {
            slot = place
            key = RunKey(folder: file.folder)
        }
        var account = Account(key, .restatement, .pythonAgentReport)
        account.reports = [file.report(slot: slot, modelWritten: EmbeddedReport.bodyAfterFirstBreak(text))]
        if (0..<text.count).contains(where: { text.line($0, is: "**Expected Performance:**") }) { account.notes = [expectationsNote] }
        return account
    }

    /// The number at the end of `chimera_report_run_4`.
    private static func number(in stem: String) -> Int {
        stem.split(separator: "_").last.flatMap { Int($0) } ?? 1
    }

    /// Dialect M-PYMULTI-COMBINED.
    static func combined(_ text: TextLines, of file: ImportedFile) throws(ImportError) -> Account {
        var reader = LineReader(text)
        try reader.require("# Combined Summary")
        var account = Account(RunKey(folder: file.folder), .restatement, .pythonMultiCombined)
        account.document = file.document
        let speedup = try reader.requireFigure("Speedup: ", "x")
        let efficiency = try reader.requireFigure("Efficiency: ", "%")
        account.stated = [StatedFigure(.speedup, speedup), StatedFigure(.efficiency, efficiency)].compactMap(\.self)
        return account
    }

    /// Dialect M-PYMULTI-SUMMARY; it does not say over how many runs, so over all of the folder.
    static func summary(_ text: TextLines, of file: ImportedFile) throws(ImportError) -> GroupStatement {
        var reader = LineReader(text)
        try reader.require("# Summary")
        let speedup = try reader.requireFigure("Speedup (avg): ", "x")
        let efficiency = try reader.requireFigure("Efficiency (avg): ", "%")
        return GroupStatement(
            folder: file.folder, runs: 0, means: [StatedFigure(.speedup, speedup), StatedFigure(.efficiency, efficiency)].compactMap(\.self))
    }

    /// Dialect M-PYMULTI-OLD-COMBINED, of October 2025: the only file of a run that names its scenario.
    static func oldCombined(_ text: TextLines, of file: ImportedFile) throws(ImportError) -> Account {
        var reader = LineReader(text)
        _ = try reader.require("# Multi-Agent Analysis - Run ", "")
        var account = Account(RunKey(folder: file.folder), .restatement, .pythonMultiOldCombined)
        account.document = file.document
        try reader.require("## Execution Summary")
        account.scenario = try reader.require("**Scenario:** ", "").string
        let wall = try reader.requireFigure("**Concurrent Wall Time:** ", "s")
        let sequential = try reader.requireFigure("**Sequential Estimated Time:** ", "s")
        let speedup = try reader.requireFigure("**Concurrency Speedup:** ", "x")
        _ = try reader.require("**Resource Contention Detected:** ", "")
        account.stated = [StatedFigure(.wall, wall), StatedFigure(.sequential, sequential), StatedFigure(.speedup, speedup)].compactMap(\.self)
        for (slot, heading) in [(ChimeraSlot.collector, "## Agent 1 "), (ChimeraSlot.insight, "## Agent 2 ")] as [(String, StaticString)] {
            account.stated += try oldAgent(&reader, heading: heading, slot: slot)
        }
        return account
    }

    private static func oldAgent(_ reader: inout LineReader, heading: StaticString, slot: String) throws(ImportError) -> [StatedFigure] {
        _ = try reader.require(heading, "")
        while let line = reader.peek(), !line.opens(with: "```"), !line.opens(with: "## ") { reader.line += 1 }
        guard let block = reader.takeFenced() else { return [] }
        var inner = LineReader(reader.text, at: block.lowerBound)
        let throughput = try inner.requireFigure("Throughput: ", " tok/s")
        let ttft = try inner.requireFigure("TTFT: ", " ms")
        return [
            StatedFigure(.metric(slot: slot, .outputThroughput, .mean), throughput), StatedFigure(.metric(slot: slot, .ttft, .mean), ttft),
        ].compactMap(\.self)
    }
}
