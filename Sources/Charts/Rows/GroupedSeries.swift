/// A series of a grouped chart: its word in the key, and its colour and shape.
public struct GroupedSeries: Sendable, Hashable {
    public var name: String
    /// Which of the eight colours and shapes the series has, from 0; `nil` for its place.
    public var style: Int?

    public init(_ name: String, style: Int? = nil) {
        self.name = name
        self.style = style.map { max($0, 0) }
    }
}
