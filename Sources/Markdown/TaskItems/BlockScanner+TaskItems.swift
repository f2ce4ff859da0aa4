/// Task items, found where cmark-gfm 0.29.0.gfm.6 finds them: on a line of nothing but one list marker, a box and text.
extension BlockScanner {
    /// Takes the box off the item that was just opened on this line, if it has one.
    mutating func openTaskItem() {
        let source = cursor.source
        guard let box = box(), box.lowerBound == cursor.offset else { return }
        cursor.advance(bytes: 3)
        cursor.findNonspace()
        let text = cursor.firstNonspace
        let replacement: ScannedTaskItem.Replacement
        if cursor.isBlank {
            replacement = .nothing
            // Without its box the item is empty, and an empty item ends no paragraph.
            if itemInterruptedParagraph { addBarrier() }
        } else {
            let first = source[text]
            replacement = first.isLetter || first == UInt8(ascii: "[") || first >= 0x80 ? .nothing : .inertTag
        }
        let isDone = lineHas("[x]") || lineHas("[X]")
        pendingTask = cursor.isBlank ? nil : found.taskItems.count
        found.taskItems.append(
            ScannedTaskItem(line: lineNumber, isDone: isDone, range: box.lowerBound..<max(text, box.upperBound), replacement: replacement))
    }

    private mutating func addBarrier() {
        var index = cursor.start
        while cursor[index].isSpaceOrTab { index += 1 }
        found.barriers.append(.init(line: lineNumber, prefix: cursor.start..<index))
    }

    /// The three bytes of the box, on a line of the form `  - [ ] `.
    private func box() -> Range<Int>? {
        var index = cursor.start
        while cursor[index].isRowSpace { index += 1 }
        if cursor[index].isDigit {
            while cursor[index].isDigit { index += 1 }
            guard index < cursor.end else { return nil }
            index += 1
        } else {
            guard [UInt8(ascii: "-"), UInt8(ascii: "+"), UInt8(ascii: "*")].contains(cursor[index]) else { return nil }
            index += 1
        }
        guard cursor[index].isRowSpace else { return nil }
        while cursor[index].isRowSpace { index += 1 }
        guard cursor[index] == UInt8(ascii: "["), cursor[index + 2] == UInt8(ascii: "]"), cursor[index + 3].isRowSpace,
            [UInt8(ascii: " "), UInt8(ascii: "x"), UInt8(ascii: "X")].contains(cursor[index + 1])
        else { return nil }
        return index..<index + 3
    }

    private func lineHas(_ box: StaticString) -> Bool {
        box.withUTF8Buffer { wanted in
            var index = cursor.start
            while index + 2 < cursor.end {
                if cursor[index] == wanted[0], cursor[index + 1] == wanted[1], cursor[index + 2] == wanted[2] { return true }
                index += 1
            }
            return false
        }
    }
}
