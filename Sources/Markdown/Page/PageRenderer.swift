import Bytes
import Diagnostics

/// Writes a document as a part of a page: nothing in it runs, hides, or leads where it should not.
struct PageRenderer: MarkdownVisitor {
    let options: PageRendering
    let extent: HeadingCollector
    var output: ByteBuffer
    var report = RenderingReport()
    var places: SourcePlaces
    /// The text of the paragraph, heading or cell that is open, whose language is known only at its end.
    var text = ByteBuffer()
    var language = TextLanguage()
    var words = WordCounter()
    /// What each open link will be closed with.
    var openLinks: [LinkClosing] = []
    /// The image whose alternative text is being read, and how deep images nest in it.
    var image: ImageReading?
    let pageScript: Script
    private var headingLevels: HeadingLevels
    private var headingLine = 0
    private var nextHeading = 0
    /// How many elements are open that the word limit has left out.
    private var leftOutDepth = 0
    private var hasReachedLimit = false

    init(_ options: PageRendering, extent: HeadingCollector, places: SourcePlaces, appendingTo output: consuming ByteBuffer) {
        self.options = options
        self.extent = extent
        self.places = places
        self.output = output
        pageScript = Script(ofLanguage: options.language)
        headingLevels = HeadingLevels(top: options.topHeading)
    }

    mutating func enter(_ element: MarkdownElement, line: Int) {
        if hasReachedLimit {
            if case .paragraph = element { report.isTruncated = true }
            leftOutDepth += 1
            return
        }
        switch element {
        case .document: break
        case .blockQuote: output.append("<blockquote>\n")
        case .list(let start): enterList(start: start)
        case .item(let task): enterItem(task: task)
        case .heading:
            headingLine = line
            beginText()
        case .paragraph, .tableCell: beginText()
        case .table: beginTable(line: line)
        case .tableRow(.header): output.append("<thead>\n<tr>")
        case .tableRow(.firstBodyRow): output.append("<tbody>\n<tr>")
        case .tableRow(.laterBodyRow): output.append("<tr>")
        case .style(let style): if image == nil { text.append(style.pageBeginTag) }
        case .link(let link): enterLink(link, line: line)
        case .image(let link): enterImage(link, line: line)
        }
    }

    mutating func exit(_ element: MarkdownElement) {
        if leftOutDepth > 0 {
            leftOutDepth -= 1
            endWordsOfLeftOut(element)
            return
        }
        switch element {
        case .document: break
        case .blockQuote: output.append("</blockquote>\n")
        case .list(let start): output.append(start == nil ? "</ul>\n" : "</ol>\n")
        case .item: output.append("</li>\n")
        case .heading(let level): endHeading(level: level)
        case .paragraph(let isTight): endParagraph(isTight: isTight)
        case .tableCell(let place, let alignment): endCell(place, alignment)
        case .tableRow(.header): output.append("</tr>\n</thead>\n")
        case .tableRow:
            output.append("</tr>\n")
            endBlock()
        case .table(let hasBody): output.append(hasBody ? "</tbody>\n</table></div>\n" : "</table></div>\n")
        case .style(let style): if image == nil { text.append(style.pageEndTag) }
        case .link: exitLink()
        case .image: exitImage()
        }
    }

    mutating func visit(_ leaf: MarkdownLeaf) {
        count(leaf)
        if hasReachedLimit {
            report.isTruncated = true
            return
        }
        switch leaf {
        case .text(let bytes): append(text: bytes)
        case .code(let bytes):
            if image == nil { text.append("<code>") }
            append(text: bytes)
            if image == nil { text.append("</code>") }
        case .rawInline(let tag): append(text: tag)
        case .softBreak: appendBreak("\n")
        case .hardBreak: appendBreak("<br>\n")
        case .thematicBreak: output.append("<hr>\n")
        case .codeBlock(let info, let literal, let line):
            addCode(info: info, literal: literal, line: line)
            endBlock()
        case .rawBlock(let literal):
            output.append("<pre class=\"raw-html\"><code>")
            output.append(visible: literal)
            output.append("</code></pre>\n")
            endBlock()
        }
    }

