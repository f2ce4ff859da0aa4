/// Reads the tags of a template.
struct TemplateParser {
    /// The names that were met so far.
    private(set) var names: [TemplateName] = []
    private let source: [UInt8]
    private var position = 0
    private var opening = Array("{{".utf8)
    private var closing = Array("}}".utf8)
    /// The sections that are open, the innermost last; the first stands for the template itself.
    private var open = [OpenSection(name: "", isInverted: false, offset: 0)]

    private struct OpenSection {
        let name: String
        let isInverted: Bool
        let offset: Int
        var nodes: [TemplateNode] = []
    }

    /// A tag as it stands in the source.
    private struct Tag {
        /// What kind of tag it is; 0 for a plain variable.
        var sign: UInt8
        /// Its words, without sign and white space.
        var content: Range<Int>
        var range: Range<Int>
    }

    init(_ source: [UInt8]) { self.source = source }

    mutating func parse() throws(TemplateError) -> [TemplateNode] {
        while let start = find(opening, from: position) {
            let tag = try tag(at: start)
            // A line with nothing but a tag that writes nothing is no line of the result.
            let line = isWritten(tag) ? nil : line(around: tag)
            append(text: position..<(line?.lowerBound ?? tag.range.lowerBound))
            position = line?.upperBound ?? tag.range.upperBound
            try take(tag, indentation: line.map { Array(source[$0.lowerBound..<tag.range.lowerBound]) } ?? [])
        }
        append(text: position..<source.count)
        let last = open.removeLast()
        guard open.isEmpty else {
            throw TemplateError(message: "the section '\(last.name)' is not closed before the end of the template", offset: last.offset)
        }
        return last.nodes
    }

    private mutating func take(_ tag: Tag, indentation: [UInt8]) throws(TemplateError) {
        let name = String(decoding: source[tag.content], as: UTF8.self)
        switch tag.sign {
        case UInt8(ascii: "!"): return
        case UInt8(ascii: "="): return try setDelimiters(tag)
        default:
            guard !name.isEmpty else { throw TemplateError(message: "the tag has no name", offset: tag.range.lowerBound) }
        }
        switch tag.sign {
        case UInt8(ascii: "#"), UInt8(ascii: "^"):
            names.append(TemplateName(name: name, offset: tag.content.lowerBound))
            open.append(OpenSection(name: name, isInverted: tag.sign == UInt8(ascii: "^"), offset: tag.range.lowerBound))
        case UInt8(ascii: "/"): try close(name, at: tag.range.lowerBound)
        case UInt8(ascii: ">"): append(.partial(name, indentation: indentation))
        case UInt8(ascii: "<"), UInt8(ascii: "$"), UInt8(ascii: "%"):
            throw TemplateError(message: "templates have no tags that begin with '\(Unicode.Scalar(tag.sign))'", offset: tag.range.lowerBound)
        default:
            names.append(TemplateName(name: name, offset: tag.content.lowerBound))
            append(.variable(name, isEscaped: tag.sign == 0))
        }
    }

    private mutating func close(_ name: String, at offset: Int) throws(TemplateError) {
        guard open.count > 1 else { throw TemplateError(message: "no section '\(name)' is open here", offset: offset) }
        let section = open.removeLast()
        guard section.name == name else {
            throw TemplateError(message: "this tag closes '\(name)', but the section that is open is '\(section.name)'", offset: offset)
        }
        append(.section(name, isInverted: section.isInverted, section.nodes))
    }

    private mutating func setDelimiters(_ tag: Tag) throws(TemplateError) {
        let words = source[tag.content].split(whereSeparator: Self.isSpace)
        guard words.count == 2, !words.joined().contains(UInt8(ascii: "=")) else {
            throw TemplateError(message: "the delimiters are not set in the form '{{=<% %>=}}'", offset: tag.range.lowerBound)
        }
        (opening, closing) = (Array(words[0]), Array(words[1]))
    }

    private mutating func append(_ node: TemplateNode) { open[open.count - 1].nodes.append(node) }

    private mutating func append(text range: Range<Int>) {
        if !range.isEmpty { append(.text(Array(source[range]))) }
    }
}

/// Where tags and lines begin and end.
extension TemplateParser {
    private func tag(at start: Int) throws(TemplateError) -> Tag {
        var content = start + opening.count
        var sign: UInt8 = 0
        if content < source.count, "#^/>!&{=<$%".utf8.contains(source[content]) {
            sign = source[content]
            content += 1
        }
        var ending = closing
        if sign == UInt8(ascii: "{") { ending.insert(UInt8(ascii: "}"), at: 0) }
        if sign == UInt8(ascii: "=") { ending.insert(sign, at: 0) }
        guard let end = find(ending, from: content) else {
            let missing = String(decoding: ending, as: UTF8.self)
            throw TemplateError(message: "the tag is not closed; write '\(missing)' after its name", offset: start)
        }
        return Tag(sign: sign, content: trimmed(content..<end), range: start..<(end + ending.count))
    }

    private func find(_ bytes: [UInt8], from start: Int) -> Int? {
        guard start + bytes.count <= source.count else { return nil }
        return (start...(source.count - bytes.count)).first { source[$0..<($0 + bytes.count)].elementsEqual(bytes) }
    }

    private func trimmed(_ range: Range<Int>) -> Range<Int> {
        let start = source[range].firstIndex { !Self.isSpace($0) } ?? range.upperBound
        let last = source[start..<range.upperBound].lastIndex { !Self.isSpace($0) }
        return start..<(last.map { $0 + 1 } ?? start)
    }

    private func isWritten(_ tag: Tag) -> Bool { [0, UInt8(ascii: "&"), UInt8(ascii: "{")].contains(tag.sign) }

    /// The whole line of a tag that stands alone on it, with the line's end; `nil` where something else is on the line.
    private func line(around tag: Tag) -> Range<Int>? {
        var start = tag.range.lowerBound
        while start > 0, Self.isBlank(source[start - 1]) { start -= 1 }
        guard start == 0 || source[start - 1] == UInt8(ascii: "\n") else { return nil }
        var end = tag.range.upperBound
        while end < source.count, Self.isBlank(source[end]) { end += 1 }
        if end == source.count { return start..<end }
        if source[end] == UInt8(ascii: "\r"), end + 1 < source.count { end += 1 }
        return source[end] == UInt8(ascii: "\n") ? start..<(end + 1) : nil
    }

    private static func isBlank(_ byte: UInt8) -> Bool { byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t") }

    private static func isSpace(_ byte: UInt8) -> Bool { isBlank(byte) || byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r") }
}
