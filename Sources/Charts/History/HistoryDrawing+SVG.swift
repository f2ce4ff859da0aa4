import Bytes

extension HistoryChart {
    public func writeBox(into buffer: inout ByteBuffer) {
        HistoryDrawing(self).write(into: &buffer)
    }

    /// One series alone needs a key only if it has marks of several kinds.
    public func writeKey(into buffer: inout ByteBuffer) {
        var entries = series.enumerated().map { number, series in
            let style = styleNumber(of: number)
            return KeyEntry(swatch: .mark(.series(style), series: style, joined: true), word: series.name)
        }
        let points = series.flatMap(\.points)
        if series.contains(where: { $0.cold.contains(where: \.isDrawn) }) {
            let isAlone = series.count == 1
            let style = isAlone ? MarkStyle.cold : .cold(series: 0, of: series.count)
            entries.append(
                KeyEntry(swatch: .mark(style, series: isAlone ? 0 : nil, joined: false), word: isAlone ? words.cold : "hollow: \(words.cold)"))
        }
        if points.contains(where: { $0.kind == .thin && $0.isDrawn }) {
            entries.append(KeyEntry(swatch: .mark(.thin, series: nil, joined: false), word: words.thin))
        }
        if points.contains(where: { $0.kind == .failed }) {
            entries.append(KeyEntry(swatch: .mark(.failed, series: nil, joined: false), word: words.failed))
        }
        KeyEntry.write(entries.count > 1 ? entries : [], into: &buffer)
    }
}

extension HistoryDrawing {
    /// What a chart's SVG may weigh, less what its frame takes.
    private static let byteBudget = 57_000

    func write(into buffer: inout ByteBuffer) {
        let holdsLinks = series.contains { ($0.points + $0.cold).contains { $0.href != nil } }
        buffer.openDrawing(chart.text, height: height, margins: margins, holdsLinks: holdsLinks)
        let rules = stretches.dropFirst().map { order.edge(before: $0.positions.lowerBound) }
        var words = wordBudget
        if let cold {
            write(cold, rules: rules, tail: 0, into: &buffer) { number, buffer in
                writeMarks(
                    series[number].cold, of: number, in: cold, style: .cold(series: chart.styleNumber(of: number), of: series.count), words: &words,
                    into: &buffer)
            }
        }
        write(main, rules: rules, tail: 14, into: &buffer) { number, buffer in
            writeLine(of: number, into: &buffer)
            writePoints(of: number, words: &words, into: &buffer)
            if number == series.count - 1 { writeFailureWords(into: &buffer) }
        }
        writeStretchLabels(into: &buffer)
        buffer.closeDrawing()
    }

    private func write(
        _ panel: HistoryPanel, rules: [Double], tail: Double, into buffer: inout ByteBuffer, content: (Int, inout ByteBuffer) -> Void
    ) {
        buffer.openGroup(movedDown: panel.top)
        panel.writeFrame(rules: rules, tail: tail, into: &buffer)
        for number in series.indices {
            buffer.append("<g class=\"s")
            buffer.append(chart.styleNumber(of: number) + 1)
            buffer.append("\">")
            content(number, &buffer)
            buffer.closeGroup()
        }
        buffer.closeGroup()
    }

    /// The line through neighbouring normal points, as one path; a point that stands alone is a mark only.
    private func writeLine(of number: Int, into buffer: inout ByteBuffer) {
        let segments = segments(of: series[number].points).filter { $0.count > 1 }
        guard !segments.isEmpty else { return }
        buffer.append("<svg class=\"line\" width=\"100%\" height=\"")
        buffer.append(pixels: main.height)
        buffer.append("\" viewBox=\"0 0 ")
        buffer.append(2 * order.count)
        buffer.append(" ")
        buffer.append(pixels: main.height)
        buffer.append("\" preserveAspectRatio=\"none\"><path d=\"")
        for segment in segments {
            for (index, point) in segment.enumerated() {
                // After a first pair of coordinates SVG takes further pairs as lines.
                if index == 0 { buffer.append("M") } else { buffer.append(" ") }
                buffer.append(2 * point.position + 1)
                buffer.append(" ")
                buffer.append(pixels: main.y(of: point.value ?? 0))
            }
        }
        buffer.append("\"/></svg>")
    }

    private func segments(of points: [HistoryPoint]) -> [[HistoryPoint]] {
        var segments: [[HistoryPoint]] = [[]]
        for point in points {
            let isJoined = point.kind == .normal && point.value != nil
            if !isJoined || point.startsLine { segments.append([]) }
            if isJoined { segments[segments.count - 1].append(point) }
        }
        return segments
    }

    private func writePoints(of number: Int, words: inout Int, into buffer: inout ByteBuffer) {
        let points = series[number].points
        for (kind, style) in [(HistoryPoint.Kind.thin, MarkStyle.thin), (.failed, .failed), (.normal, .series(chart.styleNumber(of: number)))] {
            writeMarks(points.filter { $0.kind == kind && $0.isDrawn }, of: number, in: main, style: style, words: &words, into: &buffer)
        }
    }

    /// The word over the crosses if they are few, as far as the words do not touch.
    private func writeFailureWords(into buffer: inout ByteBuffer) {
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
        let shaped = series.enumerated().reduce(0) { $0 + $1.element.cold.count + ($1.offset == 0 ? 0 : $1.element.points.count) }
        return max(0, Self.byteBudget - 3000 - marks * 48 - shaped * 75)
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

    private func writeStretchLabels(into buffer: inout ByteBuffer) {
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
}
