public import Bytes

/// Means or medians of categories side by side, each a point on its interval: one row a category, one mark a series, one horizontal axis.
///
/// Centres are points and not bars, because the length of a bar says that it starts at nothing.
public struct IntervalChart: Chart {
    public var text: ChartText
    public var quantity: Quantity
    public var axisKind: ValueAxisKind
    /// At most eight; values of others are not drawn.
    public var series: [GroupedSeries]
    public var rows: [GroupedRow]

    public init(text: ChartText, quantity: Quantity, axis: ValueAxisKind = .linear, series: [GroupedSeries], rows: [GroupedRow]) {
        self.text = text
        self.quantity = quantity
        axisKind = axis
        self.series = Array(series.prefix(MarkStyle.seriesLimit))
        self.rows = rows
    }

    public var isEmpty: Bool { drawing.isEmpty }

    public var captionSentences: [String] {
        text.caption + [drawing.axis.captionSentence(axis: "horizontal")].compactMap(\.self)
    }

    public var dataTable: ChartTable { drawing.table }

    public func writeBox(into buffer: inout ByteBuffer) {
        drawing.write(into: &buffer)
    }

    public func writeKey(into buffer: inout ByteBuffer) {
        drawing.writeKey(into: &buffer)
    }

    private var drawing: GroupedDrawing {
        GroupedDrawing(text: text, quantity: quantity, axisKind: axisKind, series: series, rows: rows, form: .points)
    }
}
