import CCmark

/// Walks libcmark's tree without recursion, and turns the marks of the lowered source back into what they stand for.
struct DocumentWalker<Visitor: MarkdownVisitor> {
    let lowered: LoweredSource
    let firstLine: Int
    let findsEmail: Bool
    var visitor: Visitor
    var tables = TablePlace()
    private var linkDepth = 0

    init(_ lowered: LoweredSource, firstLine: Int, findsEmail: Bool, visitor: Visitor) {
        self.lowered = lowered
        self.firstLine = firstLine
        self.findsEmail = findsEmail
        self.visitor = visitor
    }

    mutating func walk(_ root: OpaquePointer) {
        guard let iterator = cmark_iter_new(root) else { return }
        defer { cmark_iter_free(iterator) }
        while true {
            let event = cmark_iter_next(iterator)
            if event == CMARK_EVENT_DONE { return }
            guard let node = cmark_iter_get_node(iterator) else { return }
            visit(node, isEntering: event == CMARK_EVENT_ENTER)
        }
    }

    private mutating func visit(_ node: OpaquePointer, isEntering: Bool) {
        switch cmark_node_get_type(node) {
        case CMARK_NODE_TEXT: visitText(CText(cString: cmark_node_get_literal(node)), node)
        case CMARK_NODE_SOFTBREAK: visitor.visit(.softBreak)
        case CMARK_NODE_LINEBREAK: visitor.visit(.hardBreak)
        case CMARK_NODE_CODE: visitor.visit(.code(CText(cString: cmark_node_get_literal(node))))
        case CMARK_NODE_HTML_INLINE: visitTag(CText(cString: cmark_node_get_literal(node)), node)
        case CMARK_NODE_THEMATIC_BREAK: visitor.visit(.thematicBreak)
        case CMARK_NODE_HTML_BLOCK:
            let literal = CText(cString: cmark_node_get_literal(node))
            if literal.drop(while: \.isSpaceOrTab).starts(with: lowered.marks.comment) { return }
            visitor.visit(.rawBlock(literal))
        case CMARK_NODE_CODE_BLOCK:
            let info = CText(cString: cmark_node_get_fence_info(node))
            let literal = CText(cString: cmark_node_get_literal(node))
            visitor.visit(.codeBlock(info: info, literal: literal, line: line(of: node)))
        case CMARK_NODE_HEADING where isCell(node, isEntering: isEntering):
            break
        default:
            guard let element = element(of: node) else { return }
            if case .link = element { linkDepth += isEntering ? 1 : -1 }
            if isEntering { visitor.enter(element, line: line(of: node)) } else { visitor.exit(element) }
        }
    }

    private func element(of node: OpaquePointer) -> MarkdownElement? {
        switch cmark_node_get_type(node) {
        case CMARK_NODE_DOCUMENT: .document
        case CMARK_NODE_BLOCK_QUOTE: .blockQuote
        case CMARK_NODE_LIST:
            .list(start: cmark_node_get_list_type(node) == CMARK_BULLET_LIST ? nil : Int(cmark_node_get_list_start(node)))
        case CMARK_NODE_ITEM: .item(task: lowered.taskItems[Int(cmark_node_get_start_line(node))])
        case CMARK_NODE_HEADING: .heading(level: Int(cmark_node_get_heading_level(node)))
        case CMARK_NODE_PARAGRAPH: .paragraph(isTight: isTight(node))
        case CMARK_NODE_EMPH: .style(.emphasis)
        case CMARK_NODE_STRONG: .style(.strong)
        case CMARK_NODE_LINK: .link(link(of: node))
        case CMARK_NODE_IMAGE: .image(link(of: node))
        default: nil
        }
    }

    private func isTight(_ paragraph: OpaquePointer) -> Bool {
        guard let parent = cmark_node_parent(paragraph), let grandparent = cmark_node_parent(parent),
            cmark_node_get_type(grandparent) == CMARK_NODE_LIST
        else { return false }
        return cmark_node_get_list_tight(grandparent) != 0
    }

    private func link(of node: OpaquePointer) -> MarkdownLink {
        MarkdownLink(destination: CText(cString: cmark_node_get_url(node)), title: CText(cString: cmark_node_get_title(node)))
    }

    /// The line in the whole file.
    func line(of node: OpaquePointer) -> Int {
        lowered.lines.sourceLine(of: Int(cmark_node_get_start_line(node))) + firstLine - 1
    }

    private mutating func visitTag(_ tag: CText, _ node: OpaquePointer) {
        switch lowered.marks.mark(in: tag) {
        case nil: visitor.visit(.rawInline(tag))
        case .inert: break
        case .begin(let style): visitor.enter(.style(style), line: line(of: node))
        case .end(let style): visitor.exit(.style(style))
        case .autolink(let index):
            guard lowered.autolinks.indices.contains(index) else { return }
            visitAutolink(lowered.autolinks[index], line: line(of: node))
        }
    }

    private mutating func visitAutolink(_ link: Autolink, line: Int) {
        link.destination.withUnsafeBufferPointer { destination in
            let element = MarkdownElement.link(MarkdownLink(destination: destination, title: CText(start: nil, count: 0)))
            visitor.enter(element, line: line)
            link.text.withUnsafeBufferPointer { visitor.visit(.text($0)) }
            visitor.exit(element)
        }
    }

    private mutating func visitText(_ text: CText, _ node: OpaquePointer) {
        guard findsEmail, linkDepth == 0, text.contains(UInt8(ascii: "@")) else { return visitor.visit(.text(text)) }
        let line = line(of: node)
        var addresses = EmailAutolinks(in: text)
        var shown = 0
        while let address = addresses.next() {
            let before = text[shown..<address.range.lowerBound]
            if !before.isEmpty { visitor.visit(.text(CText(rebasing: before))) }
            let shownAddress = Array(text[address.range])
            let destination = address.needsMailto ? Array("mailto:".utf8) + shownAddress : shownAddress
            visitAutolink(Autolink(destination: destination, text: shownAddress), line: line)
            shown = address.range.upperBound
        }
        if shown < text.count { visitor.visit(.text(CText(rebasing: text[shown...]))) }
    }
}
