/// A place between two positions from which on the values are others: a dashed rule with a number over it.
public struct HistoryChange: Sendable, Hashable {
    /// The first position after the change.
    public var position: Int
    /// The number in the ring, as in the table of the changes.
    public var number: Int
    /// What changed: "Change 1, 15 Nov 19:43: tokio runtime". It is the name of the link.
    public var label: String
    /// Where the number leads, such as the row of the table on the same page.
    public var href: String?

    public init(before position: Int, number: Int, label: String, href: String? = nil) {
        self.position = position
        self.number = number
        self.label = label
        self.href = href
    }
}
