/// One rectangle of a heatmap: the value of a row and a column together.
public struct HeatmapCell: Sendable, Hashable {
    /// In the chart's quantity; `nil`, and what is not finite, is a dash on a wash.
    public var value: Double?
    /// A second, smaller line: "n 1, 2 failed".
    public var note: String?
    /// What the cell stands for, where the pointer rests; `nil` for the labels of its row and its column.
    public var label: String?
    public var href: String?

    public init(_ value: Double?, note: String? = nil, label: String? = nil, href: String? = nil) {
        self.value = value.flatMap { $0.isFinite ? $0 : nil }
        self.note = note
        self.label = label
        self.href = href
    }
}
