/// The second half of reading a line: the blocks that it opens, and the text that is left.
extension BlockScanner {
    private enum Step {
        /// Another block may begin inside the one that was opened.
        case opened
        /// The line is used up, or what is left of it belongs to a block without inlines.
        case finished
        /// The rest is text.
        case text
    }

    /// - Parameter matched: the index of the last open block that the line goes on with.
    mutating func openBlocks(in matched: Int) {
        var container = matched
        var isNew = false
        var mayBeLazy = open[open.count - 1].isParagraph
        while !open[container].isVerbatim {
            cursor.findNonspace()
            let step = openBlock(in: container, isNew: isNew, mayBeLazy: mayBeLazy)
            switch step {
            case .finished: return
            case .text: return addText(to: container, isNew: isNew)
            case .opened:
                container = open.count - 1
                isNew = true
                mayBeLazy = false
            }
        }
        addText(to: container, isNew: isNew)
    }

    private mutating func openBlock(in container: Int, isNew: Bool, mayBeLazy: Bool) -> Step {
        let isParagraph = open[container].isParagraph
        if cursor.isIndentedAsCode {
            guard !mayBeLazy, !cursor.isBlank else { return .text }
            begin(.indentedCode, in: container)
            return .finished
        }
        if cursor[cursor.firstNonspace] == UInt8(ascii: ">") {
            cursor.advance(bytes: cursor.firstNonspace + 1 - cursor.offset)
            cursor.skipOptionalSpace()
            begin(.blockQuote, in: container)
            return .opened
        }
        if let length = cursor.headingStart() {
            addHeading(markLength: length, in: container)
            return .finished
        }
        if let length = cursor.openingFence() {
            let mark = cursor[cursor.firstNonspace]
            begin(.fencedCode(mark: mark, length: min(length, 255), indent: cursor.firstNonspace - cursor.offset), in: container)
            return .finished
        }
        if let condition = cursor.htmlStart(interruptsParagraph: isParagraph) {
            // A lone tag ends a lazy paragraph for cmark-gfm, but not for libcmark.
            if condition == 7, mayBeLazy { found.barriers.append(.init(line: lineNumber, prefix: cursor.start..<cursor.firstNonspace)) }
            begin(.html(condition: condition), in: container)
            if cursor.endsHTML(condition: condition) { closeLast() }
            return .finished
        }
        if isParagraph, cursor.isSetextUnderline {
            takeDefinitions()
            guard !paragraph.isEmpty else { return .text }
            closeLast()
            return .finished
        }
        if cursor.isThematicBreak() {
            close(downTo: container)
            while !open[open.count - 1].canContain(.paragraph) { closeLast() }
            open[open.count - 1].childCount += 1
            return .finished
        }
        if let (marker, length) = cursor.listMarker(interruptsParagraph: isParagraph) {
            if openItem(marker, length: length, in: container) { return .opened }
        }
        return openExtensionBlock(in: container)
    }

    /// Opens a block inside the container; blocks that the line did not go on with end.
    private mutating func begin(_ kind: OpenBlock.Kind, in container: Int) {
        close(downTo: container)
        add(kind)
    }

    private mutating func addHeading(markLength: Int, in container: Int) {
        begin(.paragraph, in: container)
        open.removeLast()
        cursor.advance(bytes: cursor.firstNonspace + markLength - cursor.offset)
        cursor.findNonspace()
        let start = cursor.firstNonspace
        let end = cursor.headingEnd()
        if start < end { note([start..<end], place: .block, beginsBlock: false) }
    }

    /// Opens a list item, and a list round it unless it goes on with the open one. Too deep, the marker stays text.
    private mutating func openItem(_ marker: ListMarker, length: Int, in container: Int) -> Bool {
        let continuesList = if case .list(marker) = open[container].kind { true } else { false }
        let depth = open[...container].reduce(0) { $0 + ($1.isList ? 1 : 0) }
        guard continuesList || depth < Self.deepestList else {
            found.inertStarts.append(cursor.firstNonspace)
            return false
        }
        let indent = cursor.indent
        cursor.advance(bytes: cursor.firstNonspace + length - cursor.offset)
        let beforeSpaces = cursor
        while cursor.column - beforeSpaces.column <= 5, cursor[cursor.offset].isSpaceOrTab { cursor.advance(columns: 1) }
        let spaces = cursor.column - beforeSpaces.column
        var padding = length + spaces
        if spaces >= 5 || spaces < 1 || cursor.isAtEnd {
            padding = length + 1
            cursor = beforeSpaces
            if spaces > 0 { cursor.advance(columns: 1) }
        }
        let interrupted = open[container].isParagraph
        close(downTo: container)
        if !continuesList { add(.list(marker)) }
        add(.item(contentIndent: indent + padding))
        itemInterruptedParagraph = interrupted
        return true
    }

    private mutating func openExtensionBlock(in container: Int) -> Step {
        switch open[container].kind {
        case .paragraph:
            return openTable() ? .finished : .text
        case .table(let index):
            return addRow(toTable: index) ? .finished : .text
        case .item:
            openTaskItem()
            return .text
        default:
            return .text
        }
    }

    /// Gives the rest of the line to a paragraph: the open one even if the line did not go on with all that contains it.
    private mutating func addText(to container: Int, isNew: Bool) {
        cursor.findNonspace()
        if cursor.beginsTextArea, !open[container].isVerbatim { found.inertStarts.append(cursor.firstNonspace) }
        if !isNew, container < open.count - 1, !cursor.isBlank, open[open.count - 1].isParagraph {
            paragraph.append(cursor.offset..<cursor.end)
            return
        }
        close(downTo: container)
        switch open[container].kind {
        case .indentedCode, .fencedCode:
            return
        case .html(let condition):
            if cursor.endsHTML(condition: condition) { closeLast() }
        case .paragraph:
            if !cursor.isBlank { paragraph.append(cursor.firstNonspace..<cursor.end) }
        default:
            guard !cursor.isBlank else { return }
            add(.paragraph)
            paragraph = [cursor.firstNonspace..<cursor.end]
            paragraphStartLine = lineNumber
            paragraphTask = pendingTask
        }
        pendingTask = nil
    }
}
