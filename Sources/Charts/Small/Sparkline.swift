public import Bytes

/// A line of 150 by 34 pixels for the cell of a table: the newest 40 values on a scale of their own from zero, the last one marked.
public struct Sparkline: Sendable, Hashable {
    public static let limit = 40
    private static let width = 150.0
    private static let height = 34.0
    /// Room for the last point at the right, and for points at the top.
    private static let margin = 4.0

    /// What the line shows, for readers who do not see it.
    public var name: String
    /// In order; missing ones, and ones that are not finite, leave a gap.
    public var values: [Double?]

    public init(name: String, values: [Double?]) {
        self.name = name
        self.values = values.suffix(Self.limit).map { value in value.flatMap { $0.isFinite ? $0 : nil } }
    }

    /// Writes the `<svg>`; without any value only its zero line.
    public func write(into buffer: inout ByteBuffer) {
        buffer.append("<svg class=\"chart spark s1\" width=\"150\" height=\"34\" role=\"img\"")
        buffer.append(attribute: "aria-label", name)
        buffer.append("><title>")
        buffer.append(escaped: name)
        buffer.append("</title><line class=\"zero\" x2=\"150\" y1=\"33.5\" y2=\"33.5\"/>")
        let present = values.compactMap(\.self)
        if let highest = present.max() {
            let lowest = min(0, present.min() ?? 0)
            let span = highest > lowest ? highest - lowest : 1
            write(lowest: lowest, span: span, into: &buffer)
        }
        buffer.append("</svg>")
    }

    private func write(lowest: Double, span: Double, into buffer: inout ByteBuffer) {
        let base = Self.height - 1
        let step = values.count > 1 ? (Self.width - 2 * Self.margin) / Double(values.count - 1) : 0
        var path = ByteBuffer(capacity: values.count * 12)
        var last: (x: Double, y: Double)?
        var isOpen = false
        for (index, value) in values.enumerated() {
            guard let value else {
                isOpen = false
                continue
            }
            let x = values.count > 1 ? Self.margin + step * Double(index) : Self.width - Self.margin
            let y = base - (value - lowest) / span * (base - Self.margin)
            path.append(isOpen ? " " : "M")
            path.append(pixels: x)
            path.append(" ")
            path.append(pixels: y)
            isOpen = true
            last = (x, y)
        }
        buffer.append("<path class=\"line\" d=\"")
        buffer.append(path)
        buffer.append("\"/>")
        guard let last else { return }
        buffer.append("<circle class=\"dot\" cx=\"")
        buffer.append(pixels: last.x)
        buffer.append("\" cy=\"")
        buffer.append(pixels: last.y)
        buffer.append("\" r=\"3\"/>")
    }
}
