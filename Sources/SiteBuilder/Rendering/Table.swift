import AgentRuns
import Bytes
import Charts

/// A table of a page: columns that each keep to one unit and one number of decimals, and rows of cells.
struct Table {
    struct Column {
        var title: String
        /// Columns of the same group stand under a common head and share its unit.
        var group: String?
        /// What the figures measure; `nil` for a column of text.
        var quantity: Quantity?
        /// Left out on small screens.
        var isSecondary = false
        /// The rows are sorted by this column, newest or greatest first.
        var isSorted = false
        /// What stands under the title where it is not the unit of the figures.
        var note: String?
        /// The class of a column of drawings, and what stands in its head instead of a title.
        var drawing: Drawing?

        enum Drawing {
            case sparkline
            case interval(head: ByteBuffer)
        }

        static func drawing(_ title: String, _ drawing: Drawing) -> Column {
            Column(title: title, isSecondary: true, drawing: drawing)
        }

        static func text(_ title: String, secondary: Bool = false, sorted: Bool = false, note: String? = nil) -> Column {
            Column(title: title, isSecondary: secondary, isSorted: sorted, note: note)
        }

        static func figures(_ title: String, _ quantity: Quantity, group: String? = nil, secondary: Bool = false, note: String? = nil) -> Column {
            Column(title: title, group: group, quantity: quantity, isSecondary: secondary, note: note)
        }
    }

    enum Cell {
        /// The column does not apply to the row.
        case blank
        case text(String)
        /// The row's own name, with a second line under it where there is one.
        case header(String, href: String?, detail: String?, id: String? = nil, unit: String? = nil)
        case link(String, href: String)
        /// A figure in the quantity's own unit; an en dash for `nil`.
        case figure(Double?)
        /// A figure with a format of its own, where the rows of a column are of different units.
        case number(Double?, NumberFormat)
        case date(Timestamp?)
        /// Text in ink-3: "server default", "failed".
        case faint(String)
        case code(String)
        /// The detail stands on a line under it.
        case verdict(Verdict, String, detail: String? = nil)
        /// Two figures of the column's quantity, `670–1013`.
        case range(Double, Double)
        /// A change as a fraction of 1, with its sign.
        case change(Double?)
        /// The row's name is its time, or what stands for it where it has none.
        case dated(Timestamp?, href: String, otherwise: String)
        /// A finished drawing, which small screens leave out.
        case drawing(ByteBuffer)

        var isEmpty: Bool {
            switch self {
            case .blank, .figure(nil), .date(nil), .change(nil): true
            default: false
            }
        }
    }

    /// Names the scroll region for screen readers; different for each table of a page.
    var label: String
    var columns: [Column]
    var rows: [[Cell]]
    /// Whether cells keep to one line, so that the table scrolls sooner.
    var keepsLines = false

    /// The table without the columns in which no row has anything.
    var withoutEmptyColumns: Table {
        let kept = columns.indices.filter { index in rows.contains { !$0[index].isEmpty } }
        return Table(label: label, columns: kept.map { columns[$0] }, rows: rows.map { row in kept.map { row[$0] } }, keepsLines: keepsLines)
    }

    func write(into output: inout ByteBuffer) {
        output.append(keepsLines ? "<div class=\"scroll wide\" role=\"region\"" : "<div class=\"scroll\" role=\"region\"")
        output.append(attribute: "aria-label", label)
        output.append(" tabindex=\"0\">\n")
        output.append("<table>\n")
        let formats = numberFormats()
        writeHead(formats, into: &output)
        output.append("<tbody>\n")
        for row in rows { writeRow(row, formats, into: &output) }
        output.append("</tbody>\n</table>\n</div>\n")
    }

    /// One format for each column of figures, by the median of the column, or of its whole group.
    private func numberFormats() -> [NumberFormat?] {
        columns.enumerated().map { index, column in
            guard let quantity = column.quantity else { return nil }
            let peers = columns.indices.filter { $0 == index || (column.group != nil && columns[$0].group == column.group) }
            let values = rows.flatMap { row in
                peers.map { peer -> Double? in
                    guard peer < row.count else { return nil }
                    return switch row[peer] {
                    case .figure(let value), .change(let value): value
                    case .range(let low, let high): (low + high) / 2
                    default: nil
                    }
                }
            }
            return NumberFormat(values, of: quantity)
        }
    }
}

extension Table {
    private func writeHead(_ formats: [NumberFormat?], into output: inout ByteBuffer) {
        let isGrouped = columns.contains { $0.group != nil }
        output.append("<thead>\n<tr>")
        var index = 0
        while index < columns.count {
            let column = columns[index]
            guard let group = column.group else {
                writeHeadCell(column, formats[index], rowSpan: isGrouped ? 2 : 1, into: &output)
                index += 1
                continue
            }
            let members = columns[index...].prefix { $0.group == group }
            writeGroupHead(group, formats[index], span: members.count, isSecondary: members.allSatisfy(\.isSecondary), into: &output)
            index += members.count
        }
        output.append("</tr>\n")
        if isGrouped {
            output.append("<tr>")
            for column in columns where column.group != nil {
                output.append(column.isSecondary ? "<th scope=\"col\" class=\"num o\">" : "<th scope=\"col\" class=\"num\">")
                output.append(escaped: column.title)
                output.append("</th>")
            }
            output.append("</tr>\n")
        }
        output.append("</thead>\n")
    }

