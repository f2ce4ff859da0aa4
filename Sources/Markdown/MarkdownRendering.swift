/// What a document is rendered as.
public enum MarkdownRendering: Sendable {
    /// The HTML that libcmark and cmark-gfm write in safe mode.
    case plain
    case page(PageRendering)
}
