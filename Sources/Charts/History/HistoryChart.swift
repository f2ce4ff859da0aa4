/// One metric over runs of anything in their order: a panel of joined marks, and above it, on the same order, a panel of cold values.
///
/// Across is the order, evenly spaced, with a rule and a label where the day changes; down is the value. Cold values never share a scale with
/// the others and are never joined.
public struct HistoryChart: Chart {
    public var text: ChartText
    /// The words of the chart's key.
    public var words: HistoryWords
    public var quantity: Quantity
    /// The title of the main panel.
    public var title: PanelTitle
    /// The title of the panel of cold values.
    public var coldTitle: PanelTitle
    /// The day of each position; its count is the number of positions across.
    public var days: [CalendarDay?]
    /// At most eight; others are not drawn.
    public var series: [HistorySeries]
    /// What was expected of the one series; a chart of several has no band.
    public var band: HistoryBand?
    public var changes: [HistoryChange]
    /// Positions from which on the subject is another in something that is no break, such as its version: a tick on the axis each.
    public var notches: [Int] = []
    /// How values lie along the vertical axes.
    public var axisKind: ValueAxisKind

    public init(
        text: ChartText, words: HistoryWords = HistoryWords(), quantity: Quantity, title: PanelTitle,
        coldTitle: PanelTitle = PanelTitle("Cold calls"), days: [CalendarDay?], series: [HistorySeries],
        band: HistoryBand? = nil, changes: [HistoryChange] = [], axis: ValueAxisKind = .linear
    ) {
        self.text = text
        self.words = words
        self.quantity = quantity
        self.title = title
        self.coldTitle = coldTitle
        self.days = days
        self.series = Array(series.prefix(MarkStyle.seriesLimit))
        self.band = band
        self.changes = changes
        axisKind = axis
    }

    /// Which of the eight colours and shapes a series has, from 0: the first if it is alone, else its own, else its place.
    func styleNumber(of index: Int) -> Int {
        series.count == 1 ? 0 : (series[index].style ?? index) % MarkStyle.seriesLimit
    }

    /// The series without the values that have no place on the axis.
    var drawnSeries: [HistorySeries] {
        func drawn(_ points: [HistoryPoint]) -> [HistoryPoint] {
            points.map { point in
                var point = point
                point.value = point.value.flatMap { axisKind.holds($0) ? $0 : nil }
                return point
            }
        }
        return series.map { HistorySeries(name: $0.name, points: drawn($0.points), cold: drawn($0.cold), style: $0.style) }
    }

    public var isEmpty: Bool {
        drawnSeries.allSatisfy { $0.points.allSatisfy { !$0.isDrawn } && $0.cold.allSatisfy { !$0.isDrawn } }
    }

    public var captionSentences: [String] {
        HistoryDrawing(self).captionSentences
    }
}