    private func writeGroupHead(_ group: String, _ format: NumberFormat?, span: Int, isSecondary: Bool, into output: inout ByteBuffer) {
        output.append("<th scope=\"colgroup\" colspan=\"")
        output.append(span)
        output.append(isSecondary ? "\" class=\"group o\"><span>" : "\" class=\"group\"><span>")
        output.append(escaped: group)
        if let unit = format?.unit.symbol, !unit.isEmpty {
            output.append(", ")
            output.append(escaped: unit)
        }
        output.append("</span></th>")
    }

    private func writeHeadCell(_ column: Column, _ format: NumberFormat?, rowSpan: Int, into output: inout ByteBuffer) {
        output.append("<th scope=\"col\"")
        if rowSpan > 1 { output.append(" rowspan=\"2\"") }
        output.appendClass(column.quantity != nil ? "num" : nil, column.drawingClass, column.isSecondary ? "o" : nil)
        if column.isSorted { output.append(" aria-sort=\"descending\"") }
        output.append(">")
        if case .interval(let head) = column.drawing { output.append(head) }
        output.append(escaped: column.title)
        if let unit = column.note ?? format?.unit.symbol, !unit.isEmpty {
            output.append(" <span class=\"u\">")
            output.append(escaped: unit)
            output.append("</span>")
        }
        output.append("</th>")
    }

    private func writeRow(_ row: [Cell], _ formats: [NumberFormat?], into output: inout ByteBuffer) {
        output.append("<tr>")
        for (index, cell) in row.enumerated() {
            write(cell, column: columns[index], formats[index], into: &output)
        }
        output.append("</tr>\n")
    }

    private func write(_ cell: Cell, column: Column, _ format: NumberFormat?, into output: inout ByteBuffer) {
        let secondary: StaticString? = column.isSecondary ? "o" : nil
        let number: StaticString? = column.quantity != nil ? "num" : nil
        func open(_ classes: StaticString?...) {
            output.append("<td")
            output.appendClass(classes)
            output.append(">")
        }
        switch cell {
        case .blank: open(number, secondary)
        case .text(let text):
            open(number, secondary)
            output.append(escaped: text)
        case .faint(let text):
            open(number, secondary, "nil")
            output.append(escaped: text)
        case .code(let text):
            open(secondary)
            output.append("<code>")
            output.append(breakable: text)
            output.append("</code>")
        case .link(let text, let href):
            open(secondary)
            output.append(link: text, to: href)
        case .figure(let value):
            open(number, secondary, value?.isFinite == true ? nil : "nil")
            if let format { output.append(value, as: format) }
        case .number(let value, let own):
            open(number, secondary, value?.isFinite == true ? nil : "nil")
            output.append(value, as: own)
        case .date(let time):
            open(time == nil ? "nil" : "date", secondary)
            output.append(time)
        case .verdict(let verdict, let words, let detail):
            open(secondary)
            verdict.write(words, into: &output)
            if let detail {
                output.append(" <small>")
                output.append(escaped: detail)
                output.append("</small>")
            }
        case .range(let low, let high):
            open(number, secondary)
            if let format { output.append(rangeFrom: low, to: high, as: format) }
        case .change(let value):
            open(number, secondary, value?.isFinite == true ? nil : "nil")
            if let format { output.append(change: value, as: format) }
        case .drawing(let drawing):
            open(column.drawingClass, secondary)
            output.append(drawing)
        case .dated(let time, let href, let name):
            output.append("<th scope=\"row\" class=\"date\"><a")
            output.append(attribute: "href", href)
            output.append(">")
            if time == nil { output.append(breakable: name) } else { output.append(time) }
            output.append("</a></th>")
            return
        case .header(let text, let href, let detail, let id, let unit):
            output.append("<th scope=\"row\"")
            if let id { output.append(attribute: "id", id) }
            output.append(">")
            if let href { output.append(link: text, to: href) } else { output.append(breakable: text) }
            if let unit {
                output.append(" <span class=\"u\">")
                output.append(escaped: unit)
                output.append("</span>")
            }
            if let detail {
                output.append(" <small>")
                output.append(breakable: detail)
                output.append("</small>")
            }
            output.append("</th>")
            return
        }
        output.append("</td>")
    }
}

extension Table.Column {
    fileprivate var drawingClass: StaticString? {
        switch drawing {
        case .sparkline: "spark"
        case .interval: "interval"
        case nil: nil
        }
    }
}
