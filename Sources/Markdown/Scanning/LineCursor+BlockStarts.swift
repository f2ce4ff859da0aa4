/// What begins or ends a block, looked for at the first character of a line that is no space.
extension LineCursor {
    /// The length of an ATX heading's `#` marks with the spaces behind them.
    func headingStart() -> Int? {
        var index = firstNonspace
        while self[index] == UInt8(ascii: "#"), index - firstNonspace < 7 { index += 1 }
        guard (1...6).contains(index - firstNonspace) else { return nil }
        if index >= end { return index - firstNonspace }
        guard self[index].isSpaceOrTab else { return nil }
        while self[index].isSpaceOrTab { index += 1 }
        return index - firstNonspace
    }

    /// Where a heading's text ends, without the optional closing `#` marks.
    func headingEnd() -> Int {
        var last = trimmedEnd(end)
        let full = last
        while last > start, source[last - 1] == UInt8(ascii: "#") { last -= 1 }
        if last != full, last > start, source[last - 1].isSpaceOrTab { return trimmedEnd(last) }
        return full
    }

    private func trimmedEnd(_ index: Int) -> Int {
        var index = index
        while index > start, source[index - 1].isSpace { index -= 1 }
        return index
    }

    /// The length of a fence that opens a code block.
    func openingFence() -> Int? {
        let mark = self[firstNonspace]
        guard mark == UInt8(ascii: "`") || mark == UInt8(ascii: "~") else { return nil }
        var index = firstNonspace
        while self[index] == mark { index += 1 }
        let length = index - firstNonspace
        guard length >= 3 else { return nil }
        if mark == UInt8(ascii: "`") {
            while index < end {
                if source[index] == mark { return nil }
                index += 1
            }
        }
        return length
    }

    /// The length of a fence that may close a code block opened with `mark`.
    func closingFence(_ mark: UInt8) -> Int? {
        var index = firstNonspace
        while self[index] == mark { index += 1 }
        let length = index - firstNonspace
        guard length >= 3 else { return nil }
        while self[index].isSpaceOrTab { index += 1 }
        return index >= end ? length : nil
    }

    var isSetextUnderline: Bool {
        let mark = self[firstNonspace]
        guard mark == UInt8(ascii: "=") || mark == UInt8(ascii: "-") else { return false }
        var index = firstNonspace
        while self[index] == mark { index += 1 }
        while self[index].isSpaceOrTab { index += 1 }
        return index >= end
    }

    /// Whether a thematic break stands here; a search that fails is not begun again before the place where it failed.
    mutating func isThematicBreak() -> Bool {
        guard noThematicBreakBefore <= firstNonspace else { return false }
        let mark = self[firstNonspace]
        guard mark == UInt8(ascii: "*") || mark == UInt8(ascii: "_") || mark == UInt8(ascii: "-") else { return false }
        var index = firstNonspace
        var count = 0
        while index < end {
            if source[index] == mark {
                count += 1
            } else if !source[index].isSpaceOrTab {
                break
            }
            index += 1
        }
        if index >= end, count >= 3 { return true }
        noThematicBreakBefore = index
        return false
    }

    /// A list item's marker: what list it continues, and how many bytes it takes.
    func listMarker(interruptsParagraph: Bool) -> (marker: ListMarker, length: Int)? {
        var index = firstNonspace
        let first = self[index]
        let marker: ListMarker
        if first == UInt8(ascii: "*") || first == UInt8(ascii: "-") || first == UInt8(ascii: "+") {
            index += 1
            marker = ListMarker(isOrdered: false, mark: first)
        } else {
            var number = 0
            while self[index].isDigit, index - firstNonspace < 9 {
                number = number * 10 + Int(self[index] - UInt8(ascii: "0"))
                index += 1
            }
            guard index > firstNonspace, !(interruptsParagraph && number != 1) else { return nil }
            let mark = self[index]
            guard mark == UInt8(ascii: ".") || mark == UInt8(ascii: ")") else { return nil }
            index += 1
            marker = ListMarker(isOrdered: true, mark: mark)
        }
        guard self[index].isSpace else { return nil }
        if interruptsParagraph {
            var content = index
            while self[content].isSpaceOrTab { content += 1 }
            if content >= end { return nil }
        }
        return (marker, index - firstNonspace)
    }
}
