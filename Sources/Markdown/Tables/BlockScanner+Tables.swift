/// Tables, found where cmark-gfm finds them: a paragraph whose last line is followed by a delimiter row of as many cells.
extension BlockScanner {
    /// Turns the open paragraph's last line into a table's header if this line is its delimiter row.
    mutating func openTable() -> Bool {
        let source = cursor.source
        guard let header = paragraph.last,
            let delimiter = TableDelimiter(source, in: cursor.firstNonspace..<cursor.end),
            let row = TableRow(source, in: header),
            row.cells.count == delimiter.alignments.count
        else { return false }
        let isFirstLine = paragraph.count == 1
        note(paragraph.dropLast(), place: .aboveTable)
        if isFirstLine, let task = paragraphTask { found.taskItems[task].replacement = .nothing }
        if isFirstLine, found.inertStarts.last == header.lowerBound { found.inertStarts.removeLast() }
        let table = ScannedTable(
            alignments: delimiter.alignments,
            header: header,
            headerLine: lineNumber - 1,
            start: isFirstLine ? header.lowerBound : lineStart(of: header),
            startsLine: !isFirstLine,
            continuation: cursor.start..<cursor.firstNonspace,
            isInItem: open.contains(where: \.isItem),
            end: cursor.end
        )
        open[open.count - 1] = OpenBlock(kind: .table(index: found.tables.count))
        found.tables.append(table)
        paragraph = []
        paragraphTask = nil
        return true
    }

    /// Adds this line as a row, unless short rows have added too many cells already.
    mutating func addRow(toTable index: Int) -> Bool {
        guard !cursor.isBlank, found.tables[index].missingCells <= ScannedTable.mostMissingCells,
            let row = TableRow(cursor.source, in: cursor.firstNonspace..<cursor.end)
        else { return false }
        let missing = found.tables[index].alignments.count - row.cells.count
        found.tables[index].missingCells += max(missing, 0)
        found.tables[index].end = cursor.end
        found.tables[index].rows.append(
            .init(line: lineNumber, prefix: cursor.start..<cursor.firstNonspace, content: cursor.firstNonspace..<cursor.end))
        return true
    }

    private func lineStart(of content: Range<Int>) -> Int {
        var index = content.lowerBound
        while index > 0, cursor.source[index - 1] != UInt8(ascii: "\n"), cursor.source[index - 1] != UInt8(ascii: "\r") { index -= 1 }
        return index
    }
}
