import CCmark

/// Turns the headings that tables were written as back into rows and cells.
extension DocumentWalker {
    /// Visits a heading as a table's cell if it is one.
    mutating func isCell(_ heading: OpaquePointer, isEntering: Bool) -> Bool {
        guard tables.table < lowered.tables.count else { return false }
        let table = lowered.tables[tables.table]
        if tables.row == 0, tables.cell == 0, Int(cmark_node_get_start_line(heading)) != table.line { return false }
        let line = line(of: heading)
        if isEntering { beginCell(of: table, line: line) } else { endCell(of: table, line: line) }
        return true
    }

    private var place: TableRowPlace {
        switch tables.row {
        case 0: .header
        case 1: .firstBodyRow
        default: .laterBodyRow
        }
    }

    private mutating func beginCell(of table: LoweredTable, line: Int) {
        if tables.cell == 0 {
            if tables.row == 0 { visitor.enter(.table(hasBody: table.rows.count > 1), line: line) }
            visitor.enter(.tableRow(place), line: line)
        }
        visitor.enter(.tableCell(place, table.alignments[tables.cell]), line: line)
    }

    private mutating func endCell(of table: LoweredTable, line: Int) {
        visitor.exit(.tableCell(place, table.alignments[tables.cell]))
        tables.cell += 1
        guard tables.cell == table.rows[tables.row] else { return }
        for alignment in table.alignments[tables.cell...] {
            visitor.enter(.tableCell(place, alignment), line: line)
            visitor.exit(.tableCell(place, alignment))
        }
        visitor.exit(.tableRow(place))
        tables.cell = 0
        tables.row += 1
        guard tables.row == table.rows.count else { return }
        visitor.exit(.table(hasBody: table.rows.count > 1))
        tables = TablePlace(table: tables.table + 1)
    }
}
