public import Bytes

/// A ratio and its interval as a mark on a line, for the cell of a table; all rows of the table share one scale.
///
/// The drawing fills its cell, so that its rules run unbroken down the rows: it belongs alone into a cell of the class `interval`. Everything in
/// it is placed in per cent.
public struct IntervalPlot: Sendable, Hashable {
    /// The verdict, which settles the mark.
    public enum Kind: Sendable, Hashable {
        /// A filled diamond.
        case regression
        /// A filled circle.
        case improvement
        /// A small dot.
        case noChange
        /// A hollow dot on a dashed line.
        case notEnoughData
    }

    public let scale: IntervalScale

    public init(scale: IntervalScale) {
        self.scale = scale
    }

    /// Writes the labels of the rules, for the head of the column.
    ///
    /// - Parameter name: what the column shows, for readers who do not see it.
    public func writeHead(name: String = "Change", into buffer: inout ByteBuffer) {
        buffer.append("<svg class=\"chart ratio\" width=\"100%\" height=\"16\" role=\"img\"")
        buffer.append(attribute: "aria-label", name)
        buffer.append("><g class=\"tick\">")
        // On a wide scale the rules stand close together, and their labels lean outwards.
        let isCrowded = scale.limit > 2.6
        for rule in IntervalScale.rules {
            let lean = isCrowded ? rule.ratio - 1 : 0
            let classes: StaticString? = lean < 0 ? "end" : lean > 0 ? nil : "mid"
            buffer.appendLabel(rule.label, x: scale.fraction(of: rule.ratio), dx: lean == 0 ? 0 : lean < 0 ? 8 : -8, y: 6, classes: classes)
        }
        buffer.append("</g></svg>")
    }

    /// Writes one row's drawing.
    ///
    /// - Parameters:
    ///   - center: the ratio of the new value to the old one; without one only the rules are drawn.
    ///   - interval: the ratios between which the centre may lie.
    ///   - name: what the row shows, for readers who do not see it: "insight, TTFT: +39.9 %, from +35.0 % to +44.1 %".
    public func write(center: Double?, interval: ClosedRange<Double>?, kind: Kind, name: String, into buffer: inout ByteBuffer) {
        buffer.append("<svg class=\"chart ratio\" width=\"100%\" height=\"100%\" role=\"img\"")
        buffer.append(attribute: "aria-label", name)
        buffer.append("><title>")
        buffer.append(escaped: name)
        buffer.append("</title>")
        for rule in IntervalScale.rules {
            writeRule(at: scale.fraction(of: rule.ratio), classes: rule.ratio == 1 ? "axis" : "zero", into: &buffer)
        }
        if let center, center.isFinite, center > 0 {
            buffer.append("<g class=\"")
            buffer.append(kind.classes)
            buffer.append("\">")
            if let interval { writeLine(over: interval, into: &buffer) }
            writeMark(at: center, kind: kind, into: &buffer)
            buffer.append("</g>")
        }
        buffer.append("</svg>")
    }

    /// Reaches over the hairline between the rows.
    private func writeRule(at x: Double, classes: StaticString, into buffer: inout ByteBuffer) {
        buffer.append("<line class=\"")
        buffer.append(classes)
        buffer.append("\" x1=\"")
        buffer.append(percent: x)
        buffer.append("\" x2=\"")
        buffer.append(percent: x)
        buffer.append("\" y1=\"-1\" y2=\"100%\"/>")
    }

    private func writeLine(over interval: ClosedRange<Double>, into buffer: inout ByteBuffer) {
        let from = scale.fraction(of: interval.lowerBound)
        let to = interval.upperBound.isFinite ? scale.fraction(of: interval.upperBound) : .infinity
        buffer.append("<line class=\"line\" x1=\"")
        buffer.append(percent: Self.clamped(from))
        buffer.append("\" x2=\"")
        buffer.append(percent: Self.clamped(to))
        buffer.append("\" y1=\"50%\" y2=\"50%\"/>")
        if from < 0 { writeShape(.leftArrow, at: 0, into: &buffer) }
        if to > 1 { writeShape(.rightArrow, at: 1, into: &buffer) }
    }

    /// A centre that lies off the scale stands at its end, before the arrow.
    private func writeMark(at center: Double, kind: Kind, into buffer: inout ByteBuffer) {
        let place = scale.fraction(of: center)
        let x = min(max(place, 0.05), 0.95)
        if place < 0 { writeShape(.leftArrow, at: 0, into: &buffer) }
        if place > 1 { writeShape(.rightArrow, at: 1, into: &buffer) }
        guard kind != .regression else { return writeShape(.verdictDiamond, at: x, into: &buffer) }
        buffer.append("<circle class=\"")
        buffer.append(kind == .notEnoughData ? "hollow" : "dot")
        buffer.append("\" cx=\"")
        buffer.append(percent: x)
        buffer.append("\" cy=\"50%\" r=\"")
        buffer.append(pixels: kind == .improvement ? 4 : 3)
        buffer.append("\"/>")
    }

    private func writeShape(_ shape: MarkShape, at x: Double, into buffer: inout ByteBuffer) {
        buffer.append("<svg class=\"dot\" x=\"")
        buffer.append(percent: x)
        buffer.append("\" y=\"50%\" width=\"1\" height=\"1\"><path d=\"")
        buffer.append(shape.path)
        buffer.append("\"/></svg>")
    }

    private static func clamped(_ fraction: Double) -> Double { min(max(fraction, 0), 1) }
}

extension IntervalPlot.Kind {
    var classes: StaticString {
        switch self {
        case .regression: "worse"
        case .improvement: "better"
        case .noChange: "steady"
        case .notEnoughData: "unsure"
        }
    }
}
