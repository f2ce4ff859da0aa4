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
                close(&records[firstOfTable...], build: nil, columns: columns)
                columns = names
                firstOfTable = records.count
            } else if let build = line.between("build: "), !columns.isEmpty {
                close(&records[firstOfTable...], build: build.trimmed.string, columns: columns)
                columns = []
            } else if let cells = cells(line), cells.count == columns.count {
                if let record = record(Dictionary(zip(columns, cells), uniquingKeysWith: { first, _ in first })) { records.append(record) }
            }
        }
        close(&records[firstOfTable...], build: nil, columns: columns)
        return records
    }

    /// Gives the rows of a table what stands below it or follows from all of it; a table that is closed already has no columns left.
    private static func close(_ rows: inout ArraySlice<ServingRecord>, build: String?, columns: [String]) {
        guard !columns.isEmpty else { return }
        let number = build.flatMap { $0.split(separator: "(").last }.flatMap { Double($0.prefix { $0 != ")" }) }
        let isOff = LlamaBenchSetting.flashAttentionIsOff(build: number, hasLoadMode: columns.contains("lm"))
        for index in rows.indices {
            rows[index].set("build", build)
            if isOff { rows[index].dropSwitchedOffFlashAttention() }
        }
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
