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
    let band: HistoryBandShape?
    let rings: HistoryRings
    let margins: BoxMargins
    private let worseWord: String
    private let betterWord: String
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
        let series = chart.drawnSeries.map { series in
            HistorySeries(
                name: series.name, points: HistoryThinning.thinned(series.points, to: limit),
                cold: HistoryThinning.thinned(series.cold, to: limit), style: series.style)
        }
        self.series = series
        worseWord = chart.words.worse ?? Self.side(of: .worse, among: series, beside: chart.band) ?? "worse than expected"
        betterWord = chart.words.better ?? Self.side(of: .better, among: series, beside: chart.band) ?? "better than expected"
        thinnedFrom = chart.series.map { max($0.points.count, $0.cold.count) }.filter { $0 > limit }.max()

        let (mainAxis, coldAxis) = Self.axes(of: chart, series)
        let labels = [mainAxis.widestLabel, coldAxis?.widestLabel ?? 0, TextWidth.of(mainAxis.format.unit.symbol)].max() ?? 0
        margins = BoxMargins(labels: labels, bottom: 44)
        rings = HistoryRings(chart.changes, order: order, title: chart.title, margins: margins)
        cold = coldAxis.map { HistoryPanel(axis: $0, title: chart.coldTitle, top: Self.titleHeight, height: Self.coldHeight) }
        let mainTop = rings.extraHeight + (cold.map { $0.top + $0.height + Self.panelGap } ?? Self.titleHeight)
        let main = HistoryPanel(axis: mainAxis, title: chart.title, top: mainTop, height: Self.mainHeight, titleRise: rings.titleRise)
        self.main = main
        band = series.count == 1 ? chart.band.map { HistoryBandShape($0, in: main) } : nil
    }

    private static func axes(of chart: HistoryChart, _ series: [HistorySeries]) -> (main: ValueAxis, cold: ValueAxis?) {
        let hasFailures = series.contains { $0.points.contains { $0.kind == .failed } }
        let values = series.flatMap(\.points).filter { $0.kind != .failed }.compactMap(\.value)
        let band = series.count == 1 ? chart.band : nil
        let main = ValueAxis(values, alsoCovering: reach(of: band, around: values, on: chart.axisKind), of: chart.quantity) {
            chart.axisKind.scale(covering: $0, start: .belowData(free: hasFailures ? 0.14 : 0.04))
        }
        let coldValues = series.flatMap(\.cold).compactMap(\.value)
        let cold = ValueAxis(coldValues, of: chart.quantity) { chart.axisKind.scale(covering: $0, start: .zero) }
        return (main, coldValues.isEmpty ? nil : cold)
    }

    /// How much of a band the axis shows beyond the values: of a band that is much wider than they are, only the part near them.
    private static func reach(of band: HistoryBand?, around values: [Double], on kind: ValueAxisKind) -> [Double] {
        let limits = (band?.limits ?? []).flatMap { [$0.lower, $0.upper] }
        guard let lowest = values.min(), let highest = values.max() else { return limits }
        let spread = highest > lowest ? highest - lowest : abs(highest) * 0.2
        let farthest = kind == .linear ? lowest - spread : lowest / 2
        return limits.map { min(max($0, min(lowest, farthest)), highest + spread) }
    }

    var height: Double { main.top + main.height }

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
        if band?.isCut == true { sentences.append("The band reaches beyond the axis.") }
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
        let value = point.kind == .failed ? "failed" : panel.axis.format.text(point.value)
        let said = ([value] + [word(for: point.kind)].compactMap(\.self)).joined(separator: ", ")
        return ChartMark(
            x: order.fraction(of: point.position),
            y: point.kind == .failed ? panel.height - 10 : panel.y(of: point.value ?? panel.axis.scale.lower),
            style: style, label: point.label, title: "\(name)\(point.label), \(said)", href: point.href)
    }
}

extension HistoryDrawing {
    /// What a point outside the band is called.
    func word(for kind: HistoryPoint.Kind) -> String? {
        switch kind {
        case .worse: worseWord
        case .better: betterWord
        case .acknowledged: chart.words.acknowledged
        case .excluded: "excluded"
        case .normal, .thin, .failed: nil
        }
    }

    /// The side of the band on which the first point of a kind lies, because which side is worse depends on the metric.
    private static func side(of kind: HistoryPoint.Kind, among series: [HistorySeries], beside band: HistoryBand?) -> String? {
        guard let band else { return nil }
        for point in series.lazy.flatMap(\.points) where point.kind == kind {
            guard let value = point.value, let limits = band.limits(at: point.position) else { continue }
            return value > (limits.lower + limits.upper) / 2 ? "above the band" : "below the band"
        }
        return nil
    }
}

extension String {
    var capitalizedFirst: String { prefix(1).uppercased() + dropFirst() }
}
