import Bytes

extension TimelineChart {
    public func writeBox(into buffer: inout ByteBuffer) {
        TimelineDrawing(self).write(into: &buffer)
    }

    public func writeKey(into buffer: inout ByteBuffer) {
        KeyEntry.write(
            [
                KeyEntry(swatch: .bar("p-prompt"), word: partNames.first),
                KeyEntry(swatch: .bar("p-generation"), word: partNames.rest),
            ], into: &buffer)
    }
}

/// A timeline laid out: its lanes and its axis.
struct TimelineDrawing {
    private static let barHeight = 32.0
    private static let pitch = 48.0
    /// Room over the lanes for the label of the wall time.
    private static let wallHeight = 18.0
    /// From the dark part of a bar to its words, and from them to the bar's end.
    private static let padding = 8.0

    let chart: TimelineChart
    let axis: ValueAxis
    let margins: BoxMargins

    init(_ chart: TimelineChart) {
        self.chart = chart
        let ends = chart.lanes.flatMap(\.calls).map(\.end) + [chart.wall ?? 0]
        axis = ValueAxis([ends.max() ?? 0], of: chart.quantity) { LinearScale(covering: $0, start: .zero, endsAtTick: true) }
        margins = BoxMargins(labels: chart.lanes.map { TextWidth.of($0.label) }.max() ?? 0, right: 56)
    }

    func write(into buffer: inout ByteBuffer) {
        let top = chart.wall == nil ? 0 : Self.wallHeight
        let bottom = top + Double(chart.lanes.count) * Self.pitch
        buffer.openDrawing(chart.text, height: bottom, margins: margins, holdsLinks: false)
        axis.writeAcross(from: top, to: bottom, into: &buffer)
        for (index, lane) in chart.lanes.enumerated() {
            let y = top + Double(index) * Self.pitch + (Self.pitch - Self.barHeight) / 2
            let label = TextWidth.fitted(lane.label, into: margins.labelWidth)
            buffer.appendLabel(label, x: 0, dx: -10, y: y + Self.barHeight / 2 + 4, classes: "end ink")
            for call in lane.calls where call.duration > 0 { write(call, y: y, into: &buffer) }
        }
        if let wall = chart.wall {
            let x = axis.fraction(of: wall)
            buffer.appendRule(x: x, from: top - 6, to: bottom, classes: "dash")
            buffer.appendLabel(NumberFormat(wall, of: chart.quantity, in: .sentence).text(wall), x: x, y: top - 10, classes: "mid")
        }
        buffer.closeDrawing()
    }

    private func write(_ call: TimelineCall, y: Double, into buffer: inout ByteBuffer) {
        let start = axis.fraction(of: call.start)
        let end = axis.fraction(of: call.end)
        let light = axis.fraction(of: call.start + (call.toFirstToken ?? 0))
        buffer.append("<g><title>")
        buffer.append(escaped: ([call.name] + call.details(in: chart.quantity).prefix(1)).joined(separator: ", "))
        buffer.append("</title>")
        buffer.appendBar(from: start, to: end, y: y, height: Self.barHeight, classes: "p-generation")
        if light > start { buffer.appendBar(from: start, to: light, y: y, height: Self.barHeight, classes: "p-prompt") }
        writeWords(of: call, from: light, share: end - light, y: y, into: &buffer)
        buffer.append("</g>")
    }

    /// The name stands wherever it has room, the figures under it only where even the longest wording that is written has.
    private func writeWords(of call: TimelineCall, from x: Double, share: Double, y: Double, into buffer: inout ByteBuffer) {
        func hasRoom(_ text: String, size: Double, in column: Double) -> Bool {
            share * margins.plotWidth(in: column) >= TextWidth.of(text, size: size) + 2 * Self.padding
        }
        guard hasRoom(call.name, size: 12, in: ChartWidth.medium) else { return }
        let detail = call.details(in: chart.quantity).first { hasRoom($0, size: 11, in: ChartWidth.medium) }
        let isNarrow = !hasRoom(call.name, size: 12, in: ChartWidth.narrow)
        let nameY = detail == nil ? y + Self.barHeight / 2 + 4 : y + 14
        buffer.appendLabel(call.name, x: x, dx: Self.padding, y: nameY, classes: isNarrow ? "ink o" : "ink")
        if let detail { buffer.appendLabel(detail, x: x, dx: Self.padding, y: y + 26.5, classes: "tiny o") }
    }
}
