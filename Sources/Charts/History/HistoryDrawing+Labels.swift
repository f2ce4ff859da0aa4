import Bytes

extension HistoryDrawing {
    /// The word over the crosses if they are few, as far as the words do not touch.
    func writeFailureWords(into buffer: inout ByteBuffer) {
        let failed = Set(series.flatMap(\.points).filter { $0.kind == .failed }.map(\.position)).sorted()
        guard failures < 4 else { return }
        var last: (narrow: Double, wide: Double) = (-.infinity, -.infinity)
        let needed = TextWidth.of("failed") + 6
        for x in failed.map(order.fraction) {
            let narrow = x * margins.plotWidth(in: ChartWidth.narrow)
            let wide = x * margins.plotWidth(in: ChartWidth.medium)
            guard wide - last.wide >= needed else { continue }
            let fitsNarrow = narrow - last.narrow >= needed
            buffer.appendLabel("failed", x: x, y: main.height - 19, classes: fitsNarrow ? "mid fail" : "mid fail o")
            last = (fitsNarrow ? narrow : last.narrow, wide)
        }
    }

    /// Which stretches have their label on every screen, and which on wide ones.
    private var labelledStretches: (narrow: Set<Int>, wide: Set<Int>) {
        let narrowWidth = margins.plotWidth(in: ChartWidth.narrow)
        let wideWidth = margins.plotWidth(in: ChartWidth.medium)
        guard areMonths else {
            let narrow = CalendarStretch.indicesWithRoom(stretches, scale: order, width: narrowWidth)
            return (narrow, CalendarStretch.indicesWithRoom(stretches, scale: order, width: wideWidth, placed: narrow))
        }
        let wide = CalendarStretch.strideWithRoom(stretches, scale: order, width: wideWidth)
        let narrow = CalendarStretch.strideWithRoom(stretches, scale: order, width: narrowWidth, multipleOf: wide)
        func every(_ distance: Int) -> Set<Int> { Set(stride(from: 0, to: stretches.count, by: distance)) }
        return (every(narrow), every(wide))
    }

    func writeStretchLabels(into buffer: inout ByteBuffer) {
        let (narrow, wide) = labelledStretches
        buffer.openGroup("mid")
        for index in wide.sorted() {
            let stretch = stretches[index]
            let x = stretch.middle(on: order)
            buffer.appendLabel(stretch.label, x: x, y: height + 18, classes: narrow.contains(index) ? nil : "o")
            let count = stretch.positions.count
            buffer.appendLabel("\(count) \(count == 1 ? chart.words.thing : chart.words.things)", x: x, y: height + 34, classes: "tick o")
        }
        buffer.closeGroup()
    }

    /// The label of the band where it has room; small screens leave it to the key.
    func writeBandLabel(into buffer: inout ByteBuffer) {
        guard let label = HistoryBandLabel.placed(in: self) else { return }
        buffer.appendLabel(label.text, x: label.x, y: label.y, classes: "mid o")
    }
}
