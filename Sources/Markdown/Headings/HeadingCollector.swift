/// Reads a document once for its headings, so that a link can lead to one that comes later.
struct HeadingCollector: MarkdownVisitor {
    private(set) var slugs = HeadingSlugs()
    /// The name and the text of each heading, in reading order.
    private(set) var headings: [(slug: String, text: String)] = []
    private var text: [UInt8]?

    mutating func enter(_ element: MarkdownElement, line: Int) {
        if case .heading = element { text = [] }
    }

    mutating func exit(_ element: MarkdownElement) {
        guard case .heading = element, let bytes = text else { return }
        let string = String(decoding: bytes, as: UTF8.self)
        headings.append((slugs.slug(for: string), string))
        text = nil
    }

    mutating func visit(_ leaf: MarkdownLeaf) {
        guard text != nil else { return }
        switch leaf {
        case .text(let bytes), .code(let bytes): text?.append(contentsOf: bytes)
        case .softBreak, .hardBreak: text?.append(UInt8(ascii: " "))
        default: break
        }
    }
}
