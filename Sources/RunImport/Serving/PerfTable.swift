import AgentRuns

/// The CSV file that AIPerf and GenAI-Perf write beside their JSON: a block of statistics, a block of single values, and maybe more.
///
/// Figures have two decimals; those of a thousand and more are in quotes with commas. Names carry their unit in parentheses.
struct PerfTable {
    /// The cells of each metric by column, the metric's name in lower case and without its unit.
    private var rows: [String: [String: String]] = [:]
    private var units: [String: String] = [:]
    /// Whether the last line had no end, so that its figures may have lost digits.
    private(set) var isCut = false

    static func isIn(_ head: FileHead, withDeviation: Bool) -> Bool {
        let line = head.bytes.drop { [0x20, 0x09, 0x0A, 0x0D].contains($0) }
        guard line.opens(with: "Metric,avg,min,max,") else { return false }
        return CSVTable.columns(of: line).contains("std") == withDeviation
    }

    init(_ bytes: [UInt8]) throws(ImportError) {
        isCut = bytes.last != 0x0A && bytes.last != 0x0D
        let table = try CSVTable(Array(bytes.drop { [0x20, 0x09, 0x0A, 0x0D].contains($0) }))
        var columns = table.columns
        for row in isCut ? table.rows.dropLast() : table.rows[...] {
            guard row.cells.first != "Metric" else {
                columns = row.cells
                continue
            }
            // The blocks behind the two of the tool's own figures are about graphics processors.
            guard columns.first == "Metric", !row.cells.contains("Metric") else { break }
            guard row.cells.count == columns.count else {
                throw .broken("the row has \(row.cells.count) cells, its header \(columns.count)", offset: row.offset)
            }
            take(row.cells, under: columns)
        }
    }

    private mutating func take(_ cells: [String], under columns: [String]) {
        let (name, unit) = Self.parts(of: cells[0].lowercased())
        guard rows[name] == nil else { return }
        units[name] = unit
        rows[name] = Dictionary(zip(columns, cells).dropFirst().map { ($0, $1) }, uniquingKeysWith: { first, _ in first })
    }

    /// The name and the unit of `request latency (error-adjusted) (ms)`: the unit is in the last parentheses, others belong to the name.
    private static func parts(of title: String) -> (name: String, unit: String?) {
        guard title.hasSuffix(")"), let open = title.lastIndex(of: "("), open > title.startIndex else { return (title, nil) }
        let name = title[..<open].reversed().drop { $0 == " " }.reversed()
        return (String(name), String(title[title.index(after: open)...].dropLast()))
    }

    /// A figure of a metric, from the column of its name.
    func figure(_ name: String, _ column: String = "Value") -> Double? {
        guard let cell = rows[name]?[column] else { return nil }
        return RecordedFigure.grouped(cell)
    }

    /// Takes the latencies and throughputs that both tools have.
    func fill(_ record: inout ServingRecord) {
        for (metric, tag) in PerfExport.latencies {
            let name = tag.replacing("_", with: " ")
            guard let scale = PerfExport.milliseconds(in: units[name] ?? "ms") else { continue }
            record.setLatency(metric, scale: scale) { statistic in
                figure(name, statistic == .mean ? "avg" : statistic == .stddev ? "std" : statistic.rawValue)
            }
        }
        record.setScalar(.outputThroughput, figure("output token throughput"))
        record.setScalar(.requestThroughput, figure("request throughput"))
        record.setScalar(.goodput, figure("goodput") ?? figure("request goodput"))
        record.setScalar(.requestsCompleted, figure("request count"))
        if isCut { record.notes.append("The file's last line has no end; it was left out.") }
    }
}
