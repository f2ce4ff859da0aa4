/// How a document becomes part of a page.
public struct PageRendering: Sendable {
    /// The file, as diagnostics name it.
    public var path: String
    /// The level of headings that stand under no other; those under them follow without a gap, and none goes beyond 6.
    public var topHeading: Int
    /// Put before every heading's name, so that it cannot be one of the page's own.
    public var idPrefix: String
    /// What the regions of tables are called for screen readers, before "at line 12", which tells them apart.
    public var tableName: String
    /// The BCP 47 tag of the language that the page around is in.
    public var language: String
    /// Leaves out what comes after the block in which the text reaches this many words.
    public var wordLimit: Int?
    /// Finds the file that a relative link or image names.
    public var resolve: @Sendable (LinkTarget) -> LinkResolution
    /// Draws a fenced block by what it holds, or returns `nil` to show it as code.
    public var drawFence: @Sendable (FencedBlock) -> FencedDrawing?

    public init(
        path: String,
        topHeading: Int = 1,
        idPrefix: String = "",
        tableName: String = "Table",
        language: String = "en",
        wordLimit: Int? = nil,
        resolve: @escaping @Sendable (LinkTarget) -> LinkResolution = { _ in .unresolved },
        drawFence: @escaping @Sendable (FencedBlock) -> FencedDrawing? = { _ in nil }
    ) {
        self.path = path
        self.topHeading = topHeading
        self.idPrefix = idPrefix
        self.tableName = tableName
        self.language = language
        self.wordLimit = wordLimit
        self.resolve = resolve
        self.drawFence = drawFence
    }
}
