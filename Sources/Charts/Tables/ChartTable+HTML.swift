import Bytes

extension ChartTable {
    /// Writes the table in a region that scrolls where it is too wide, and says what it leaves out.
    func write(name: String, into buffer: inout ByteBuffer) {
        buffer.append("<div class=\"scroll\" role=\"region\" tabindex=\"0\"")
        buffer.append(attribute: "aria-label", "Data: \(name)")
        buffer.append("><table><thead><tr>")
        for column in columns { writeHead(of: column, into: &buffer) }
        buffer.append("</tr></thead><tbody>")
        for row in rows.prefix(Self.rowLimit) {
            buffer.append("<tr>")
            for (index, (cell, column)) in zip(row, columns).enumerated() { write(cell, in: column, isHead: index == 0, into: &buffer) }
            buffer.append("</tr>")
        }
        buffer.append("</tbody></table></div>")
        guard rows.count > Self.rowLimit else { return }
        let count = NumberFormat(Double(rows.count), of: .count, in: .sentence).text(Double(rows.count))
        buffer.append("<p class=\"note\">")
        buffer.append(escaped: "\(Self.rowLimit) of \(count) rows; all are in the data files.")
        buffer.append("</p>")
    }

    private func writeHead(of column: Column, into buffer: inout ByteBuffer) {
        switch column {
        case .words(let name):
            buffer.append("<th scope=\"col\">")
            buffer.append(escaped: name)
        case .figures(let name, let format):
            buffer.append("<th scope=\"col\" class=\"num\">")
            buffer.append(escaped: name)
            if !format.unit.symbol.isEmpty {
                buffer.append(" <span class=\"u\">")
                buffer.append(escaped: format.unit.symbol)
                buffer.append("</span>")
            }
        }
        buffer.append("</th>")
    }

    private func write(_ cell: Cell, in column: Column, isHead: Bool, into buffer: inout ByteBuffer) {
        buffer.append(isHead ? "<th scope=\"row\"" : "<td")
        if case .figures = column { buffer.append(" class=\"num\"") }
        buffer.append(">")
        switch (cell, column) {
        case (.words(let words, let href), _): write(words, href: href, into: &buffer)
        case (.figure(let value, let note, let href), .figures(_, let format)):
            write(format.number(value), href: href, into: &buffer)
            if let note {
                buffer.append("<small>")
                buffer.append(escaped: note)
                buffer.append("</small>")
            }
        case (.figure, .words): break
        }
        buffer.append(isHead ? "</th>" : "</td>")
    }

    private func write(_ words: String, href: String?, into buffer: inout ByteBuffer) {
        guard let href else { return buffer.append(escaped: words) }
        buffer.append("<a")
        buffer.append(attribute: "href", href)
        buffer.append(">")
        buffer.append(escaped: words)
        buffer.append("</a>")
    }
}
