import AgentRuns

/// The Markdown tables that llama-bench prints, amid whatever else a log holds.
///
/// Which columns there are depends on what differs from the defaults, so cells are read by the header's names. The line `build: …` below a table
/// belongs to the rows above it. There is no date and no count of repetitions.
enum LlamaBenchTable {
    static func isIn(_ head: FileHead) -> Bool {
        let text = TextLines(head.content)
        return (0..<text.count).contains { header(text[$0]) != nil }
    }

    static func records(in text: TextLines) -> [ServingRecord] {
        var records: [ServingRecord] = []
        var columns: [String] = []
        var firstOfTable = 0
        for index in 0..<text.count where records.count <= ServingRecord.mostOfOneFile {
            let line = shown(text[index])
            if let names = header(line) {
                columns = names
                firstOfTable = records.count
            } else if let build = line.between("build: "), !columns.isEmpty {
                for index in firstOfTable..<records.count { records[index].set("build", build.trimmed.string) }
                columns = []
            } else if let cells = cells(line), cells.count == columns.count {
                if let record = record(Dictionary(zip(columns, cells), uniquingKeysWith: { first, _ in first })) { records.append(record) }
            }
        }
        return records
    }

    /// What a terminal would show of a line: the part after the last carriage return.
    private static func shown(_ line: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        line.lastIndex(of: 0x0D).map { line[($0 + 1)...] } ?? line
    }

    /// The cells of a row, which begins and ends with a bar; a row that was cut off has no last bar.
    private static func cells(_ line: ArraySlice<UInt8>) -> [String]? {
        guard let inner = line.trimmed.between("|", "|"), !inner.isEmpty else { return nil }
        return inner.split(separator: UInt8(ascii: "|"), omittingEmptySubsequences: false).map { $0.trimmed.string }
    }

    private static func header(_ line: ArraySlice<UInt8>) -> [String]? {
        guard line.trimmed.first == UInt8(ascii: "|"), let cells = cells(line), Set(cells).isSuperset(of: ["model", "test", "t/s"]) else {
            return nil
        }
        return cells
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
