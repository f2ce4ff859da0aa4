/// Receives a document in reading order.
protocol MarkdownVisitor {
    mutating func enter(_ element: MarkdownElement, line: Int)
    mutating func exit(_ element: MarkdownElement)
    mutating func visit(_ leaf: MarkdownLeaf)
}

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

enum TableRowPlace {
    case header, firstBodyRow, laterBodyRow
}

/// Where a link or an image leads.
struct MarkdownLink {
    var destination: CText
    var title: CText
}

/// What encloses nothing.
enum MarkdownLeaf {
    case text(CText)
    case code(CText)
    case rawInline(CText)
    case softBreak
    case hardBreak
    case thematicBreak
    case codeBlock(info: CText, literal: CText, line: Int)
    case rawBlock(CText)
}
