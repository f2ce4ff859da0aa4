/// The line of dashes under a table's header, which says how its columns are aligned.
struct TableDelimiter {
    private(set) var alignments: [TableAlignment] = []

    /// Reads one line from its first character that is no space; `nil` if it is no delimiter row.
    init?(_ bytes: [UInt8], in line: Range<Int>) {
        guard Self.isDelimiter(bytes, in: line), let row = TableRow(bytes, in: line) else { return nil }
        alignments = row.cells.map { cell in
            let isDash: (UInt8) -> Bool = { !$0.isRowSpace }
            let first = bytes[cell].first(where: isDash)
            let last = bytes[cell].last(where: isDash)
            return TableAlignment(startsWithColon: first == UInt8(ascii: ":"), endsWithColon: last == UInt8(ascii: ":"))
        }
    }

    private static func isDelimiter(_ bytes: [UInt8], in line: Range<Int>) -> Bool {
        var index = line.lowerBound
        let end = line.upperBound
        func skipSpace() { while index < end, bytes[index].isRowSpace { index += 1 } }
        func take(_ byte: UInt8) -> Bool {
            guard index < end, bytes[index] == byte else { return false }
            index += 1
            return true
        }
        var columns = 0
        _ = take(UInt8(ascii: "|"))
        repeat {
            skipSpace()
            if index >= end { return columns > 0 }
            _ = take(UInt8(ascii: ":"))
            guard take(UInt8(ascii: "-")) else { return false }
            while take(UInt8(ascii: "-")) {}
            columns += 1
            _ = take(UInt8(ascii: ":"))
            skipSpace()
            if index >= end { return true }
        } while take(UInt8(ascii: "|"))
        return false
    }
}
