import Bytes

extension PhaseChart {
    public func writeBox(into buffer: inout ByteBuffer) {
        PhaseDrawing(self).write(into: &buffer)
    }

    public func writeKey(into buffer: inout ByteBuffer) {
        let rows = panels.flatMap(\.rows)
        let entries = zip(PhaseDrawing.classes, phaseNames).enumerated().compactMap { index, phase in
            rows.contains { ($0.phases[index] ?? 0) > 0 } ? KeyEntry(swatch: .bar(phase.0.description), word: phase.1) : nil
        }
        KeyEntry.write(entries, into: &buffer)
    }
}

/// A phase chart laid out, panel under panel.
struct PhaseDrawing {
    static let classes: [StaticString] = ["p-load", "p-prompt", "p-rest"]
    /// A value stands inside its phase only from this share of the width.
    private static let leastShare = 0.07
    private static let groupGap = 8.0
    private static let gap = 38.0

    let chart: PhaseChart
    let margins: BoxMargins
    private let barHeight: Double
    private let pitch: Double

    init(_ chart: PhaseChart) {
        self.chart = chart
        let rows = chart.panels.flatMap(\.rows)
        let labels = rows.map { max(TextWidth.of($0.label), TextWidth.of($0.detail ?? "", size: 11)) }.max() ?? 0
        margins = BoxMargins(labels: labels, right: 56)
        let hasDetails = rows.contains { $0.detail != nil }
        barHeight = hasDetails ? 22 : 20
        pitch = hasDetails ? 34 : 28
    }

    func write(into buffer: inout ByteBuffer) {
        let tops = chart.panels.reduce(into: [0.0]) { $0.append(($0.last ?? 0) + height(of: $1)) }
        let holdsLinks = chart.panels.contains { $0.rows.contains { $0.href != nil } }
        buffer.openDrawing(chart.text, height: (tops.last ?? 0) - Self.gap, margins: margins, holdsLinks: holdsLinks)
        for (panel, top) in zip(chart.panels, tops) {
            buffer.openGroup(movedDown: top)
            write(panel, into: &buffer)
            buffer.closeGroup()
        }
        buffer.closeDrawing()
    }

    private func titleHeight(of panel: PhaseChart.Panel) -> Double { panel.title == nil ? 0 : 14 }

    private func bodyHeight(of panel: PhaseChart.Panel) -> Double {
        let gaps = zip(panel.rows, panel.rows.dropFirst()).count { isNewGroup($1, after: $0) }
        return Double(panel.rows.count) * pitch + Double(gaps) * Self.groupGap
    }

    /// With the tick labels under the panel and the distance to the next one.
    private func height(of panel: PhaseChart.Panel) -> Double {
        titleHeight(of: panel) + bodyHeight(of: panel) + Self.gap
    }

    private func isNewGroup(_ row: PhaseRow, after previous: PhaseRow) -> Bool {
        row.detail != nil && row.label != previous.label
    }

    private func write(_ panel: PhaseChart.Panel, into buffer: inout ByteBuffer) {
        let axis = ValueAxis(panel.rows.map(\.length), of: chart.quantity) { LinearScale(covering: $0, start: .zero, endsAtTick: true) }
        let top = titleHeight(of: panel)
        let body = bodyHeight(of: panel)
        panel.title?.write(y: 5, into: &buffer)
        axis.writeAcross(from: top, to: top + body, into: &buffer)
        var y = top + (pitch - barHeight) / 2
        for (index, row) in panel.rows.enumerated() {
            if index > 0, isNewGroup(row, after: panel.rows[index - 1]) { y += Self.groupGap }
            write(row, y: y, axis: axis, into: &buffer)
            y += pitch
        }
    }

