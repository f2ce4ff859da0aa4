/// One line of a history chart, and the cold values that belong to it.
public struct HistorySeries: Sendable, Hashable {
    /// The word in the key.
    public var name: String
    /// In the order of their positions.
    public var points: [HistoryPoint]
    /// Points of the cold panel, in the order of their positions; several may share one.
    public var cold: [HistoryPoint]

    public init(name: String, points: [HistoryPoint], cold: [HistoryPoint] = []) {
        self.name = name
        self.points = points
        self.cold = cold
    }
}
