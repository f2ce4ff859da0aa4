/// A table of bars and cells in a text, as Markdown writes it.
struct TextTable: Sendable {
    struct Row: Sendable {
        /// From 0.
        var line: Int
        var cells: [String]
    }

    var columns: [String]
    /// The line of the header, from 0.
    var line: Int
    var prefix: LinePrefix
    var rows: [Row] = []
    /// Rows with another number of cells than the header has, or without an end.
    var misfits: [Row] = []
    /// The lines behind the header up to the next table, or to the end of the text.
    var extent: Range<Int>

    /// What follows a word on the first line behind the last row that has it after the table's prefix.
    func note(_ word: StaticString, in text: ShownText) -> (line: Int, value: ArraySlice<UInt8>)? {
        for line in ((rows.last?.line ?? self.line) + 1)..<max(extent.upperBound, (rows.last?.line ?? self.line) + 1) {
            guard let (before, value) = text[line].split(at: word), prefix.likeness(of: before) != nil else { continue }
            return (line, value)
        }
        return nil
    }
}

extension TextTable {
    /// Every table of a text.
    ///
    /// A header is a row above a row of dashes, or one with the columns of a known table. What stands before it stands before each of its rows;
    /// between them may stand lines of other programs. A row ends with a bar, so that one that was cut off is not taken for a whole one.
    ///
    /// - Parameter isKnown: whether columns are those of a known table.
    static func all(in text: ShownText, isKnown: ([String]) -> Bool) -> [TextTable] {
        var tables: [TextTable] = []
        var isOpen = false
        var rule: (line: Int, cells: Int)?
        for index in 0..<text.count {
            guard text[index].has(UInt8(ascii: "|")), case let bars = Bars(text[index]), bars.count > 1 else {
                if isOpen, let last = tables.last, last.isClosed(by: text[index]) { isOpen = false }
                continue
            }
            if rule?.line != index { rule = (index, Bars.ruleCells(of: text[index])) }
            let isRule = rule.map { $0.cells > 1 } ?? false
            let next = index + 1 < text.count ? Bars.ruleCells(of: text[index + 1]) : 0
            rule = (index + 1, next)
            if isRule { continue }
            if let header = header(bars, rule: next, isKnown) {
                if !tables.isEmpty { tables[tables.count - 1].extent = tables[tables.count - 1].extent.lowerBound..<index }
                tables.append(TextTable(columns: header.cells, line: index, prefix: LinePrefix(header.prefix), extent: (index + 1)..<text.count))
                isOpen = true
            } else if isOpen {
                tables[tables.count - 1].take(bars, of: index)
            }
        }
        return tables
    }

    private static func header(
        _ bars: Bars, rule: Int, _ isKnown: ([String]) -> Bool
    ) -> (prefix: ArraySlice<UInt8>, cells: [String])? {
        guard bars.isClosed else { return nil }
        let ruled = rule > 1 ? bars.row(of: rule) : nil
        if let ruled, isKnown(ruled.cells) { return ruled }
        let (prefix, cells) = bars.whole
        return isKnown(cells) ? (prefix, cells) : ruled
    }

    /// The line below a table that says what program it is of, behind which no rows follow.
    private func isClosed(by line: ArraySlice<UInt8>) -> Bool {
        Self.closings.contains { closing in
            line.split(at: closing).map { prefix.likeness(of: $0.0) != nil } ?? false
        }
    }

    private static let closings: [StaticString] = ["build: ", "llama-benchy ("]

    private mutating func take(_ bars: Bars, of line: Int) {
        if bars.isClosed, let (before, cells) = bars.row(of: columns.count), prefix.likeness(of: before) != nil {
            rows.append(Row(line: line, cells: cells))
        } else if prefix.rest(of: bars.line).map({ $0.trimmed.first == UInt8(ascii: "|") }) == true {
            misfits.append(Row(line: line, cells: bars.whole.cells))
        }
    }
}

/// A line that bars divide.
private struct Bars {
    let line: ArraySlice<UInt8>
    private let places: [Int]

    init(_ line: ArraySlice<UInt8>) {
        self.line = line
        places = line.indices.filter { line[$0] == UInt8(ascii: "|") }
    }

    var count: Int { places.count }

    /// Whether the line ends with a bar.
    var isClosed: Bool { places.last.map { line[($0 + 1)...].trimmed.isEmpty } ?? false }

    /// The last cells of the line, and what stands before them; `nil` where there are fewer.
    func row(of cells: Int) -> (prefix: ArraySlice<UInt8>, cells: [String])? {
        guard cells > 0, places.count > cells else { return nil }
        let first = places.count - 1 - cells
        return (line[..<places[first]], (first..<(places.count - 1)).map(cell))
    }

    /// All cells from the first that is not empty, and what stands before them.
    var whole: (prefix: ArraySlice<UInt8>, cells: [String]) {
        var first = 0
        while first + 1 < places.count, line[(places[first] + 1)..<places[first + 1]].trimmed.isEmpty { first += 1 }
        return (line[..<places[first]], (first..<(places.count - 1)).map(cell))
    }

    /// How many cells at the end of a line are made of dashes, as in the row below a header.
    static func ruleCells(of line: ArraySlice<UInt8>) -> Int {
        guard line.last == UInt8(ascii: "|") else { return 0 }
        var cells = 0
        var end = line.endIndex - 1
        while let bar = line[..<end].lastIndex(of: UInt8(ascii: "|")) {
            let cell = line[(bar + 1)..<end].trimmed
            guard cell.has(UInt8(ascii: "-")), cell.allSatisfy({ $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: ":") }) else { break }
            cells += 1
            end = bar
        }
        return cells
    }

    /// A cell's text, without the signs of emphasis and of code.
    private func cell(_ index: Int) -> String {
        var cell = line[(places[index] + 1)..<places[index + 1]].trimmed
        while let first = cell.first, let last = cell.last, first == last, first == UInt8(ascii: "*") || first == UInt8(ascii: "`"), cell.count > 1 {
            cell = cell.dropFirst().dropLast().trimmed
        }
        return cell.string
    }
}
