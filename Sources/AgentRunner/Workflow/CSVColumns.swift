/// The numeric columns of a CSV text, added up.
///
/// Source: RFC 4180 for quoting; rows may end with LF alone.
struct CSVColumns: Sendable {
    private(set) var header: [String] = []
    /// By column name: how many cells hold a finite number, and their sum.
    private(set) var sums: [String: (count: Int, sum: Double)] = [:]

    init(_ bytes: [UInt8]) {
        var row: [String] = []
        var cell: [UInt8] = []
        var isQuoted = false
        var index = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
        func text() -> String { String(decoding: cell, as: UTF8.self) }
        while index < bytes.count {
            let byte = bytes[index]
            index += 1
            if isQuoted {
                if byte != UInt8(ascii: "\"") {
                    cell.append(byte)
                } else if index < bytes.count, bytes[index] == byte {
                    cell.append(byte)
                    index += 1
                } else {
                    isQuoted = false
                }
                continue
            }
            switch byte {
            case UInt8(ascii: "\""): isQuoted = true
            case UInt8(ascii: ","):
                row.append(text())
                cell = []
            case UInt8(ascii: "\n"):
                row.append(text())
                add(row)
                (row, cell) = ([], [])
            case UInt8(ascii: "\r"): break
            default: cell.append(byte)
            }
        }
        if !cell.isEmpty || !row.isEmpty { add(row + [text()]) }
    }

    private mutating func add(_ row: [String]) {
        guard !header.isEmpty else {
            if row.contains(where: { !$0.isEmpty }) { header = row }
            return
        }
        for (name, cell) in zip(header, row) where !name.isEmpty {
            guard let value = Double(cell), value.isFinite else { continue }
            let (count, sum) = sums[name] ?? (0, 0)
            sums[name] = (count + 1, sum + value)
        }
    }
}
