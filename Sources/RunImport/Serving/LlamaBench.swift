import AgentRuns
import JSON

/// Results of llama.cpp's `llama-bench`, in its JSON, JSON Lines, CSV and Markdown forms.
///
/// Source: `tools/llama-bench/llama-bench.cpp` in ggml-org/llama.cpp; `avg_ts` is tokens per second, `avg_ns` nanoseconds a repetition. One batch
/// at a time, without a server: there is no time to the first token.
struct LlamaBench: ServingFormat {
    static let name = "llama-bench"
    static let title = "llama-bench"
    static let description = FormatDescription(
        detectedBy: "JSON with build_commit, model_filename, avg_ts; CSV that begins with build_commit; a table with the columns model, test, t/s",
        tried: ["builds 1275 (json, csv), 5863 and 6865 (jsonl, csv), 7356, 11029 and 11051 (md)"],
        signatures: [["build_commit", "model_filename", "avg_ts"]])

    func matches(_ object: JSON) -> Bool { object.has(["build_commit", "model_filename", "avg_ts"]) }

    func records(of object: JSON) throws(ServingRefusal) -> [ServingRecord] {
        let samples = ["samples_ns", "samples_ts"].lazy.compactMap { object[$0]?.array?.count }.first { $0 > 0 }
        let fields = (object.members ?? []).compactMap { member in Self.value(member.value).map { (member.key, $0) } }
        let row = LlamaBenchRow(fields, samples: samples)
        return [try row.record(dialect: "J-LLAMA-BENCH")]
    }

    /// A field that has one value.
    private static func value(_ value: JSON) -> OptionValue? {
        value.bool.map(OptionValue.flag) ?? value.number.map(OptionValue.number) ?? value.string.map(OptionValue.text)
    }

    static let tables: [Set<String>] = [["model", "test", "t/s"]]

    /// A table in this one's manner with waits in milliseconds is of a tool that measures a server.
    static func owns(_ columns: [String]) -> Bool {
        tables.contains { $0.isSubset(of: columns) } && !columns.contains { $0.hasSuffix("(ms)") }
    }

    func find(in text: RecordedText) -> TextFindings {
        var findings = LlamaBenchTable.findings(in: text)
        guard text.shown.contains("build_commit,build_number,") else { return findings }
        for line in 0..<text.shown.count {
            guard let (before, _) = text.shown[line].split(at: "build_commit,build_number,") else { continue }
            let table = text.shown.part(from: line, behind: before) { $0.first == UInt8(ascii: "\"") }
            do throws(ImportError) {
                for record in try records(of: try CSVTable(table), isCut: false) { findings.take(record, at: line) }
            } catch {
                guard case .broken(let message, _) = error else { continue }
                findings.refuse("a table of llama-bench is left out: \(message)", at: line)
            }
        }
        return findings
    }

    func recognizesText(_ head: FileHead) -> Bool { head.bytes.opens(with: "build_commit,") }

    func records(ofText file: ImportedFile) throws(ImportError) -> [ServingRecord] {
        try records(of: try CSVTable(file.bytes), isCut: file.bytes.last == UInt8(ascii: ","))
    }

    /// Reading a short row by position would take one figure for another, so the whole file is refused.
    private func records(of table: CSVTable, isCut: Bool) throws(ImportError) -> [ServingRecord] {
        guard Set(table.columns).count == table.columns.count else { throw .broken("a column's name occurs twice", offset: 0) }
        if isCut { throw .broken("the last row has no end", offset: table.rows.last?.offset ?? 0) }
        var records: [ServingRecord] = []
        for row in table.rows {
            guard row.cells.count == table.columns.count else {
                throw .broken("the row has \(row.cells.count) cells, the header \(table.columns.count)", offset: row.offset)
            }
            let values = LlamaBenchRow(zip(table.columns, row.cells).map { ($0, .text($1)) }, samples: nil)
            do throws(ServingRefusal) {
                records.append(try values.record(dialect: "T-LLAMA-BENCH-CSV"))
            } catch {
                throw .broken(error.reason, offset: row.offset)
            }
        }
        return records
    }
}
