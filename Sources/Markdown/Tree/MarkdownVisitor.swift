/// Receives a document in reading order.
protocol MarkdownVisitor {
    mutating func enter(_ element: MarkdownElement, line: Int)
    mutating func exit(_ element: MarkdownElement)
    mutating func visit(_ leaf: MarkdownLeaf)
}
