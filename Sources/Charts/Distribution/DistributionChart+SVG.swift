import Bytes

extension DistributionChart {
    private static let leastRowHeight = 40.0
    private static let curveHeight = 80.0
    private static let boxHeight = 16.0
    private static let jitterReach = 9.0

    /// Every row says beside it what it is, so there is no key.
    public func writeKey(into buffer: inout ByteBuffer) {}

    public func writeBox(into buffer: inout ByteBuffer) {
        let axis = axis
        ChartRow.open(text, into: &buffer)
        for row in rows { write(row, on: axis, into: &buffer) }
        ChartRow.close(with: axis, into: &buffer)
    }

    private func write(_ row: DistributionRow, on axis: ValueAxis, into buffer: inout ByteBuffer) {
        let frame = ChartRow(label: row.label, detail: row.detail, href: row.href)
        let isCurve = row.samples.count > Self.boxLimit
        let height = frame.height(atLeast: isCurve ? Self.curveHeight : Self.leastRowHeight)
        frame.writeLabel(into: &buffer)
        let holdsLinks = !isCurve && shownSamples(of: row).contains { $0.href != nil }
        buffer.openSVG(name: row.label, summary: summary(of: row, on: axis), height: height, holdsLinks: holdsLinks)
        axis.writeGridAcross(from: 0, to: height, into: &buffer)
        if isCurve {
            writeCurve(of: row, on: axis, height: height, into: &buffer)
        } else {
            writeMarks(of: row, on: axis, middle: height / 2, into: &buffer)
        }
        buffer.append("</svg>")
        ChartRow.writeFigures(["n\u{A0}\(row.samples.count)"], into: &buffer)
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

    /// The share of the values at or under each value as a rising step, over its quartiles as rules down from it.
    private func writeCurve(of row: DistributionRow, on axis: ValueAxis, height: Double, into buffer: inout ByteBuffer) {
        let values = row.samples.map(\.value)
        guard let numbers = FiveNumbers(values) else { return }
        let curve = CumulativeShares(values)
        let (top, bottom) = (8.0, height - 4)
        func y(_ share: Double) -> Double { bottom - share * (bottom - top) }
        let quartiles: [(value: Double, share: Double, classes: StaticString)] = [
            (numbers.lowQuartile, 0.25, "dash"), (numbers.median, 0.5, "median"), (numbers.highQuartile, 0.75, "dash"),
        ]
        for rule in quartiles {
            buffer.appendRule(x: axis.fraction(of: rule.value), from: y(rule.share), to: bottom, classes: rule.classes)
        }
        buffer.append("<g class=\"s1\">")
        buffer.openStretched(width: 10_000, height: height, classes: "line")
        buffer.append("<path d=\"M0 ")
        buffer.append(pixels: bottom)
        for step in curve.steps {
            buffer.append("H")
            buffer.append(Int((axis.fraction(of: step.value) * 10_000).rounded()))
            buffer.append("V")
            buffer.append(pixels: y(step.share))
        }
        buffer.append("H10000\"/></svg></g>")
    }
}
