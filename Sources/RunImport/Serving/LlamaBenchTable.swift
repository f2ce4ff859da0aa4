import AgentRuns

/// The Markdown tables that llama-bench prints, amid whatever else a log holds.
///
/// Which columns there are depends on what differs from the defaults, so cells are read by the header's names. The line `build: …` below a table
/// belongs to the rows above it. There is no date and no count of repetitions.
enum LlamaBenchTable {
    static func findings(in text: RecordedText) -> TextFindings {
        var findings = TextFindings()
        for table in text.tables where LlamaBench.owns(table.columns) {
            let first = findings.records.count
            findings.read(table, of: LlamaBench.title, record)
            let build = table.note("build: ", in: text.shown)?.value.trimmed.string
            close(&findings.records[first...], build: build, columns: table.columns)
        }
        return findings
    }

    /// Gives the rows of a table what stands below it or follows from all of it.
    private static func close(_ rows: inout ArraySlice<(line: Int, record: ServingRecord)>, build: String?, columns: [String]) {
        let number = build.flatMap { $0.split(separator: "(").last }.flatMap { Double($0.prefix { $0 != ")" }) }
        let isOff = LlamaBenchSetting.flashAttentionIsOff(build: number, hasLoadMode: columns.contains("lm"))
        for index in rows.indices {
            rows[index].record.set("build", build)
            if isOff { rows[index].record.dropSwitchedOffFlashAttention() }
        }
    }

    /// The columns with a place of their own in a run.
    private static let taken: Set<String> = ["model", "size", "params", "backend", "ngl", "threads", "type_k", "type_v", "test", "t/s"]

    private static func record(_ cells: [String: String]) -> ServingRecord? {
        guard let model = cells["model"], let test = cells["test"].flatMap(LlamaBenchTest.init), let rate = cells["t/s"].flatMap(rate) else {
            return nil
        }
        var record = ServingRecord(dialect: "T-LLAMA-BENCH-MD", ttft: .unknown)
        record.model = model
        record.set("backend", cells["backend"])
        record.set("n_gpu_layers", cells["ngl"].flatMap(Double.init))
        record.set("n_threads", cells["threads"].flatMap(Double.init))
        record.set("type_k", cells["type_k"])
        record.set("type_v", cells["type_v"])
        for (name, value) in cells.sorted(by: { $0.key < $1.key }) where !taken.contains(name) { record.setLlamaField(name, .text(value)) }
        record.setTest(test, rate: rate.mean, deviation: rate.deviation, n: nil)
        return record
    }

    /// `1234.56 ± 7.89`, or the mean alone.
    private static func rate(_ cell: String) -> (mean: Double, deviation: Double?)? {
        guard let (left, right) = Array(cell.utf8)[...].split(at: "±") else {
            return RecordedFigure.value(of: cell).map { ($0, nil) }
        }
        guard let mean = RecordedFigure.value(of: left.trimmed.string) else { return nil }
        return (mean, RecordedFigure.value(of: right.trimmed.string))
    }
}
