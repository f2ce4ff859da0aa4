/// Writes the extensions of a source as plain CommonMark: boxes go, tables become headings, text gets marks.
///
/// Everything that is not touched is copied as it is, so libcmark still does all the parsing of CommonMark.
struct SourceLowering {
    let source: [UInt8]
    let scanned: ScannedSource
    private let strikingTildes: ClosedRange<Int>
    var result: LoweredSource
    /// Up to here the source has been written.
    private var position = 0
    /// Lowered lines less source lines, so far.
    private var lineDistance = 0
    private var budget: ReferenceBudget

    /// - Parameters:
    ///   - source: bytes without NUL.
    ///   - strikingTildes: how many tildes strike what stands between them.
    static func lower(_ source: [UInt8], strikingTildes: ClosedRange<Int>) -> LoweredSource {
        let scanned = BlockScanner.scan(source, needsEveryBracket: ReferenceBudget.isNeeded(for: source))
        let marks = MarkNames(unusedIn: scanned.isEmpty ? [] : source)
        guard !scanned.isEmpty else { return LoweredSource(bytes: source, marks: marks) }
        var lowering = SourceLowering(source: source, scanned: scanned, strikingTildes: strikingTildes, marks: marks)
        lowering.write()
        return lowering.result
    }

    private init(source: [UInt8], scanned: ScannedSource, strikingTildes: ClosedRange<Int>, marks: MarkNames) {
        self.source = source
        self.scanned = scanned
        self.strikingTildes = strikingTildes
        result = LoweredSource(bytes: [], marks: marks)
        budget = ReferenceBudget(sourceSize: source.count)
        result.bytes.reserveCapacity(source.count + source.count / 4)
    }

    private enum Piece {
        case text(Int)
        case table(Int)
        case taskItem(Int)
        case inert
        case barrier(Int)
        case escape
    }

    private mutating func write() {
        for (start, _, piece) in sortedPieces() where start >= position {
            copy(upTo: start)
            switch piece {
            case .text(let index): write(scanned.texts[index])
            case .table(let index): write(scanned.tables[index])
            case .taskItem(let index): write(scanned.taskItems[index])
            case .inert: result.bytes += result.marks.inert
            case .escape: result.bytes.append(UInt8(ascii: "\\"))
            case .barrier(let index): write(scanned.barriers[index])
            }
        }
        copy(upTo: source.count)
    }

    /// All pieces in the order of the source; what only inserts comes before what replaces at the same place.
    private func sortedPieces() -> [(start: Int, rank: Int, piece: Piece)] {
        var pieces: [(start: Int, rank: Int, piece: Piece)] = []
        for (index, text) in scanned.texts.enumerated() {
            pieces.append((text.lines.first?.lowerBound ?? 0, 1, .text(index)))
        }
        for (index, table) in scanned.tables.enumerated() { pieces.append((table.start, 2, .table(index))) }
        for (index, task) in scanned.taskItems.enumerated() { pieces.append((task.range.lowerBound, 1, .taskItem(index))) }
        for (index, barrier) in scanned.barriers.enumerated() { pieces.append((barrier.prefix.lowerBound, 0, .barrier(index))) }
        for offset in scanned.escapes { pieces.append((offset, 0, .escape)) }
        for offset in scanned.inertStarts { pieces.append((offset, 0, .inert)) }
        return pieces.sorted { ($0.start, $0.rank) < ($1.start, $1.rank) }
    }

    private mutating func copy(upTo end: Int) {
        result.bytes += source[position..<end]
        position = end
    }

    private mutating func write(_ text: ScannedText) {
        var content: [UInt8] = []
        var breaks: [Range<Int>] = []
        for (index, line) in text.lines.enumerated() {
            if index > 0 {
                content.append(UInt8(ascii: "\n"))
                breaks.append(text.lines[index - 1].upperBound..<line.lowerBound)
            }
            content += text.place == .aboveTable ? source[line].withoutPipeEscapes : source[line]
        }
        let isReadAnew = text.place == .aboveTable && content.first == UInt8(ascii: "[")
        var inlines = InlineScanner(content, references: scanned.references, strikingTildes: strikingTildes, budget: budget)
        inlines.scan()
        budget = inlines.budget
        inlines.write(to: &result, protectsStart: text.beginsBlock, forcesInertStart: isReadAnew) { number, bytes in
            bytes += source[breaks[number]]
        }
        position = text.lines.last?.upperBound ?? position
    }

