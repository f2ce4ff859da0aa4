public import Bytes

/// Sums or counts of categories side by side: one row a category, one horizontal bar a series, all from zero.
public struct BarChart: Chart {
    public var text: ChartText
    public var quantity: Quantity
    /// At most eight; values of others are not drawn.
    public var series: [GroupedSeries]
    /// Values under zero are not drawn, because a sum or a count has none.
    public var rows: [GroupedRow]

    public init(text: ChartText, quantity: Quantity, series: [GroupedSeries], rows: [GroupedRow]) {
        self.text = text
        self.quantity = quantity
        self.series = Array(series.prefix(MarkStyle.seriesLimit))
        self.rows = rows
    }

    public var isEmpty: Bool { drawing.isEmpty }

    /// Bars have no shapes to tell series apart without colour, so the caption names their order.
    public var captionSentences: [String] {
        text.caption + (series.count > 1 ? ["The bars of a row stand in the order of the key."] : [])
    }

    public var dataTable: ChartTable { drawing.table }

    public func writeBox(into buffer: inout ByteBuffer) {
        drawing.write(into: &buffer)
    }

    public func writeKey(into buffer: inout ByteBuffer) {
        drawing.writeKey(into: &buffer)
    }

    private var drawing: GroupedDrawing {
        GroupedDrawing(text: text, quantity: quantity, axisKind: .linear, series: series, rows: rows, form: .bars)
    }
}
