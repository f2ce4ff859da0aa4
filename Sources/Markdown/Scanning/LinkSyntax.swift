/// The parts of a link behind its text: destination, title and label.
struct LinkSyntax {
    let bytes: [UInt8]
    let end: Int

    static let longestLabel = 1000
    private static let deepestParentheses = 32

    subscript(index: Int) -> UInt8 { index < end ? bytes[index] : 0 }

    func skipSpace(_ start: Int) -> Int {
        var index = start
        while index < end, bytes[index].isSpace { index += 1 }
        return index
    }

    func skipSpacesAndTabs(_ start: Int) -> Int {
        var index = start
        while index < end, bytes[index].isSpaceOrTab { index += 1 }
        return index
    }

    /// The end of `(destination "title")`, whose opening parenthesis stands at `index`.
    func inlineTargetEnd(at index: Int) -> Int? {
        guard self[index] == UInt8(ascii: "("), let destinationEnd = destinationEnd(at: skipSpace(index + 1)) else { return nil }
        let titleStart = skipSpace(destinationEnd)
        let titleEnd = titleStart == destinationEnd ? titleStart : titleEnd(at: titleStart) ?? titleStart
        let close = skipSpace(titleEnd)
        return self[close] == UInt8(ascii: ")") ? close + 1 : nil
    }

    func destinationEnd(at start: Int) -> Int? {
        self[start] == UInt8(ascii: "<") ? pointedDestinationEnd(at: start + 1) : plainDestinationEnd(at: start)
    }

    private func pointedDestinationEnd(at start: Int) -> Int? {
        var index = start
        while index < end {
            switch bytes[index] {
            case UInt8(ascii: ">"): return index + 1 < end ? index + 1 : nil
            case UInt8(ascii: "\\"): index += 2
            case UInt8(ascii: "\n"), UInt8(ascii: "<"): return nil
            default: index += 1
            }
        }
        return nil
    }

    private func plainDestinationEnd(at start: Int) -> Int? {
        var index = start
        var depth = 0
        while index < end {
            switch bytes[index] {
            case UInt8(ascii: "\\") where index + 1 < end && bytes[index + 1].isPunctuation:
                index += 2
            case UInt8(ascii: "("):
                depth += 1
                index += 1
                if depth > Self.deepestParentheses { return nil }
            case UInt8(ascii: ")"):
                if depth == 0 { return index }
                depth -= 1
                index += 1
            case let byte where byte.isSpace:
                return index == start ? nil : index
            default:
                index += 1
            }
        }
        return nil
    }

    /// The parentheses of a destination that opens more of them than it closes: libcmark 0.30 takes none such, cmark-gfm does.
    func parenthesesIfUnbalanced(in destination: Range<Int>) -> [Int] {
        guard self[destination.lowerBound] != UInt8(ascii: "<") else { return [] }
        var depth = 0
        var places: [Int] = []
        var index = destination.lowerBound
        while index < destination.upperBound {
            switch bytes[index] {
            case UInt8(ascii: "\\") where self[index + 1].isPunctuation:
                index += 1
            case UInt8(ascii: "("), UInt8(ascii: ")"):
                depth += bytes[index] == UInt8(ascii: "(") ? 1 : -1
                places.append(index)
            default:
                break
            }
            index += 1
        }
        return depth > 0 ? places : []
    }

    /// The end of a quoted title.
    ///
    /// A quotation mark behind a backslash closes the title only when no other one does: the longest title wins.
    func titleEnd(at start: Int) -> Int? {
        let close: UInt8
        switch self[start] {
        case UInt8(ascii: "\""): close = UInt8(ascii: "\"")
        case UInt8(ascii: "'"): close = UInt8(ascii: "'")
        case UInt8(ascii: "("): close = UInt8(ascii: ")")
        default: return nil
        }
        var index = start + 1
        var lastEscaped: Int?
        while index < end {
            let byte = bytes[index]
            let isEscaped = index > start + 1 && bytes[index - 1] == UInt8(ascii: "\\")
            if byte == close {
                if !isEscaped { return index + 1 }
                lastEscaped = index + 1
            } else if byte == UInt8(ascii: "("), close == UInt8(ascii: ")"), !isEscaped {
                return lastEscaped
            }
            index += 1
        }
        return lastEscaped
    }

    /// What stands between the brackets of the label that opens at `start`, and the offset behind it.
    func label(at start: Int) -> (content: Range<Int>, end: Int)? {
        guard self[start] == UInt8(ascii: "[") else { return nil }
        var index = start + 1
        while index < end, bytes[index] != UInt8(ascii: "["), bytes[index] != UInt8(ascii: "]") {
            index += bytes[index] == UInt8(ascii: "\\") && self[index + 1].isPunctuation ? 2 : 1
            if index - start - 1 > Self.longestLabel { return nil }
        }
        guard self[index] == UInt8(ascii: "]") else { return nil }
        return (start + 1..<index, index + 1)
    }

    /// A link reference definition.
    struct Definition {
        var label: Range<Int>
        var destination: Range<Int>
        /// Bytes that it adds to a link.
        var size: Int
        /// The offset of the next line.
        var end: Int
        /// Whether a quotation follows that is no title, since more text stands behind it.
        var isFollowedByTitle = false
    }

    /// The definition that begins at `start`.
    func definition(at start: Int) -> Definition? {
        guard let label = label(at: start), self[label.end] == UInt8(ascii: ":") else { return nil }
        let destination = skipToNextLine(label.end + 1)
        guard let destinationEnd = destinationEnd(at: destination) else { return nil }
        let titleStart = skipToNextLine(destinationEnd)
        let titleEnd = titleStart > destinationEnd ? titleEnd(at: titleStart) : nil
        if let titleEnd, let next = lineEnd(after: titleEnd) {
            return Definition(label: label.content, destination: destination..<destinationEnd, size: titleEnd - destination, end: next)
        }
        guard let next = lineEnd(after: destinationEnd) else { return nil }
        return Definition(
            label: label.content, destination: destination..<destinationEnd, size: destinationEnd - destination, end: next,
            isFollowedByTitle: titleEnd != nil)
    }

    private func skipToNextLine(_ start: Int) -> Int {
        let index = skipSpacesAndTabs(start)
        return self[index] == UInt8(ascii: "\n") ? skipSpacesAndTabs(index + 1) : index
    }

    private func lineEnd(after start: Int) -> Int? {
        let index = skipSpacesAndTabs(start)
        if index >= end { return index }
        return bytes[index] == UInt8(ascii: "\n") ? index + 1 : nil
    }
}
