/// What a document may hold besides plain CommonMark.
public struct MarkdownExtensions: OptionSet, Sendable, Hashable {
    public let rawValue: Int

    public init(rawValue: Int) {
        self.rawValue = rawValue
    }

    /// Tables, struck text, task items and bare addresses, as GitHub Flavored Markdown has them.
    public static let gfm = MarkdownExtensions(rawValue: 1)
    /// CommonMark alone.
    public static let none: MarkdownExtensions = []
}
