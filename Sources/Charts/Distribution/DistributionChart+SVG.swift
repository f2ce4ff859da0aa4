import Bytes

extension DistributionChart {
    private static let leastRowHeight = 40.0
    /// The widest that the column of labels becomes, and the height of a line in it, as in the style sheet.
    private static let labelWidth = 288.0
    private static let labelLine = 16.0
    private static let boxHeight = 16.0
    private static let jitterReach = 9.0

    /// Every row says beside it what it is, so there is no key.
    public func writeKey(into buffer: inout ByteBuffer) {}

    public func writeBox(into buffer: inout ByteBuffer) {
        let axis = axis
        buffer.append("<div class=\"chart rows\" role=\"group\"")
        buffer.append(attribute: "aria-label", [text.name, text.summary].filter { !$0.isEmpty }.joined(separator: ": "))
        buffer.append(">")
        for row in rows { write(row, on: axis, into: &buffer) }
        writeAxis(axis, into: &buffer)
        buffer.append("</div>")
    }

    private func write(_ row: DistributionRow, on axis: ValueAxis, into buffer: inout ByteBuffer) {
        buffer.append("<p class=\"label\">")
        if let href = row.href {
            buffer.append("<a")
            buffer.append(attribute: "href", href)
            buffer.append(">")
        }
        buffer.append(escaped: row.label)
        if row.href != nil { buffer.append("</a>") }
        if let detail = row.detail {
            buffer.append("<small>")
            buffer.append(escaped: detail)
            buffer.append("</small>")
        }
        buffer.append("</p>")
        let height = height(of: row)
        let holdsLinks = shownSamples(of: row).contains { $0.href != nil }
        buffer.openSVG(name: row.label, summary: summary(of: row, on: axis), height: height, holdsLinks: holdsLinks)
        axis.writeGridAcross(from: 0, to: height, into: &buffer)
        writeMarks(of: row, on: axis, middle: height / 2, into: &buffer)
        buffer.append("</svg><p class=\"n\">n\u{A0}")
        buffer.append(row.samples.count)
        buffer.append("</p>")
    }

    /// High enough for the lines of the label beside it, so that gridlines run on from row to row.
    private func height(of row: DistributionRow) -> Double {
        func lines(_ text: String?) -> Double {
            text.map { (TextWidth.of($0) / (Self.labelWidth * 0.92)).rounded(.up) } ?? 0
        }
        return max(Self.leastRowHeight, (lines(row.label) + lines(row.detail)) * Self.labelLine + 8)
    }

    private func summary(of row: DistributionRow, on axis: ValueAxis) -> String {
        let values = row.samples.map(\.value)
        guard let numbers = FiveNumbers(values), let lowest = values.min(), let highest = values.max() else { return "No values." }
        return "Median \(axis.format.text(numbers.median)), from \(axis.format.range(lowest, highest)), n \(values.count)."
    }

    /// All samples of a short row, else those beyond the whiskers.
    private func shownSamples(of row: DistributionRow) -> [DistributionRow.Sample] {
        guard row.samples.count > Self.pointLimit, let numbers = FiveNumbers(row.samples.map(\.value)) else { return row.samples }
        return row.samples.filter { $0.value < numbers.lowWhisker || $0.value > numbers.highWhisker }
    }

    private func writeMarks(of row: DistributionRow, on axis: ValueAxis, middle: Double, into buffer: inout ByteBuffer) {
        guard let numbers = FiveNumbers(row.samples.map(\.value)) else { return }
        if row.samples.count > Self.pointLimit { writeBoxPlot(numbers, on: axis, middle: middle, into: &buffer) }
        buffer.append("<g class=\"s1 sample\">")
        for sample in shownSamples(of: row) {
            let reach = row.samples.count > Self.pointLimit ? 0 : Self.jitterReach
            let mark = ChartMark(
                x: axis.fraction(of: sample.value), y: middle + sample.jitter * reach, style: .sample, label: sample.label,
                title: "\(sample.label), \(axis.format.text(sample.value))", href: sample.href)
            mark.write(withWords: true, into: &buffer)
        }
        buffer.append("</g>")
        // One value is its own median, and the rule would hide it.
        guard row.samples.count > 1 else { return }
        let x = axis.fraction(of: numbers.median)
        let reach = row.samples.count > Self.pointLimit ? Self.boxHeight / 2 : 14
        buffer.appendRule(x: x, from: middle - reach, to: middle + reach, classes: "median")
    }

    private func writeBoxPlot(_ numbers: FiveNumbers, on axis: ValueAxis, middle: Double, into buffer: inout ByteBuffer) {
        let low = axis.fraction(of: numbers.lowQuartile)
        let high = axis.fraction(of: numbers.highQuartile)
        buffer.append("<g class=\"s1 box\">")
        for (from, to) in [(axis.fraction(of: numbers.lowWhisker), low), (high, axis.fraction(of: numbers.highWhisker))] {
            buffer.appendLine(y: middle, from: from, to: to)
        }
        for end in [numbers.lowWhisker, numbers.highWhisker] {
            buffer.appendRule(x: axis.fraction(of: end), from: middle - 4, to: middle + 4)
        }
        buffer.appendBar(from: low, to: high, y: middle - Self.boxHeight / 2, height: Self.boxHeight, classes: "half")
        buffer.append("</g>")
    }

    private func writeAxis(_ axis: ValueAxis, into buffer: inout ByteBuffer) {
        buffer.append("<svg class=\"scale\" width=\"100%\" height=\"20\" aria-hidden=\"true\">")
        axis.writeTicksAcross(y: 14, into: &buffer)
        buffer.append("</svg><p class=\"n\" aria-hidden=\"true\">")
        buffer.append(escaped: axis.format.unit.symbol)
        buffer.append("</p>")
    }
}
