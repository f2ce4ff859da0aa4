import Diagnostics

/// What rendering a document came upon.
public struct RenderingReport: Sendable, Hashable {
    public var outline: [MarkdownHeading] = []
    public var diagnostics: [Diagnostic] = []
    /// The words of the whole document; each Han or kana character counts as one.
    public var wordCount = 0
    public var renderedWordCount = 0
    /// Whether a word limit left anything out.
    public var isTruncated = false
}
