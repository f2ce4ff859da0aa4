import Bytes

/// Writes the HTML that libcmark and cmark-gfm write in safe mode, byte for byte.
struct PlainRenderer: MarkdownVisitor {
    var output: ByteBuffer
    private let start: Int
    /// How many images enclose this place: inside one, everything is its alternative text.
    private var imageDepth = 0

    init(appendingTo output: consuming ByteBuffer) {
        start = output.count
        self.output = output
    }

    /// Begins a new line unless one has just begun.
    private mutating func beginLine() {
        if output.count > start, output.bytes.last != UInt8(ascii: "\n") { output.append(byte: UInt8(ascii: "\n")) }
    }

    mutating func enter(_ element: MarkdownElement, line: Int) {
        if imageDepth > 0 {
            if case .image = element { imageDepth += 1 }
            return
        }
        switch element {
        case .document: break
        case .blockQuote:
            beginLine()
            output.append("<blockquote>\n")
        case .list(let start):
            beginLine()
            enterList(start: start)
        case .item(let task):
            beginLine()
            output.append("<li>")
            if let task { output.append(task ? #"<input type="checkbox" checked="" disabled="" /> "# : #"<input type="checkbox" disabled="" /> "#) }
        case .heading(let level):
            beginLine()
            output.append("<h")
            output.append(level)
            output.append(">")
        case .paragraph(let isTight):
            if isTight { return }
            beginLine()
            output.append("<p>")
        case .table:
            beginLine()
            output.append("<table>\n")
        case .tableRow(let place):
            switch place {
            case .header: output.append("<thead>\n<tr>\n")
            case .firstBodyRow: output.append("<tbody>\n<tr>\n")
            case .laterBodyRow: output.append("<tr>\n")
            }
        case .tableCell(let place, let alignment):
            enterCell(place, alignment)
        case .style(.emphasis): output.append("<em>")
        case .style(.strong): output.append("<strong>")
        case .style(.strikethrough): output.append("<del>")
        case .link(let link): enterLink(link)
        case .image(let image):
            imageDepth = 1
            output.append(#"<img src=""#)
            if !image.destination.isUnsafeDestination { output.append(destination: image.destination) }
            output.append(#"" alt=""#)
        }
    }

    mutating func exit(_ element: MarkdownElement) {
        if imageDepth > 0 {
            if case .image(let image) = element { exitImage(image) }
            return
        }
        switch element {
        case .document, .image: break
        case .blockQuote:
            beginLine()
            output.append("</blockquote>\n")
        case .list(let start): output.append(start == nil ? "</ul>\n" : "</ol>\n")
        case .item: output.append("</li>\n")
        case .heading(let level):
            output.append("</h")
            output.append(level)
            output.append(">\n")
        case .paragraph(let isTight):
            if !isTight { output.append("</p>\n") }
        case .table(let hasBody): output.append(hasBody ? "</tbody>\n</table>\n" : "</table>\n")
        case .tableRow(.header): output.append("</tr>\n</thead>\n")
        case .tableRow: output.append("</tr>\n")
        case .tableCell(.header, _): output.append("</th>\n")
        case .tableCell: output.append("</td>\n")
        case .style(.emphasis): output.append("</em>")
        case .style(.strong): output.append("</strong>")
        case .style(.strikethrough): output.append("</del>")
        case .link: output.append("</a>")
        }
    }

    mutating func visit(_ leaf: MarkdownLeaf) {
        if imageDepth > 0 { return visitInImage(leaf) }
        switch leaf {
        case .text(let text): output.append(escaped: text)
        case .code(let code):
            output.append("<code>")
            output.append(escaped: code)
            output.append("</code>")
        case .rawInline: output.append("<!-- raw HTML omitted -->")
        case .softBreak: output.append(byte: UInt8(ascii: "\n"))
        case .hardBreak: output.append("<br />\n")
        case .thematicBreak:
            beginLine()
            output.append("<hr />\n")
        case .codeBlock(let info, let literal, _): addCodeBlock(info: info, literal: literal)
        case .rawBlock:
            beginLine()
            output.append("<!-- raw HTML omitted -->\n")
        }
    }

    private mutating func visitInImage(_ leaf: MarkdownLeaf) {
        switch leaf {
        case .text(let text), .code(let text), .rawInline(let text): output.append(escaped: text)
        case .softBreak, .hardBreak: output.append(byte: UInt8(ascii: " "))
        case .thematicBreak, .codeBlock, .rawBlock: break
        }
    }

    private mutating func enterList(start: Int?) {
        switch start {
        case nil: output.append("<ul>\n")
        case 1: output.append("<ol>\n")
        case let start?:
            output.append(#"<ol start=""#)
            output.append(start)
            output.append("\">\n")
        }
    }

    private mutating func enterCell(_ place: TableRowPlace, _ alignment: TableAlignment) {
        output.append(place == .header ? "<th" : "<td")
        switch alignment {
        case .none: output.append(">")
        case .left: output.append(#" align="left">"#)
        case .center: output.append(#" align="center">"#)
        case .right: output.append(#" align="right">"#)
        }
    }

    private mutating func enterLink(_ link: MarkdownLink) {
        output.append(#"<a href=""#)
        if !link.destination.isUnsafeDestination { output.append(destination: link.destination) }
        if !link.title.isEmpty {
            output.append(#"" title=""#)
            output.append(escaped: link.title)
        }
        output.append("\">")
    }

    private mutating func exitImage(_ image: MarkdownLink) {
        imageDepth -= 1
        guard imageDepth == 0 else { return }
        if !image.title.isEmpty {
            output.append(#"" title=""#)
            output.append(escaped: image.title)
        }
        output.append(#"" />"#)
    }

    private mutating func addCodeBlock(info: CText, literal: CText) {
        beginLine()
        let language = info.prefix { !$0.isSpace }
        if info.isEmpty {
            output.append("<pre><code>")
        } else {
            output.append(#"<pre><code class="language-"#)
            output.append(escaped: language)
            output.append("\">")
        }
        output.append(escaped: literal)
        output.append("</code></pre>\n")
    }
}
