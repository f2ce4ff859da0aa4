/// A heading of a rendered document.
public struct MarkdownHeading: Sendable, Hashable {
    /// The level it was written with, from 1 to 6.
    public var level: Int
    /// Its name in the page, the caller's prefix included.
    public var id: String
    public var text: String
    /// Its line in the whole file, from 1.
    public var line: Int

    public init(level: Int, id: String, text: String, line: Int) {
        self.level = level
        self.id = id
        self.text = text
        self.line = line
    }
}
