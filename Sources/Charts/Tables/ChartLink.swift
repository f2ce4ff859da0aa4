/// A file that holds what a chart was drawn from.
public struct ChartLink: Sendable, Hashable {
    /// The word of the link: "CSV".
    public var name: String
    public var href: String

    public init(_ name: String, href: String) {
        self.name = name
        self.href = href
    }
}