    private func write(_ row: PhaseRow, y: Double, axis: ValueAxis, into buffer: inout ByteBuffer) {
        let name = [row.label, row.detail].compactMap(\.self).joined(separator: " ")
        if let href = row.href {
            buffer.append("<a tabindex=\"-1\"")
            buffer.append(attribute: "href", href)
            buffer.append(attribute: "aria-label", name)
        } else {
            buffer.append("<g")
        }
        buffer.append("><title>")
        buffer.append(escaped: "\(name), \(axis.format.text(row.whole))\(phasesInWords(row, axis: axis))")
        buffer.append("</title>")
        writeLabels(of: row, middle: y + barHeight / 2, into: &buffer)
        writeBar(row, y: y, axis: axis, into: &buffer)
        buffer.append(row.href == nil ? "</g>" : "</a>")
    }

    /// The figures of a row, because a small screen leaves out those that have no room.
    private func phasesInWords(_ row: PhaseRow, axis: ValueAxis) -> String {
        let known = zip(chart.phaseNames, row.phases).compactMap { name, phase in phase.map { "\(name) \(axis.format.number($0))" } }
        let unknown = row.unknown > 0 ? ["not accounted for \(axis.format.number(row.unknown))"] : []
        return known.isEmpty && unknown.isEmpty ? "" : ": " + (known + unknown).joined(separator: ", ")
    }

    private func writeLabels(of row: PhaseRow, middle: Double, into buffer: inout ByteBuffer) {
        let label = TextWidth.fitted(row.label, into: margins.labelWidth)
        buffer.appendLabel(label, x: 0, dx: -10, y: row.detail == nil ? middle + 4 : middle - 1.5, classes: "end ink")
        guard let detail = row.detail else { return }
        buffer.appendLabel(
            TextWidth.fitted(detail, into: margins.labelWidth, size: 11), x: 0, dx: -10, y: middle + 10.5, classes: "end tick tiny")
    }

    private func writeBar(_ row: PhaseRow, y: Double, axis: ValueAxis, into buffer: inout ByteBuffer) {
        var start = 0.0
        for (phase, classes) in zip(row.phases, Self.classes) {
            guard let phase, phase > 0 else { continue }
            let from = axis.fraction(of: start)
            let to = axis.fraction(of: start + phase)
            buffer.appendBar(from: from, to: to, y: y, height: barHeight, classes: classes)
            writeValue(axis.format.number(phase), from: from, to: to, y: y, on: classes, into: &buffer)
            start += phase
        }
        if row.unknown > 0 {
            writeOpenEnd(from: axis.fraction(of: start), to: axis.fraction(of: row.length), y: y, into: &buffer)
        }
        buffer.appendLabel(axis.format.number(row.whole), x: axis.fraction(of: row.length), dx: 8, y: y + barHeight / 2 + 4, classes: "total")
    }

    /// A value that is too wide for its phase on a small screen is left out there, one that is too wide anywhere altogether.
    private func writeValue(_ text: String, from: Double, to: Double, y: Double, on phase: StaticString, into buffer: inout ByteBuffer) {
        let needed = TextWidth.of(text, size: 11) + 6
        guard to - from >= Self.leastShare, (to - from) * margins.plotWidth(in: ChartWidth.medium) >= needed else { return }
        let fitsNarrow = (to - from) * margins.plotWidth(in: ChartWidth.narrow) >= needed
        let isLight = phase.description == "p-rest"
        let classes: StaticString =
            switch (isLight, fitsNarrow) {
            case (true, true): "in ink"
            case (true, false): "in ink o"
            case (false, true): "in"
            case (false, false): "in o"
            }
        buffer.appendLabel(text, x: (from + to) / 2, y: y + barHeight / 2 + 4, classes: classes)
    }

    private func writeOpenEnd(from: Double, to: Double, y: Double, into buffer: inout ByteBuffer) {
        buffer.openGroup("open")
        for edge in [y, y + barHeight] {
            buffer.appendLine(y: edge, from: from, to: to)
        }
        buffer.appendRule(x: to, from: y, to: y + barHeight, classes: "dash")
        buffer.closeGroup()
    }
}
