/// Finds columns in a source, for diagnostics.
struct SourcePlaces {
    private let source: [UInt8]
    private let firstLine: Int
    private var lines: [Range<Int>]?
    /// The last thing found: things are looked for in reading order.
    private var last = (offset: 0, column: 1)

    init(_ source: [UInt8], firstLine: Int) {
        self.source = source
        self.firstLine = firstLine
    }

    /// The column, in scalars from 1, at which `text` next stands on a line of the file, and the line itself.
    mutating func find(_ text: CText, onLine line: Int) -> (column: Int, line: String) {
        let all = lines ?? Array(SourceLines(source))
        lines = all
        guard all.indices.contains(line - firstLine) else { return (1, "") }
        let range = all[line - firstLine]
        let excerpt = String(decoding: source[range].prefix(Self.longestExcerpt), as: UTF8.self)
        if !range.contains(last.offset) { last = (range.lowerBound, 1) }
        guard let place = place(of: text, in: last.offset..<min(range.upperBound, last.offset + Self.longestSearch)) else {
            return (last.column, last.offset - range.lowerBound < Self.longestExcerpt ? excerpt : "")
        }
        last = (place, last.column + source[last.offset..<place].count { !$0.isContinuation })
        return (last.column, place - range.lowerBound < Self.longestExcerpt ? excerpt : "")
    }

    private func place(of text: CText, in range: Range<Int>) -> Int? {
        guard let first = text.first, range.count >= text.count else { return nil }
        for index in range.lowerBound...(range.upperBound - text.count) where source[index] == first {
            if source[index..<index + text.count].elementsEqual(text) { return index }
        }
        return nil
    }

    private static let longestExcerpt = 200
    /// How far behind the last thing found the next one is looked for, so that a long line is not read again for each.
    private static let longestSearch = 4096
}
