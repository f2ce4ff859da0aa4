/// How values spread in each of several categories: one row a category, one horizontal axis for all.
///
/// Up to 30 values are shown each as a point with a rule at the median; up to 200 as a box with the points beyond its whiskers; more as the
/// share of the values at or under each value, which rises in steps. Every row is a drawing of its own beside its label, so that on small
/// screens the label moves over the row and is never cut.
public struct DistributionChart: Chart {
    /// The most values that are shown one by one.
    static let pointLimit = 30
    /// The most values that are shown as a box.
    static let boxLimit = 200

    public typealias AxisKind = ValueAxisKind

    public var text: ChartText
    public var quantity: Quantity
    public var axisKind: AxisKind
    public var rows: [DistributionRow]

    public init(text: ChartText, quantity: Quantity, axis: AxisKind = .linear, rows: [DistributionRow]) {
        self.text = text
        self.quantity = quantity
        axisKind = axis
        self.rows = rows.map { row in
            var row = row
            row.samples.removeAll { !axis.holds($0.value) }
            return row
        }
    }

    public var isEmpty: Bool { rows.allSatisfy(\.samples.isEmpty) }

    public var captionSentences: [String] {
        let hasPoints = rows.contains { (1...Self.pointLimit).contains($0.samples.count) }
        let hasBoxes = rows.contains { $0.samples.count > Self.pointLimit && $0.samples.count <= Self.boxLimit }
        let hasCurves = rows.contains { $0.samples.count > Self.boxLimit }
        var sentences: [String] = []
        if hasPoints { sentences.append("A point is one value, the rule the median.") }
        if hasBoxes {
            sentences.append("A box holds the middle half, its rule is the median; points lie more than 1.5 box lengths beyond it.")
        }
        if hasCurves {
            sentences.append(
                "A rising line is the share of the values at or under each value; its solid rule is the median, the dashed ones the quartiles.")
        }
        return sentences + text.caption + [axis.captionSentence(axis: "horizontal")].compactMap(\.self)
    }

    var axis: ValueAxis {
        ValueAxis(rows.flatMap(\.samples).map(\.value), of: quantity) { axisKind.scale(covering: $0, start: .belowData(free: 0.04)) }
    }
}
