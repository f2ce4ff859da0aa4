import Bytes

/// A history chart laid out: its series thinned, its axes chosen, its panels placed.
struct HistoryDrawing {
    let chart: HistoryChart
    let series: [HistorySeries]
    let order: OrdinalScale
    let stretches: [CalendarStretch]
    let areMonths: Bool
    let main: HistoryPanel
    /// Absent if no series has cold values.
    let cold: HistoryPanel?
    /// The most points that one of the series had, if some were left out.
    let thinnedFrom: Int?

    /// The most marks of a series, and of all together.
    static let markLimit = 400
    static let totalLimit = 800
    static let mainHeight = 290.0
    static let coldHeight = 76.0
    /// What stands above the first panel: its title.
    private static let titleHeight = 20.0
    /// From the axis of the cold panel to the top of the main one.
    private static let panelGap = 48.0

    init(_ chart: HistoryChart) {
        self.chart = chart
        let positions = chart.series.flatMap { $0.points + $0.cold }.map { $0.position + 1 }.max() ?? 0
        order = OrdinalScale(count: max(chart.days.count, positions))
        (stretches, areMonths) = CalendarStretch.stretches(of: chart.days)

        let limit = min(Self.markLimit, Self.totalLimit / max(chart.series.count, 1))
        series = chart.series.map { series in
            HistorySeries(
                name: series.name, points: HistoryThinning.thinned(series.points, to: limit),
                cold: HistoryThinning.thinned(series.cold, to: limit), style: series.style)
        }
        thinnedFrom = chart.series.map { max($0.points.count, $0.cold.count) }.filter { $0 > limit }.max()

        let coldValues = series.flatMap(\.cold).compactMap(\.value)
        let hasFailures = series.contains { $0.points.contains { $0.kind == .failed } }
        let values = series.flatMap(\.points).filter { $0.kind != .failed }.compactMap(\.value)
        let mainAxis = ValueAxis(values, of: chart.quantity) {
            LinearScale(covering: $0, start: .belowData(free: hasFailures ? 0.14 : 0.04))
        }
        let coldAxis = coldValues.isEmpty ? nil : ValueAxis(coldValues, of: chart.quantity) { LinearScale(covering: $0, start: .zero) }
        cold = coldAxis.map { HistoryPanel(axis: $0, title: chart.coldTitle, top: Self.titleHeight, height: Self.coldHeight) }
        let mainTop = cold.map { $0.top + $0.height + Self.panelGap } ?? Self.titleHeight
        main = HistoryPanel(axis: mainAxis, title: chart.title, top: mainTop, height: Self.mainHeight)
    }

    var height: Double { main.top + main.height }

    var margins: BoxMargins {
        BoxMargins(labels: max(main.axis.widestLabel, cold?.axis.widestLabel ?? 0, TextWidth.of(main.axis.format.unit.symbol)), bottom: 44)
    }

    var failures: Int {
        series.reduce(0) { $0 + $1.points.count { $0.kind == .failed } }
    }

    var captionSentences: [String] {
        var sentences: [String] = []
        if order.count > 1 {
            let rules = stretches.count > 1 ? "; a vertical rule where the \(areMonths ? "month" : "day") changes" : ""
            sentences.append("\(chart.words.things.capitalizedFirst) in order, not to scale in time\(rules).")
        }
        sentences += chart.text.caption
        if let sentence = main.axis.captionSentence(axis: "vertical") { sentences.append(sentence) }
        if let thinnedFrom {
            let count = NumberFormat(Double(thinnedFrom), of: .count, in: .sentence).text(Double(thinnedFrom))
            let drawn = series.map { max($0.points.count, $0.cold.count) }.max() ?? 0
            sentences.append("Of up to \(count) \(chart.words.things) a series at most \(drawn) are drawn, the extremes among them.")
        }
        return sentences
    }

    /// The mark of a point, at its place in its panel.
    func mark(_ point: HistoryPoint, of number: Int, in panel: HistoryPanel, style: MarkStyle) -> ChartMark {
        let name = series.count > 1 ? series[number].name + ", " : ""
        let said = point.kind == .failed ? "failed" : panel.axis.format.text(point.value)
        return ChartMark(
            x: order.fraction(of: point.position),
            y: point.kind == .failed ? panel.height - 10 : panel.y(of: point.value ?? panel.axis.scale.lower),
            style: style, label: point.label, title: "\(name)\(point.label), \(said)", href: point.href)
    }
}

extension String {
    var capitalizedFirst: String { prefix(1).uppercased() + dropFirst() }
}
