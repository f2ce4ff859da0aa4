/// HTML blocks: seven ways to begin one, numbered as in the CommonMark specification, and how each ends.
extension LineCursor {
    /// Which kind of HTML block begins here.
    func htmlStart(interruptsParagraph: Bool) -> Int? {
        guard self[firstNonspace] == UInt8(ascii: "<") else { return nil }
        let index = firstNonspace + 1
        switch self[index] {
        case UInt8(ascii: "?"):
            return 3
        case UInt8(ascii: "!"):
            if matches("--", at: index + 1) { return 2 }
            if matches("[CDATA[", at: index + 1) { return 5 }
            return self[index + 1] >= UInt8(ascii: "A") && self[index + 1] <= UInt8(ascii: "Z") ? 4 : nil
        default:
            break
        }
        if let name = tagName(at: index), Self.verbatimTags.contains(name) {
            let next = self[index + name.utf8.count]
            if next.isSpace || next == UInt8(ascii: ">") { return 1 }
        }
        if isBlockTag(at: self[index] == UInt8(ascii: "/") ? index + 1 : index) { return 6 }
        return !interruptsParagraph && isWholeTag(at: index) ? 7 : nil
    }

    /// Whether the line ends an HTML block of this kind.
    func endsHTML(condition: Int) -> Bool {
        switch condition {
        case 1: Self.verbatimTags.contains { contains("</\($0)>", ignoringCase: true) }
        case 2: contains("-->")
        case 3: contains("?>")
        case 4: contains(">")
        case 5: contains("]]>")
        default: false
        }
    }

    var beginsTextArea: Bool {
        self[firstNonspace] == UInt8(ascii: "<") && HTMLSyntax(bytes: source, end: end).isTextArea(at: firstNonspace + 1)
    }

    private func isBlockTag(at index: Int) -> Bool {
        guard let name = tagName(at: index), Self.blockTags.contains(name) else { return false }
        let after = index + name.utf8.count
        if self[after].isSpace || self[after] == UInt8(ascii: ">") { return true }
        return self[after] == UInt8(ascii: "/") && self[after + 1] == UInt8(ascii: ">")
    }

    private func isWholeTag(at index: Int) -> Bool {
        let syntax = HTMLSyntax(bytes: source, end: end)
        let tagEnd = self[index] == UInt8(ascii: "/") ? syntax.closingTagEnd(at: index + 1) : syntax.openingTagEnd(at: index)
        guard var after = tagEnd else { return false }
        while self[after].isSpaceOrTab || self[after] == 0x0C { after += 1 }
        return after >= end
    }

    private func tagName(at index: Int) -> String? {
        var nameEnd = index
        while self[nameEnd].isAlphanumeric, nameEnd - index <= Self.longestTagName { nameEnd += 1 }
        guard nameEnd > index, nameEnd - index <= Self.longestTagName else { return nil }
        return String(decoding: source[index..<nameEnd].map(\.lowercased), as: UTF8.self)
    }

    private func matches(_ text: StaticString, at index: Int) -> Bool {
        text.withUTF8Buffer { expected in
            expected.indices.allSatisfy { self[index + $0] == expected[$0] }
        }
    }

    private func contains(_ text: String, ignoringCase: Bool = false) -> Bool {
        let wanted = Array(text.utf8)
        guard let first = wanted.first, end - firstNonspace >= wanted.count else { return false }
        for index in firstNonspace...(end - wanted.count) where source[index] == first {
            let isMatch = wanted.indices.allSatisfy {
                (ignoringCase ? source[index + $0].lowercased : source[index + $0]) == wanted[$0]
            }
            if isMatch { return true }
        }
        return false
    }

    private static let verbatimTags: Set<String> = ["script", "pre", "style"]
    private static let longestTagName = 10

    /// Source: CommonMark specification 0.29, section 4.6, start condition 6.
    private static let blockTags: Set<String> = [
        "address", "article", "aside", "base", "basefont", "blockquote", "body", "caption", "center", "col", "colgroup", "dd",
        "details", "dialog", "dir", "div", "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form", "frame", "frameset",
        "h1", "h2", "h3", "h4", "h5", "h6", "head", "header", "hr", "html", "iframe", "legend", "li", "link", "main", "menu",
        "menuitem", "nav", "noframes", "ol", "optgroup", "option", "p", "param", "section", "source", "summary", "table", "tbody",
        "td", "tfoot", "th", "thead", "title", "tr", "track", "ul",
    ]
}
