import Bytes

/// A row of a chart whose rows are drawings of their own beside their labels, so that on small screens the label moves over the row and is
/// never cut.
struct ChartRow {
    /// The widest that the column of labels becomes, and the height of a line in it, as in the style sheet.
    private static let labelWidth = 288.0
    static let line = 16.0

    let label: String
    var detail: String?
    var href: String?

    /// High enough for the lines of the label beside it, so that gridlines run on from row to row.
    func height(atLeast least: Double) -> Double {
        func lines(_ text: String?) -> Double {
            text.map { (TextWidth.of($0) / (Self.labelWidth * 0.92)).rounded(.up) } ?? 0
        }
        return max(least, (lines(label) + lines(detail)) * Self.line + 8)
    }

    func writeLabel(into buffer: inout ByteBuffer) {
        buffer.append("<p class=\"label\">")
        if let href {
            buffer.append("<a")
            buffer.append(attribute: "href", href)
            buffer.append(">")
        }
        buffer.append(escaped: label)
        if href != nil { buffer.append("</a>") }
        if let detail {
            buffer.append("<small>")
            buffer.append(escaped: detail)
            buffer.append("</small>")
        }
        buffer.append("</p>")
    }

    /// Writes what stands at the right of a row, a line for each.
    static func writeFigures(_ lines: [String], into buffer: inout ByteBuffer) {
        buffer.append("<p class=\"n\">")
        for (index, line) in lines.enumerated() {
            if index > 0 { buffer.append("<br/>") }
            buffer.append(escaped: line)
        }
        buffer.append("</p>")
    }

    static func open(_ text: ChartText, into buffer: inout ByteBuffer) {
        buffer.append("<div class=\"chart rows\" role=\"group\"")
        buffer.append(attribute: "aria-label", [text.name, text.summary].filter { !$0.isEmpty }.joined(separator: ": "))
        buffer.append(">")
    }

    /// Writes the tick labels under the rows, with the unit at their right, and closes the chart.
    static func close(with axis: ValueAxis, into buffer: inout ByteBuffer) {
        buffer.append("<svg class=\"scale\" width=\"100%\" height=\"20\" aria-hidden=\"true\">")
        axis.writeTicksAcross(y: 14, into: &buffer)
        buffer.append("</svg><p class=\"n\" aria-hidden=\"true\">")
        buffer.append(escaped: axis.format.unit.symbol)
        buffer.append("</p></div>")
    }
}
