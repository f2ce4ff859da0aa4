import Bytes

extension ScatterChart {
    public func writeBox(into buffer: inout ByteBuffer) {
        ScatterDrawing(self).write(into: &buffer)
    }

    /// The groups, if there are several, then what hollow marks and the dashed step are.
    public func writeKey(into buffer: inout ByteBuffer) {
        let isJoined = points.contains { $0.line != nil }
        let used = Set((drawn(points) + drawn(cold)).map(\.group))
        var entries: [KeyEntry] = []
        if used.count > 1 {
            if let groupsName { entries.append(KeyEntry(swatch: .none, word: groupsName)) }
            for (number, group) in groups.enumerated() where used.contains(number) {
                let style = styleNumber(of: number)
                entries.append(KeyEntry(swatch: .mark(.point(style), series: style, joined: isJoined), word: group.name))
            }
        }
        if !drawn(cold).isEmpty {
            entries.append(KeyEntry(swatch: .mark(.hollowPoint(0), series: nil, joined: false), word: "hollow: \(words.cold)"))
        }
        if !front(of: drawn(points)).isEmpty { entries.append(KeyEntry(swatch: .step, word: words.front)) }
        KeyEntry.write(entries, into: &buffer)
    }
}

/// A scatter chart laid out: its vertical axis and its panels.
struct ScatterDrawing {
    private static let titleHeight = 20.0

    let chart: ScatterChart
    let up: ValueAxis
    let panels: [ScatterPanel]
    private let margins: BoxMargins

    init(_ chart: ScatterChart) {
        self.chart = chart
        let warm = chart.drawn(chart.points)
        let cold = chart.drawn(chart.cold)
        let up = ValueAxis((warm + cold).map(\.up), of: chart.up.quantity) { chart.up.kind.scale(covering: $0, start: .belowData(free: 0.04)) }
        self.up = up
        let both = [(warm, chart.title, false), (cold, chart.coldTitle, true)].filter { !$0.0.isEmpty }
        panels = both.map { ScatterPanel($0.0, title: $0.1, isCold: $0.2, of: chart, up: up) }
        margins = BoxMargins(labels: max(up.widestLabel, TextWidth.of(up.format.unit.symbol)), bottom: 44)
    }

    var axisSentences: [String] {
        var sentences = [up.captionSentence(axis: "vertical")].compactMap(\.self)
        if chart.across.kind == .logarithmic { sentences.append("The horizontal \(panels.count > 1 ? "axes are" : "axis is") logarithmic.") }
        return sentences
    }

    func write(into buffer: inout ByteBuffer) {
        if panels.count > 1 { buffer.append("<div class=\"pair-2-1\">") }
        for panel in panels { write(panel, into: &buffer) }
        if panels.count > 1 { buffer.append("</div>") }
    }

    private func write(_ panel: ScatterPanel, into buffer: inout ByteBuffer) {
        var text = chart.text
        if panels.count > 1 { text.name += ": \(panel.title.name)" }
        let bottom = Self.titleHeight + ScatterPanel.height
        buffer.openDrawing(text, height: bottom, margins: margins, holdsLinks: panel.places.contains { $0.point.href != nil })
        buffer.openGroup(movedDown: Self.titleHeight)
        writeUpAxis(title: panel.title, into: &buffer)
        buffer.openGroup(movedDown: ScatterPanel.height)
        writeTicks(of: panel, into: &buffer)
        buffer.appendLabel(acrossName(panel.axis), x: 1, y: 36, classes: "end")
        buffer.closeGroup()
        let steps = panel.frontSteps(across: chart.across.better, up: chart.up.better)
        writeFront(steps, into: &buffer)
        writeLines(of: panel, into: &buffer)
        writeMarks(of: panel, into: &buffer)
        writeLabels(of: panel, steps: steps, into: &buffer)
        buffer.closeGroup()
        buffer.closeDrawing()
    }

    private func writeUpAxis(title: PanelTitle, into buffer: inout ByteBuffer) {
        let frame = HistoryPanel(axis: up, title: title, top: 0, height: ScatterPanel.height)
        frame.writeFrame(rules: [], tail: 0, into: &buffer)
        frame.writeAxisLine(into: &buffer)
    }

    /// The widths that a panel may have. On small screens the panels stand one under the other; on others they share the page two to one.
    private func widths(of panel: ScatterPanel, on screen: ScatterLabels.Screen) -> [ClosedRange<Double>] {
        let margin = Double(margins.left + margins.right)
        let share = panels.count == 1 ? 1 : panel.isCold ? 1.0 / 3 : 2.0 / 3
        func width(_ column: Double) -> Double { column * share - margin }
        return switch screen {
        case .any: [(ChartWidth.narrow - margin)...(ChartWidth.medium - margin), width(ChartWidth.medium)...width(ChartWidth.widest)]
        case .medium: [width(ChartWidth.medium)...width(ChartWidth.widest)]
        case .wide: [width(ChartWidth.wide)...width(ChartWidth.widest)]
        }
    }

