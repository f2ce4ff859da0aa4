extension InlineScanner {
    /// Writes the text with its edits.
    ///
    /// - Parameters:
    ///   - protectsStart: whether the text begins a block, where a mark alone on its line would begin an HTML block.
    ///   - forcesInertStart: whether the text would be read as a definition without something before it.
    ///   - writeBreak: writes what stands between two lines in the source, given the number of the line break.
    mutating func write(
        to result: inout LoweredSource, protectsStart: Bool, forcesInertStart: Bool, writeBreak: (Int, inout [UInt8]) -> Void
    ) {
        edits.sort { ($0.range.lowerBound, $0.range.upperBound) < ($1.range.lowerBound, $1.range.upperBound) }
        if forcesInertStart || (protectsStart && startsWithMark) { result.bytes += result.marks.inert }
        var breaks = 0
        var place = 0
        func copy(upTo end: Int, _ bytes: inout [UInt8]) {
            while let lineEnd = text[place..<end].firstIndex(of: UInt8(ascii: "\n")) {
                bytes += text[place..<lineEnd]
                writeBreak(breaks, &bytes)
                breaks += 1
                place = lineEnd + 1
            }
            bytes += text[place..<end]
            place = end
        }
        for edit in edits where edit.range.lowerBound >= place {
            copy(upTo: edit.range.lowerBound, &result.bytes)
            result.append(edit.replacement, of: text)
            place = edit.range.upperBound
        }
        copy(upTo: text.count, &result.bytes)
    }

    private var startsWithMark: Bool {
        guard let first = edits.first, first.range.lowerBound == 0 else { return false }
        switch first.replacement {
        case .escape, .entity: return false
        default: return true
        }
    }
}

extension LoweredSource {
    fileprivate mutating func append(_ replacement: InlineEdit.Replacement, of text: [UInt8]) {
        switch replacement {
        case .inert:
            bytes += marks.inert
        case .escape:
            bytes.append(UInt8(ascii: "\\"))
        case .entity(let value):
            bytes += "&#\(value <= 0x10FFFF ? value : 0);".utf8
        case .begin(let style):
            appendMark([style.beginLetter])
        case .end(let style):
            appendMark([style.endLetter])
        case .autolink(let link):
            appendMark(Array("a\(autolinks.count)".utf8))
            autolinks.append(link)
        case .label(let label, let hasBrackets):
            if !hasBrackets { bytes.append(UInt8(ascii: "[")) }
            bytes += text[label].map { $0 == UInt8(ascii: "\n") ? UInt8(ascii: " ") : $0 }
            if !hasBrackets { bytes.append(UInt8(ascii: "]")) }
        }
    }

    private mutating func appendMark(_ name: [UInt8]) {
        bytes += marks.prefix
        bytes += name
        bytes.append(UInt8(ascii: ">"))
    }
}
