/// One line of a history chart, and the cold values that belong to it.
public struct HistorySeries: Sendable, Hashable {
    /// The word in the key.
    public var name: String
    /// In the order of their positions.
    public var points: [HistoryPoint]
    /// Points of the cold panel, in the order of their positions; several may share one.
    public var cold: [HistoryPoint]

    /// Which of the eight colours and shapes the series has, from 0, so that it keeps them through all charts of a page; `nil` for its place in
    /// this chart.
    public var style: Int?

    public init(name: String, points: [HistoryPoint], cold: [HistoryPoint] = [], style: Int? = nil) {
        self.style = style.map { max($0, 0) }
        self.name = name
        self.points = points
        self.cold = cold
    }
}
