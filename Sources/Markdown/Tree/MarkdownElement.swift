/// What encloses something else.
enum MarkdownElement {
    case document
    case blockQuote
    case list(start: Int?)
    /// `task`: whether a task item is done; `nil` for other items.
    case item(task: Bool?)
    case heading(level: Int)
    /// A tight paragraph is an item's text without a paragraph's distance.
    case paragraph(isTight: Bool)
    case table(hasBody: Bool)
    case tableRow(TableRowPlace)
    case tableCell(TableRowPlace, TableAlignment)
    case style(InlineStyle)
    case link(MarkdownLink)
    case image(MarkdownLink)
}
