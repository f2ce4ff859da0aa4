import Bytes

/// A panel of a history chart: an axis over a height, at a distance from the top of the drawing.
struct HistoryPanel {
    let axis: ValueAxis
    let title: PanelTitle
    let top: Double
    let height: Double
    /// How far the title stands above its usual line.
    var titleRise = 0.0

    /// Pixels from the panel's top.
    func y(of value: Double) -> Double {
        height * (1 - axis.fraction(of: value))
    }

    /// Writes the title, the unit, the gridlines with their labels, and the rules between stretches, which is all that lies behind the data;
    /// the origin is the panel's top left.
    func writeFrame(rules: [Double], tail: Double, into buffer: inout ByteBuffer) {
        title.write(y: -15 + 4 - titleRise, into: &buffer)
        buffer.openGroup("tick end")
        buffer.appendLabel(axis.format.unit.symbol, x: 0, dx: -8, y: -15 + 4 - titleRise)
        for tick in axis.ticks {
            buffer.appendLabel(axis.label(ofTick: tick), x: 0, dx: -8, y: tickY(tick) + 4)
        }
        buffer.closeGroup()
        buffer.openGroup("grid")
        for tick in axis.ticks where tickY(tick) < height - 0.5 { buffer.appendRule(y: tickY(tick)) }
        buffer.closeGroup()
        if !rules.isEmpty {
            buffer.openGroup("day")
            for x in rules { buffer.appendRule(x: x, from: 0, to: height + tail) }
            buffer.closeGroup()
        }
    }

    func writeAxisLine(into buffer: inout ByteBuffer) {
        buffer.appendRule(y: height, classes: "axis")
    }

    private func tickY(_ tick: Double) -> Double {
        (height * (1 - axis.scale.fraction(of: tick))).rounded()
    }
}
