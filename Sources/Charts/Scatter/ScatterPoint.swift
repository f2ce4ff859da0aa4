/// One thing that was measured twice.
public struct ScatterPoint: Sendable, Hashable {
    /// In the quantities of the two axes.
    public var across: Double
    public var up: Double
    /// Which of the chart's groups the point belongs to, from 0.
    public var group: Int
    /// What the point stands for: "80 · 2048 · 0.8". It stands beside points of the front and outliers, and is the name of the link.
    public var label: String
    public var href: String?
    /// Points of one group with the same number are joined by a line, in the order in which they are given; `nil` stands alone.
    public var line: Int?
    /// Whether the point may lie on the Pareto front.
    public var competes = true

    public init(across: Double, up: Double, group: Int = 0, label: String, href: String? = nil, line: Int? = nil) {
        self.across = across
        self.up = up
        self.group = group
        self.label = label
        self.href = href
        self.line = line
    }
}