    /// The labels of the horizontal axis, as many as have room beside each other.
    private func writeTicks(of panel: ScatterPanel, into buffer: inout ByteBuffer) {
        let ticks = panel.axis.ticks
        let places = ticks.map { panel.axis.scale.fraction(of: $0) }
        let closest = zip(places, places.dropFirst()).map { $1 - $0 }.min() ?? 1
        func every(_ width: Double) -> Int { max(1, Int(((panel.axis.widestLabel + 8) / (closest * width)).rounded(.up))) }
        let medium = every(widths(of: panel, on: .medium)[0].lowerBound)
        let narrow = medium * Int((Double(every(widths(of: panel, on: .any)[0].lowerBound)) / Double(medium)).rounded(.up))
        buffer.openGroup("tick mid")
        for index in ticks.indices where index.isMultiple(of: medium) {
            buffer.appendLabel(panel.axis.label(ofTick: ticks[index]), x: places[index], y: 18, classes: index.isMultiple(of: narrow) ? nil : "o")
        }
        buffer.closeGroup()
    }

    private func acrossName(_ axis: ValueAxis) -> String {
        axis.format.unit.symbol.isEmpty ? chart.across.name : "\(chart.across.name), \(axis.format.unit.symbol)"
    }

    private func writeFront(_ steps: [(x: Double, y: Double)], into buffer: inout ByteBuffer) {
        guard !steps.isEmpty else { return }
        buffer.openStretched(width: 10_000, height: ScatterPanel.height, classes: "front")
        buffer.append("<path d=\"")
        buffer.appendPath(steps.map { (Int(($0.x * 10_000).rounded()), $0.y) })
        buffer.append("\"/></svg>")
    }

    /// The lines through the points of each curve.
    private func writeLines(of panel: ScatterPanel, into buffer: inout ByteBuffer) {
        for group in chart.groups.indices {
            let curves = panel.curves.filter { $0[0].point.group == group }
            guard !curves.isEmpty else { continue }
            buffer.append("<g class=\"s")
            buffer.append(chart.styleNumber(of: group) + 1)
            buffer.append("\">")
            buffer.openStretched(width: 10_000, height: ScatterPanel.height, classes: "line")
            buffer.append("<path d=\"")
            for curve in curves { buffer.appendPath(curve.map { (Int(($0.x * 10_000).rounded()), $0.y) }) }
            buffer.append("\"/></svg></g>")
        }
    }

    private func writeMarks(of panel: ScatterPanel, into buffer: inout ByteBuffer) {
        for group in chart.groups.indices {
            let places = panel.places.filter { $0.point.group == group }
            guard !places.isEmpty else { continue }
            let number = chart.styleNumber(of: group)
            let style = panel.isCold ? MarkStyle.hollowPoint(number) : .point(number)
            buffer.append("<g class=\"s")
            buffer.append(number + 1)
            buffer.append("\"><g class=\"")
            buffer.append(text: style.classes)
            buffer.append("\">")
            for place in places {
                let (point, up) = (place.point, up.format.text(place.point.up))
                let title = "\(point.label), \(chart.across.name) \(panel.axis.text(point.across)), \(chart.up.name) \(up)"
                ChartMark(x: place.x, y: place.y, style: style, label: point.label, title: title, href: point.href)
                    .write(withWords: true, into: &buffer)
            }
            buffer.append("</g></g>")
        }
    }

    private func writeLabels(of panel: ScatterPanel, steps: [(x: Double, y: Double)], into buffer: inout ByteBuffer) {
        let named = panel.front + panel.outliers
        let others = chart.labelsAll && !panel.isCold ? panel.places.indices.filter { !named.contains($0) } : []
        let labels = ScatterLabels(of: named + others, in: panel, steps: steps, lines: panel.curves) { widths(of: panel, on: $0) }
        for label in labels.labels {
            let place = panel.places[label.index]
            let isLeft = label.dx < 0
            let classes: StaticString? =
                switch label.screen {
                case .any: isLeft ? "end" : nil
                case .medium: isLeft ? "end o" : "o"
                case .wide: isLeft ? "end w" : "w"
                }
            buffer.appendLabel(place.point.label, x: place.x, dx: label.dx, y: place.y + label.dy, classes: classes)
        }
    }
}
