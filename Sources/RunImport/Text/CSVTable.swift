/// A table of comma-separated values with a row of column names. Source: RFC 4180; rows may end with a line feed alone.
struct CSVTable: Sendable {
    var columns: [String]
    var rows: [Row]

    struct Row: Sendable {
        var cells: [String]
        /// The byte at which the row begins.
        var offset: Int
    }

    /// Reads the whole table. Rows that are empty are left out; a quote that is never closed is an error at its byte.
    init(_ bytes: [UInt8]) throws(ImportError) {
        var records: [Row] = []
        var position = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
        while position < bytes.count {
            let row = try Self.record(in: bytes, at: &position)
            if row.cells != [""] { records.append(row) }
        }
        columns = records.first?.cells ?? []
        rows = Array(records.dropFirst())
    }

    /// The names in the first line of a text; cheap, for recognizing a table.
    static func columns(of head: ArraySlice<UInt8>) -> [String] {
        let line = head.prefix { $0 != 0x0A }.trimmed
        return line.split(separator: UInt8(ascii: ","), omittingEmptySubsequences: false).map { cell in
            (cell.between("\"", "\"") ?? cell).string
        }
    }

    private static func record(in bytes: [UInt8], at position: inout Int) throws(ImportError) -> Row {
        var row = Row(cells: [], offset: position)
        while true {
            row.cells.append(try cell(in: bytes, at: &position))
            guard position < bytes.count else { return row }
            let separator = bytes[position]
            position += 1
            if separator == 0x0D, position < bytes.count, bytes[position] == 0x0A { position += 1 }
            if separator != UInt8(ascii: ",") { return row }
        }
    }

    private static func cell(in bytes: [UInt8], at position: inout Int) throws(ImportError) -> String {
        guard position < bytes.count, bytes[position] == UInt8(ascii: "\"") else {
            let start = position
            while position < bytes.count, ![UInt8(ascii: ","), 0x0A, 0x0D].contains(bytes[position]) { position += 1 }
            return bytes[start..<position].string
        }
        let start = position
        var content: [UInt8] = []
        position += 1
        while position < bytes.count {
            if bytes[position] == UInt8(ascii: "\"") {
                position += 1
                guard position < bytes.count, bytes[position] == UInt8(ascii: "\"") else { return String(decoding: content, as: UTF8.self) }
            }
            content.append(bytes[position])
            position += 1
        }
        throw .broken("the quote is never closed", offset: start)
    }
}
