import AgentRuns

/// The Markdown documents of the two-agent program in Rust about both agents: they restate, and tell what no report tells.
enum RustMultiDocuments {
    /// Dialects M-RSMULTI-COMBINED-1 and -2, which differ in the dash of the title.
    ///
    /// The heading says B − A; the throughput is B − A, but the TTFT is A − B.
    static func combined(_ text: TextLines, of file: ImportedFile) throws(ImportError) -> Account {
        var reader = LineReader(text)
        let title = try reader.require("# Rust Multi-Agent Report ", "")
        var account = Account(RunKey(folder: file.folder), .restatement, .rustMultiCombined)
        account.producer = RustMultiFiles.producer
        account.document = file.document
        account.runNumber = title.split(at: "Run ")?.1.integer
        account.decimals = 2
        try reader.require("## Scenario")
        account.scenario = try reader.require("- Type: ", "").string
        let wall = try reader.requireFigure("- Concurrent Wall Time: ", "s")
        let sequential = try reader.requireFigure("- Sequential Estimate: ", "s")
        let speedup = try reader.requireFigure("- Speedup: ", "x")
        let efficiency = try reader.requireFigure("- Efficiency: ", "% (ideal = 2x speedup)")
        let contention = try reader.require("- Contention Detected: ", "")
        account.coordination = Coordination(
            wall: wall.value, sequential: sequential.value, speedup: speedup.value, efficiency: efficiency.value.map { $0 / 100 },
            contention: contention.equals("Yes") ? true : contention.equals("No") ? false : nil)
        account.stated = [
            StatedFigure(.wall, wall), StatedFigure(.sequential, sequential), StatedFigure(.speedup, speedup), StatedFigure(.efficiency, efficiency),
        ].compactMap(\.self)
        account.executions.append(try agent(&reader, heading: "## Agent A (", slot: ChimeraSlot.collector))
        account.executions.append(try agent(&reader, heading: "## Agent B (", slot: ChimeraSlot.insight))
        try reader.require("## Delta (B - A)")
        let throughput = try reader.requireFigure("- Throughput Δ: ", " tok/s")
        let ttft = try reader.requireFigure("- TTFT Δ: ", " ms (positive = Agent B faster TTFT)")
        account.stated += [StatedFigure(.throughputDelta, throughput), StatedFigure(.ttftDelta, ttft, negated: true)].compactMap(\.self)
        return account
    }

    private static func agent(_ reader: inout LineReader, heading: StaticString, slot: String) throws(ImportError) -> AgentExecution {
        let label = try reader.require(heading, ")").string
        _ = try reader.require("- Base URL: ", "")
        let configuration = try reader.requireConfiguration("- Config: ")
        let throughput = try reader.requireFigure("- Throughput: ", " tok/s")
        let ttft = try reader.requireFigure("- TTFT: ", " ms")
        let total = try reader.requireFigure("- Total Duration: ", " ms")
        return AgentExecution(
            slot: slot, agent: label, configuration: configuration, ttftDefinition: .firstChunk,
            metrics: [
                .ttft: MetricSummary(unit: "ms", [.mean: ttft.value]), .outputThroughput: MetricSummary(unit: "tok/s", [.mean: throughput.value]),
                .totalDuration: MetricSummary(unit: "ms", [.sum: total.value]),
            ])
    }

    /// Dialect M-RSMULTI-SUMMARY: means over the runs of a configuration.
    static func summary(_ text: TextLines, of file: ImportedFile) throws(ImportError) -> GroupStatement {
        var reader = LineReader(text)
        _ = try reader.require("# Multi-Agent Summary (", ")")
        let runs = try reader.requireInteger("Runs: ")
        let throughput = try reader.requireFigure("Average Throughput Δ: ", " tok/s")
        let ttft = try reader.requireFigure("Average TTFT Δ: ", " ms")
        let speedup = try reader.requireFigure("Average Speedup: ", "x")
        let efficiency = try reader.requireFigure("Average Efficiency: ", "%")
        let means = [
            StatedFigure(.throughputDelta, throughput), StatedFigure(.ttftDelta, ttft, negated: true), StatedFigure(.speedup, speedup),
            StatedFigure(.efficiency, efficiency),
        ]
        return GroupStatement(folder: file.folder, runs: runs, means: means.compactMap(\.self))
    }
}
