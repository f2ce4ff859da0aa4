import AgentRuns

/// Reports in which the one-agent programs set a baseline beside a tuned agent, written by the program alone.
enum AgentComparisons {
    /// Dialects M-RSAGENT-COMP-1 and -2, and M-AGENT-COMP-0: a table of both agents' figures, which restate those of the run.
    ///
    /// Rows that are labelled as averages of durations hold sums where the calls have stages.
    static func restated(_ text: TextLines, of file: ImportedFile, _ dialect: ChimeraDialect) throws(ImportError) -> Account {
        var account = Account(RunKey.singleAgent(in: file.folder), .restatement, dialect)
        account.document = file.document
        account.scenario = ChimeraScenario.single
        let hasStages = (0..<text.count).contains { text[$0].opens(with: "| Run | Stage |") }
        var reader = LineReader(text)
        guard let heading = (0..<text.count).first(where: { text.line($0, is: "## Aggregate Performance") }) else {
            throw reader.missing("## Aggregate Performance")
        }
        reader.line = heading + 1
        try reader.require("| Metric | Baseline | Chimera | Δ |")
        _ = try reader.require("|-", "")
        while let row = reader.take("| ", " |") {
            let cells = row.string.split(separator: " | ", omittingEmptySubsequences: false).map { Array($0.utf8)[...] }
            guard cells.count == 4 else { throw reader.broken("expected four columns", at: reader.line - 1) }
            for (slot, cell) in [(ChimeraSlot.baseline, cells[1]), (ChimeraSlot.chimera, cells[2])] {
                account.stated += figures(row: cells[0].string, cell: cell, slot: slot, hasStages: hasStages)
            }
        }
        return account
    }

    private static func figures(row: String, cell: ArraySlice<UInt8>, slot: String, hasStages: Bool) -> [StatedFigure] {
        let rows: [String: (MetricID, MetricSummary.Statistic)] = [
            "Average Throughput (tok/s)": (.outputThroughput, .mean), "Average TTFT (ms)": (.ttft, .mean),
            "Total Tokens Generated": (.outputTokens, .sum), "Avg Prompt Eval (ms)": (.promptEvalDuration, hasStages ? .sum : .mean),
            "Avg Eval Duration (ms)": (.evalDuration, hasStages ? .sum : .mean),
            "Avg Load Duration (ms)": (.loadDuration, hasStages ? .sum : .mean),
        ]
        guard let (metric, statistic) = rows[row] else { return [] }
        let parts = cell.split(at: " ± ") ?? (cell, [])
        return [
            StatedFigure(.metric(slot: slot, metric, statistic), PrintedFigure(parts.0)),
            StatedFigure(.metric(slot: slot, metric, .stddev), PrintedFigure(parts.1)),
        ].compactMap(\.self)
    }
}
