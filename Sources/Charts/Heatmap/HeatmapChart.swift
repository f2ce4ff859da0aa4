/// One metric over two options: a rectangle for each pair of values, with the figure on it; a stronger colour is better.
public struct HeatmapChart: Chart {
    /// An option and its values, in their order.
    public struct Axis: Sendable, Hashable {
        public var name: String
        public var labels: [String]

        public init(_ name: String, labels: [String]) {
            self.name = name
            self.labels = labels
        }
    }

    public var text: ChartText
    public var quantity: Quantity
    /// `nil` where neither is; then a stronger colour is only more.
    public var higherIsBetter: Bool?
    public var rows: Axis
    public var columns: Axis
    /// Row by row; a cell that is not there is like one without a value.
    public var cells: [[HeatmapCell]]

    public init(text: ChartText, quantity: Quantity, higherIsBetter: Bool?, rows: Axis, columns: Axis, cells: [[HeatmapCell]]) {
        self.text = text
        self.quantity = quantity
        self.higherIsBetter = higherIsBetter
        self.rows = rows
        self.columns = columns
        self.cells = cells
    }

    public var isEmpty: Bool { values.isEmpty || rows.labels.isEmpty || columns.labels.isEmpty }

    public var captionSentences: [String] {
        text.caption + [higherIsBetter == nil ? "A stronger colour is more." : "A stronger colour is better."]
    }

    var values: [Double] { cells.flatMap { $0.compactMap(\.value) } }

    func cell(row: Int, column: Int) -> HeatmapCell {
        guard cells.indices.contains(row), cells[row].indices.contains(column) else { return HeatmapCell(nil) }
        return cells[row][column]
    }

    /// Figures on a map need no more than three digits of the largest one.
    var format: NumberFormat {
        let format = NumberFormat(values, of: quantity)
        let largest = values.map { abs($0 / format.unit.size) }.max() ?? 0
        return format.with(decimals: min(format.decimals, DecimalSteps.threeDigits.decimals(of: largest)))
    }
}
