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
            guard let build = table.note("build: ", in: text.shown) else { continue }
            for index in first..<findings.records.count { findings.records[index].record.set("build", build.value.trimmed.string) }
        }
        return findings
    }

    /// The columns that become a part of the run; the others, which differ from the defaults, are noted.
    private static let taken: Set<String> = ["model", "size", "params", "backend", "ngl", "threads", "type_k", "type_v", "test", "t/s"]

    private static func record(_ cells: [String: String]) -> ServingRecord? {
        guard let model = cells["model"], let test = cells["test"].flatMap(Test.init), let rate = cells["t/s"].flatMap(rate) else { return nil }
        var record = ServingRecord(dialect: "T-LLAMA-BENCH-MD", ttft: .unknown)
        record.model = model
        record.set("backend", cells["backend"])
        record.set("n_gpu_layers", cells["ngl"].flatMap(Double.init))
        record.set("n_threads", cells["threads"].flatMap(Double.init))
        record.set("type_k", cells["type_k"])
        record.set("type_v", cells["type_v"])
        let settings = cells.filter { !taken.contains($0.key) }.sorted { $0.key < $1.key }
        for (name, value) in settings { record.setLlamaSetting(name, ServingVariant.standIn(for: value)) }
        let others = settings.filter { ServingVariant.published($0.value) != nil }.map { "\($0.key) \($0.value)" }
        if !others.isEmpty { record.notes.append("The table's other columns say \(others.joined(separator: ", ")).") }
        record.setTest(
            prompt: Double(test.prompt), generated: Double(test.generated), depth: Double(test.depth), rate: rate.mean, deviation: rate.deviation,
            n: nil)
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

    /// `pp512`, `tg128`, `pp512+tg128`, each with ` @ d32768` for a depth; old tables have a blank before the number.
    private struct Test {
        var prompt = 0
        var generated = 0
        var depth = 0

        init?(_ cell: String) {
            let parts = Array(cell.utf8).split(separator: UInt8(ascii: "@"), maxSplits: 1, omittingEmptySubsequences: false)
            if parts.count == 2 {
                guard let depth = Self.tokens(parts[1], after: "d") else { return nil }
                self.depth = depth
            }
            for part in parts[0].split(separator: UInt8(ascii: "+")) {
                if let tokens = Self.tokens(part, after: "pp") {
                    prompt = tokens
                } else if let tokens = Self.tokens(part, after: "tg") {
                    generated = tokens
                } else {
                    return nil
                }
            }
            if prompt + generated == 0 { return nil }
        }

        private static func tokens(_ part: ArraySlice<UInt8>, after letters: StaticString) -> Int? {
            part.trimmed.between(letters)?.trimmed.integer
        }
    }
}
