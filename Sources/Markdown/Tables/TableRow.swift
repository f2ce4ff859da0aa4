/// One line read as a row of a table: cells between pipes, with an optional pipe at either end.
struct TableRow {
    /// Where each cell's text stands, untrimmed.
    private(set) var cells: [Range<Int>] = []

    static let mostCells = Int(UInt16.max)

    /// Reads the bytes of one line; `nil` if they hold no cell, or are no text.
    init?(_ bytes: [UInt8], in line: Range<Int>) {
        guard Self.isText(bytes, in: line) else { return nil }
        var index = Self.skipPipe(bytes, line.lowerBound, line.upperBound) ?? line.lowerBound
        while index < line.upperBound {
            let cellEnd = Self.cellEnd(bytes, index, line.upperBound)
            let next = Self.skipPipe(bytes, cellEnd, line.upperBound)
            cells.append(index..<cellEnd)
            guard cells.count <= Self.mostCells else { return nil }
            guard let next else { break }
            index = next
        }
        if cells.isEmpty { return nil }
    }

    /// Whether a line has any cell, which is what keeps a table open.
    static func isRow(_ bytes: [UInt8], in line: Range<Int>) -> Bool {
        guard (skipPipe(bytes, line.lowerBound, line.upperBound) ?? line.lowerBound) < line.upperBound else { return false }
        return line.count <= mostCells ? isText(bytes, in: line) : TableRow(bytes, in: line) != nil
    }

    private static func isText(_ bytes: [UInt8], in line: Range<Int>) -> Bool {
        var index = line.lowerBound
        while index < line.upperBound {
            if bytes[index] < 0x80 {
                index += 1
            } else {
                guard let length = decodeScalar(bytes, at: index, before: line.upperBound)?.length else { return false }
                index += length
            }
        }
        return true
    }

    /// A pipe right behind a backslash belongs to its cell, whatever stands before the backslash.
    private static func cellEnd(_ bytes: [UInt8], _ start: Int, _ end: Int) -> Int {
        var index = start
        while index < end {
            if bytes[index] == UInt8(ascii: "|"), !(index > start && bytes[index - 1] == UInt8(ascii: "\\")) { break }
            index += 1
        }
        return index
    }

    private static func skipPipe(_ bytes: [UInt8], _ start: Int, _ end: Int) -> Int? {
        guard start < end, bytes[start] == UInt8(ascii: "|") else { return nil }
        var index = start + 1
        while index < end, bytes[index].isRowSpace { index += 1 }
        return index
    }
}
