public import Bytes
public import JSON

/// Tidy data for notebooks, databases and spreadsheets: one record a line, the same keys in the same order in every line.
public struct RunExport: Sendable {
    public enum Records: String, Sendable, CaseIterable {
        case executions, runs, calls
    }

    public enum Format: String, Sendable, CaseIterable {
        case jsonl, csv
    }

    public var records: Records
    public var format: Format

    public init(_ records: Records, as format: Format) {
        self.records = records
        self.format = format
    }

    /// Writes the records of the runs in the order in which the runs come.
    public func write(_ runs: some Sequence<Run>, into output: inout ByteBuffer) {
        if format == .csv { CSVRow.write(records.keys.map(JSON.string), into: &output) }
        for run in runs {
            for record in records.records(of: run) { write(record, into: &output) }
        }
    }

    private func write(_ record: [JSON], into output: inout ByteBuffer) {
        switch format {
        case .csv: CSVRow.write(record, into: &output)
        case .jsonl:
            JSON.object(zip(records.keys, record).map { JSON.Member($0, $1) }).writeLine(into: &output)
            output.append("\n")
        }
    }
}

extension RunExport.Records {
    /// The columns of a record, in order.
    public var keys: [String] {
        switch self {
        case .executions: ExecutionRecord.keys
        case .runs: RunRecord.keys
        case .calls: CallRecord.keys
        }
    }

    /// The records of one run, in the order of its executions.
    public func records(of run: Run) -> [[JSON]] {
        switch self {
        case .executions: run.executions.map { ExecutionRecord.values($0, of: run) }
        case .runs: [RunRecord.values(run)]
        case .calls:
            run.executions.flatMap { execution in
                execution.calls.enumerated().map { CallRecord.values($1, index: $0, execution: execution, run: run) }
            }
        }
    }
}
