public import Bytes

/// The plot of one of many small charts that share a scale: the newest 60 values as dots over a zero line, the last one with its figure.
///
/// The plot is 56 pixels high and as wide as its cell. Values above the shared scale are triangles at its upper edge.
public struct SmallMultiple: Sendable, Hashable {
    public static let limit = 60
    private static let height = 56.0

    public var name: String
    public var summary: String
    public var quantity: Quantity
    /// In order; missing ones, and ones that are not finite, leave a gap.
    public var values: [Double?]
    /// The upper end of the scale that all the small charts share, in the quantity; its lower end is zero.
    public var upperLimit: Double

    public init(name: String, summary: String, quantity: Quantity, values: [Double?], upperLimit: Double) {
        self.name = name
        self.summary = summary
        self.quantity = quantity
        self.values = values.suffix(Self.limit).map { value in value.flatMap { $0.isFinite ? $0 : nil } }
        self.upperLimit = upperLimit.isFinite && upperLimit > 0 ? upperLimit : 1
    }

    /// A round upper end for a shared scale: at least 19 of 20 values lie under it, and no lone outlier presses the others to the ground.
    public static func upperLimit(of values: [Double?], in quantity: Quantity) -> Double {
        let sorted = values.compactMap(\.self).filter(\.isFinite).sorted()
        guard let highest = sorted.last, highest > 0 else { return 1 }
        let usual = sorted[(sorted.count - 1) * 95 / 100]
        let unit = quantity.unit(for: usual, in: .column).size
        let wanted = min(highest, usual > 0 ? usual * 1.1 : highest) / unit
        let step = Ticks(from: 0, to: wanted, atMost: 6).step ?? wanted
        return (wanted / step - 1e-9).rounded(.up) * step * unit
    }

    /// Writes the box with its drawing.
    public func write(into buffer: inout ByteBuffer) {
        buffer.append("<div class=\"chart small\">")
        buffer.openSVG(name: name, summary: summary, height: Self.height, holdsLinks: false)
        buffer.appendRule(y: Self.height - 0.5, classes: "zero")
        buffer.append("<g class=\"s1 dot\">")
        let order = OrdinalScale(count: values.count)
        let last = values.lastIndex { $0 != nil }
        for (index, value) in values.enumerated() {
            guard let value else { continue }
            let style: MarkStyle = value > upperLimit ? .above : index == last ? .last : .small
            style.write(x: order.fraction(of: index), y: y(of: value), title: nil, into: &buffer)
        }
        buffer.append("</g>")
        if let last, let value = values[last] {
            let text = NumberFormat(value, of: quantity, in: .column).text(value)
            buffer.appendLabel(text, x: order.fraction(of: last), dx: 8, y: max(y(of: value) + 4, 10), classes: "total")
        }
        buffer.append("</svg></div>")
    }

    private func y(of value: Double) -> Double {
        guard value <= upperLimit else { return 2.5 }
        return (Self.height - 1) - max(value, 0) / upperLimit * (Self.height - 5)
    }
}
