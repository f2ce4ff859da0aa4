import AgentRuns
import JSON

/// GuideLLM's CSV file, of the third generation on: three rows of headings, group, sub-group and statistic, then a row for each benchmark.
struct GuideLLMTable {
    /// The column of each heading, its three parts joined by a bar.
    private let columns: [String: Int]
    private let rows: [CSVTable.Row]

    init(_ bytes: [UInt8]) throws(ImportError) {
        let table = try CSVTable(bytes)
        guard table.rows.count >= 2, table.rows[0].cells.contains("Run ID") else {
            throw .notARun("\(GuideLLM.title): a table with one row of headings, as versions before 0.4 wrote, holds too little")
        }
        for row in table.rows where row.cells.count != table.columns.count {
            throw .broken("the row has \(row.cells.count) cells, the header \(table.columns.count)", offset: row.offset)
        }
        if bytes.last != 0x0A, bytes.last != 0x0D { throw .broken("the last row has no end", offset: bytes.count) }
        let names = table.columns.indices.map { index in
            [table.columns[index], table.rows[0].cells[index], table.rows[1].cells[index]].joined(separator: "|")
        }
        columns = Dictionary(names.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
        rows = Array(table.rows.dropFirst(2))
    }

    func records() throws(ImportError) -> [ServingRecord] {
        var records: [ServingRecord] = []
        for row in rows { records.append(try record(of: row)) }
        return records
    }

    private func text(_ name: String, of row: CSVTable.Row) -> String? {
        columns[name].flatMap { row.cells[$0].isEmpty ? nil : row.cells[$0] }
    }

    private func figure(_ name: String, of row: CSVTable.Row) -> Double? { text(name, of: row).flatMap(RecordedFigure.value) }

    private func json(_ name: String, of row: CSVTable.Row) -> JSON? {
        text(name, of: row).flatMap { text in JSON.recorded(parsing: Array(text.utf8)).values.first }
    }

    private static let latencies: [(MetricID, String, Double)] = [
        (.ttft, "Time to First Token|Successful ms", 1), (.tpot, "Time per Output Token|Successful ms", 1),
        (.itl, "Inter Token Latency|Successful ms", 1), (.e2eLatency, "Request Latency|Successful Sec", 1000),
    ]

    private static let rates: [(MetricID, String)] = [
        (.requestThroughput, "Server Throughput|Successful Requests/Sec|Mean"), (.outputThroughput, "Token Throughput|Successful Output Tokens/Sec|Mean"),
        (.totalThroughput, "Token Throughput|Successful Total Tokens/Sec|Mean"), (.promptThroughput, "Token Throughput|Successful Input Tokens/Sec|Mean"),
    ]

    private func record(of row: CSVTable.Row) throws(ImportError) -> ServingRecord {
        guard let completed = figure("Request Counts|Successful|", of: row) else {
            throw .broken("the column 'Request Counts, Successful' is missing, or has no number", offset: row.offset)
        }
        let metadata = json("Runtime Info|Metadata|", of: row)
        let generation = (metadata?.figure("version") ?? 1) >= 2 ? 4 : 3
        var record = ServingRecord(dialect: "T-GUIDELLM-CSV")
        record.model = json("Run Info|Backend|", of: row)?.word("model")
        record.version = metadata?.word("guidellm_version")
        record.timestamp = Timestamp.recorded(text("Timings|Start Time|", of: row))
        record.set("generation", Double(generation))
        let strategy = (text("Benchmark|Strategy|", of: row) ?? "").split(separator: "@", maxSplits: 1).map(String.init)
        let load = strategy.count == 2 ? RecordedFigure.value(of: strategy[1]) : nil
        record.setStrategy(strategy.first, streams: load, rate: load)
        for (metric, name, scale) in Self.latencies {
            let isCounted = metric == .ttft || metric == .e2eLatency
            let percentiles = json(name + "|Percentiles", of: row)?.array ?? []
            record.setLatency(metric, n: isCounted ? Int(exactly: completed) : nil, scale: scale) { statistic in
                switch statistic {
                case .mean: figure(name + "|Mean", of: row)
                case .stddev: figure(name + "|Std Dev", of: row)
                case .p50: figure(name + "|Median", of: row)
                default: Self.percentile(statistic, in: percentiles)
                }
            }
        }
        for (metric, name) in Self.rates { record.setScalar(metric, figure(name, of: row)) }
        record.setScalar(.requestsCompleted, completed)
        record.setScalar(.requestsFailed, figure("Request Counts|Errored|", of: row))
        for (metric, name) in [(MetricID.inputTokens, "Input"), (.outputTokens, "Output")] {
            let mean = figure("Token Metrics|Successful \(name) Tokens|Mean", of: row)
            record.setScalar(metric, mean.map { ($0 * completed).rounded() })
        }
        return record
    }

    /// The list holds p0.1, p1, p5, p10, p25, p50, p75, p90, p95, p99 and p99.9; a list of another length is not that one.
    private static func percentile(_ statistic: MetricSummary.Statistic, in list: [JSON]) -> Double? {
        guard list.count == 11 else { return nil }
        let places: [MetricSummary.Statistic: Int] = [.p90: 7, .p95: 8, .p99: 9]
        return places[statistic].flatMap { list[$0].number }
    }
}