    private mutating func append(text bytes: CText) {
        if image != nil {
            image?.alternative.append(contentsOf: bytes)
        } else {
            text.append(visible: bytes)
        }
        language.add(bytes)
    }

    private mutating func appendBreak(_ lineBreak: StaticString) {
        if image != nil { image?.alternative.append(UInt8(ascii: " ")) } else { text.append(lineBreak) }
    }

    private mutating func count(_ leaf: MarkdownLeaf) {
        switch leaf {
        case .text(let bytes), .code(let bytes): words.add(bytes)
        case .codeBlock(_, let literal, _):
            words.add(literal)
            words.endWord()
        case .softBreak, .hardBreak: words.endWord()
        case .rawInline, .rawBlock, .thematicBreak: break
        }
    }

    private mutating func beginText() {
        text.removeAll()
        language.removeAll()
    }

    /// A block's end is where the word limit may cut.
    private mutating func endBlock() {
        words.endWord()
        report.renderedWordCount = words.count
        if let limit = options.wordLimit, words.count >= limit { hasReachedLimit = true }
    }

    private mutating func endWordsOfLeftOut(_ element: MarkdownElement) {
        switch element {
        case .heading, .paragraph, .tableCell: words.endWord()
        default: break
        }
    }

    private mutating func beginTable(line: Int) {
        output.append("<div class=\"scroll\" role=\"region\"")
        output.append(attribute: "aria-label", "\(options.tableName) at line \(line)")
        output.append(" tabindex=\"0\"><table>\n")
    }

    private mutating func endHeading(level: Int) {
        guard nextHeading < extent.headings.count else { return }
        let heading = extent.headings[nextHeading]
        nextHeading += 1
        let id = options.idPrefix + heading.slug
        let shown = headingLevels.shown(for: level)
        output.append("<h")
        output.append(shown)
        output.append(attribute: "id", id)
        appendLanguage()
        output.append(">")
        output.append(text)
        output.append("</h")
        output.append(shown)
        output.append(">\n")
        report.outline.append(MarkdownHeading(level: level, id: id, text: heading.text, line: headingLine))
        words.endWord()
        report.renderedWordCount = words.count
    }

    private mutating func endParagraph(isTight: Bool) {
        if isTight {
            if let tag = foreignLanguage {
                output.append("<span")
                append(language: tag)
                output.append(">")
                output.append(text)
                output.append("</span>")
            } else {
                output.append(text)
            }
        } else {
            output.append("<p")
            appendLanguage()
            output.append(">")
            output.append(text)
            output.append("</p>\n")
        }
        endBlock()
    }

    private mutating func endCell(_ place: TableRowPlace, _ alignment: TableAlignment) {
        output.append(place == .header ? "<th scope=\"col\"" : "<td")
        switch alignment {
        case .none: break
        case .left: output.append(#" class="left""#)
        case .center: output.append(#" class="center""#)
        case .right: output.append(#" class="right""#)
        }
        appendLanguage()
        output.append(">")
        output.append(text)
        output.append(place == .header ? "</th>" : "</td>")
        words.endWord()
    }

    /// The language of the open block's text, if it is not in the page's script.
    private var foreignLanguage: String? {
        guard let script = language.script, script != pageScript, language.letters > 0 else { return nil }
        // Han characters are the page's own script where it is in Japanese.
        if pageScript == .kana, script == .han { return nil }
        return script.language
    }

    private mutating func appendLanguage() {
        if let tag = foreignLanguage { append(language: tag) }
    }

    private mutating func append(language tag: String) {
        output.append(attribute: "lang", tag)
        output.append(#" dir="auto""#)
    }
}

extension InlineStyle {
    fileprivate var pageBeginTag: StaticString {
        switch self {
        case .emphasis: "<em>"
        case .strong: "<strong>"
        case .strikethrough: "<del>"
        }
    }

    fileprivate var pageEndTag: StaticString {
        switch self {
        case .emphasis: "</em>"
        case .strong: "</strong>"
        case .strikethrough: "</del>"
        }
    }
}
