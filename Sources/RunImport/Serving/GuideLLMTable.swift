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
        for row in rows {
            guard let record = GuideLLMRow(columns: columns, cells: row.cells).record else {
                throw .broken("the column 'Request Counts, Successful' is missing, or has no number", offset: row.offset)
            }
            records.append(record)
        }
        return records
    }
}
