import Bytes

extension ValueAxis {
    /// Writes a horizontal axis: vertical gridlines, tick labels under them, the unit after the last, and the line that bars start from.
    ///
    /// - Parameters:
    ///   - top: where the gridlines start, in pixels from the top.
    ///   - bottom: where they end.
    func writeAcross(from top: Double, to bottom: Double, into buffer: inout ByteBuffer) {
        writeGridAcross(from: top, to: bottom, into: &buffer)
        writeTicksAcross(y: bottom + 16, into: &buffer)
        buffer.appendLabel(format.unit.symbol, x: 1, dx: 26, y: bottom + 16, classes: "tick")
    }

    func writeGridAcross(from top: Double, to bottom: Double, into buffer: inout ByteBuffer) {
        buffer.openGroup("grid")
        for tick in ticks where scale.fraction(of: tick) > 0.001 {
            buffer.appendRule(x: scale.fraction(of: tick), from: top, to: bottom)
        }
        buffer.closeGroup()
        buffer.appendRule(x: 0, from: top, to: bottom, classes: "axis")
    }

    func writeTicksAcross(y: Double, into buffer: inout ByteBuffer) {
        buffer.openGroup("tick mid")
        for (index, tick) in ticks.enumerated() {
            buffer.appendLabel(label(ofTick: tick), x: scale.fraction(of: tick), y: y, classes: index.isMultiple(of: 2) ? nil : "o")
        }
        buffer.closeGroup()
    }
}
