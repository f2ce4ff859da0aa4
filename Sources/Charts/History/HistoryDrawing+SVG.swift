import Bytes

extension HistoryChart {
    public func writeBox(into buffer: inout ByteBuffer) {
        HistoryDrawing(self).write(into: &buffer)
    }
}

extension HistoryDrawing {
    private static let notchHeight = 8.0
    /// What a chart's SVG may weigh, less what its frame takes.
    private static let byteBudget = 57_000

    func write(into buffer: inout ByteBuffer) {
        let holdsLinks = chart.changes.contains { $0.href != nil } || series.contains { ($0.points + $0.cold).contains { $0.href != nil } }
        buffer.openDrawing(chart.text, height: height, margins: margins, holdsLinks: holdsLinks)
        let behind = behindMain
        var words = wordBudget - behind.count
        if let cold {
            open(cold, tail: 0, into: &buffer)
            writeSeries(in: cold, into: &buffer) { number, buffer in
                let style = MarkStyle.cold(series: chart.styleNumber(of: number), of: series.count)
                let points = series[number].cold
                writeMarks(points.filter { $0.kind == .excluded }, of: number, in: cold, style: .excluded, words: &words, into: &buffer)
                writeMarks(points.filter { $0.kind != .excluded }, of: number, in: cold, style: style, words: &words, into: &buffer)
            }
        }
        open(main, tail: 14, into: &buffer)
        buffer.append(behind)
        writeSeries(in: main, into: &buffer) { number, buffer in
            writeLine(of: number, into: &buffer)
            writePoints(of: number, words: &words, into: &buffer)
            if number == series.count - 1 { writeFailureWords(into: &buffer) }
        }
        writeStretchLabels(into: &buffer)
        buffer.closeDrawing()
    }

    /// What lies between the gridlines of the main panel and its data.
    private var behindMain: ByteBuffer {
        var buffer = ByteBuffer()
        band?.write(slots: order.count, into: &buffer)
        rings.write(height: main.height, into: &buffer)
        writeBandLabel(into: &buffer)
        return buffer
    }

    private func open(_ panel: HistoryPanel, tail: Double, into buffer: inout ByteBuffer) {
        buffer.openGroup(movedDown: panel.top)
        panel.writeFrame(rules: stretches.dropFirst().map { order.edge(before: $0.positions.lowerBound) }, tail: tail, into: &buffer)
    }

    /// Writes the axis and what stands over it, and closes the panel.
    private func writeSeries(in panel: HistoryPanel, into buffer: inout ByteBuffer, content: (Int, inout ByteBuffer) -> Void) {
        panel.writeAxisLine(into: &buffer)
        if panel.top == main.top { writeNotches(into: &buffer) }
        for number in series.indices {
            buffer.append("<g class=\"s")
            buffer.append(chart.styleNumber(of: number) + 1)
            buffer.append("\">")
            content(number, &buffer)
            buffer.closeGroup()
        }
        buffer.closeGroup()
    }

    private func writeNotches(into buffer: inout ByteBuffer) {
        guard !chart.notches.isEmpty else { return }
        buffer.openStretched(width: 2 * order.count, height: main.height, classes: "notch")
        buffer.append("<path d=\"")
        for position in chart.notches {
            buffer.appendPath([(2 * position, main.height - Self.notchHeight), (2 * position, main.height)])
        }
        buffer.append("\"/></svg>")
    }

    /// The line through neighbouring normal points, as one path; a point that stands alone is a mark only.
    private func writeLine(of number: Int, into buffer: inout ByteBuffer) {
        let segments = segments(of: series[number].points).filter { $0.count > 1 }
        guard !segments.isEmpty else { return }
        buffer.openStretched(width: 2 * order.count, height: main.height, classes: "line")
        buffer.append("<path d=\"")
        for segment in segments {
            buffer.appendPath(segment.map { (2 * $0.position + 1, main.y(of: $0.value ?? 0)) })
        }
        buffer.append("\"/></svg>")
    }

    /// Stretches of points without a break: none at a failure or a gap, none across a change.
    func segments(of points: [HistoryPoint]) -> [[HistoryPoint]] {
        let changes = chart.changes.map(\.position)
        var segments: [[HistoryPoint]] = [[]]
        for point in points {
            let isBreak = !point.isJoined || point.startsLine
            let last = segments[segments.count - 1].last?.position ?? point.position
            if isBreak || changes.contains(where: { last < $0 && $0 <= point.position }) { segments.append([]) }
            if point.isJoined { segments[segments.count - 1].append(point) }
        }
        return segments
    }

    private func writePoints(of number: Int, words: inout Int, into buffer: inout ByteBuffer) {
        let styles: KeyValuePairs<HistoryPoint.Kind, MarkStyle> = [
            .thin: .thin, .excluded: .excluded, .failed: .failed, .normal: .series(chart.styleNumber(of: number)), .better: .better, .worse: .worse,
            .acknowledged: .acknowledged,
        ]
        for (kind, style) in styles {
            writeMarks(series[number].points.filter { $0.kind == kind }, of: number, in: main, style: style, words: &words, into: &buffer)
        }
    }

    /// Writes marks of one style as a group. The newest have words and links as long as the budget lasts; all are in the table under the chart.
    private func writeMarks(
        _ points: [HistoryPoint], of number: Int, in panel: HistoryPanel, style: MarkStyle, words: inout Int, into buffer: inout ByteBuffer
    ) {
        let marks = points.filter(\.isDrawn).map { mark($0, of: number, in: panel, style: style) }
        guard !marks.isEmpty else { return }
        let worded = ChartMark.wordedSuffix(of: marks, within: words)
        words -= marks.suffix(worded).reduce(0) { $0 + $1.wordBytes }
        buffer.append("<g class=\"")
        buffer.append(text: style.classes)
        buffer.append("\">")
        for (index, mark) in marks.enumerated() {
            mark.write(withWords: index >= marks.count - worded, into: &buffer)
        }
        buffer.closeGroup()
    }

    /// Bytes left for titles and links once every bare mark and every stretch of line is counted.
    private var wordBudget: Int {
        let marks = series.reduce(0) { $0 + $1.points.count + $1.cold.count }
        let shaped = series.enumerated().reduce(0) { sum, entry in
            let shapes: Set<HistoryPoint.Kind> = [.worse, .acknowledged, .excluded]
            let points = entry.offset == 0 ? entry.element.points.count { shapes.contains($0.kind) } : entry.element.points.count
            return sum + entry.element.cold.count + points
        }
        return max(0, Self.byteBudget - 3000 - marks * 48 - shaped * 75)
    }
}