    private mutating func write(_ task: ScannedTaskItem) {
        result.taskItems[task.line + lineDistance] = task.isDone
        switch task.replacement {
        case .nothing: break
        case .inertTag: result.bytes += result.marks.inert
        }
        position = task.range.upperBound
    }

    /// A comment on a line of its own ends every paragraph.
    private mutating func write(_ barrier: ScannedSource.Barrier) {
        result.bytes += source[barrier.prefix]
        result.bytes += result.marks.comment
        result.bytes.append(UInt8(ascii: "\n"))
        lineDistance += 1
        result.lines.change(at: barrier.line + lineDistance, distance: -lineDistance)
    }

    private mutating func write(_ table: ScannedTable) {
        var line = table.headerLine + lineDistance
        var lowered = LoweredTable(line: line, alignments: table.alignments, rows: [])
        if table.startsLine { result.bytes += source[table.continuation] }
        let header = ScannedTable.Row(line: table.headerLine, prefix: table.continuation, content: table.header)
        for (index, row) in ([header] + table.rows).enumerated() {
            let cells = (TableRow(source, in: row.content)?.cells ?? []).prefix(table.alignments.count)
            for (cellIndex, cell) in cells.enumerated() {
                if index + cellIndex > 0 {
                    result.bytes.append(UInt8(ascii: "\n"))
                    result.bytes += source[row.prefix]
                }
                write(cell: cell)
                result.lines.change(at: line, distance: row.line - line)
                line += 1
            }
            lowered.rows.append(cells.count)
        }
        if table.rows.isEmpty, table.isInItem {
            // cmark-gfm takes a table without rows for the end of a paragraph with a blank line behind, which loosens lists.
            result.bytes.append(UInt8(ascii: "\n"))
            result.bytes += source[table.continuation]
            line += 1
        }
        let lastLine = table.rows.last?.line ?? table.headerLine + 1
        lineDistance = line - 1 - lastLine
        result.lines.change(at: line, distance: -lineDistance)
        result.tables.append(lowered)
        position = table.end
    }

    /// A cell is one heading, with closing marks so that none of its own are taken for them.
    private mutating func write(cell: Range<Int>) {
        let content = Array(source[cell].withoutPipeEscapes.trimmingSpace)
        result.bytes.append(UInt8(ascii: "#"))
        guard !content.isEmpty else { return }
        result.bytes.append(UInt8(ascii: " "))
        var inlines = InlineScanner(content, references: scanned.references, strikingTildes: strikingTildes, budget: budget)
        if inlines.hasAnythingToFind { inlines.scan() }
        budget = inlines.budget
        inlines.write(to: &result, protectsStart: false, forcesInertStart: false) { _, _ in }
        result.bytes += " #".utf8
    }
}

extension ArraySlice<UInt8> {
    /// The bytes with `\|` as `|`, which comes before all other reading of a table's text.
    fileprivate var withoutPipeEscapes: ArraySlice<UInt8> {
        guard contains(UInt8(ascii: "|")) else { return self }
        var result: ArraySlice<UInt8> = []
        var index = startIndex
        while index < endIndex {
            if self[index] == UInt8(ascii: "\\"), index + 1 < endIndex, self[index + 1] == UInt8(ascii: "|") { index += 1 }
            result.append(self[index])
            index += 1
        }
        return result
    }

    fileprivate var trimmingSpace: ArraySlice<UInt8> {
        var trimmed = drop(while: \.isSpace)
        while let last = trimmed.last, last.isSpace { trimmed.removeLast() }
        return trimmed
    }
}
