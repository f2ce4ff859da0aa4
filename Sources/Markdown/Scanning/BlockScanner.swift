/// Follows the block structure of a source line by line, only far enough to know which lines are the text of which block.
///
/// libcmark has no extension points, and a table changes how the lines behind it are read. So tables, task items and the
/// text that other extensions look into are found first, by the rules that cmark-gfm opens and closes blocks with.
///
/// Source: CommonMark specification 0.29, appendix “A parsing strategy”; cmark-gfm 0.29.0.gfm.6 as the authority for tables and tasks.
struct BlockScanner {
    var cursor: LineCursor
    var open = [OpenBlock(kind: .document)]
    var lineNumber = 0
    /// The lines of the paragraph that is open, if one is.
    var paragraph: [Range<Int>] = []
    var paragraphStartLine = 0
    /// Which task item the open paragraph begins, if it begins one.
    var paragraphTask: Int?
    /// The task item whose text has not begun yet.
    var pendingTask: Int?
    /// Whether the item that was opened last came right behind a paragraph's line.
    var itemInterruptedParagraph = false
    var found = ScannedSource()
    /// Whether the paragraph's text begins with what libcmark gives to the definition before as its title, though it is text.
    private var isQuotedAsTitle = false
    let needsEveryBracket: Bool

    /// Lists nest no deeper than this: each open list is looked at on every blank line.
    static let deepestList = 100

    /// - Parameter needsEveryBracket: whether text with any bracket is to be looked into, not only text of the extensions.
    static func scan(_ source: [UInt8], needsEveryBracket: Bool) -> ScannedSource {
        var scanner = BlockScanner(cursor: LineCursor(source), needsEveryBracket: needsEveryBracket)
        for line in SourceLines(source) {
            scanner.read(line)
        }
        scanner.close(downTo: 0)
        return scanner.found
    }

    private init(cursor: LineCursor, needsEveryBracket: Bool) {
        self.cursor = cursor
        self.needsEveryBracket = needsEveryBracket
    }

    private mutating func read(_ line: Range<Int>) {
        lineNumber += 1
        cursor.begin(line, skipping: lineNumber == 1 && hasByteOrderMark(line) ? 3 : 0)
        guard let matched = matchOpenBlocks() else { return }
        openBlocks(in: matched)
    }

    private func hasByteOrderMark(_ line: Range<Int>) -> Bool {
        line.count >= 3 && cursor.source[line.lowerBound] == 0xEF && cursor.source[line.lowerBound + 1] == 0xBB
            && cursor.source[line.lowerBound + 2] == 0xBF
    }

    /// The index of the last open block that this line goes on with, or `nil` if the line was a closing fence.
    private mutating func matchOpenBlocks() -> Int? {
        for index in open.indices.dropFirst() {
            cursor.findNonspace()
            switch open[index].kind {
            case .document, .list:
                continue
            case .blockQuote:
                guard !cursor.isIndentedAsCode, cursor[cursor.firstNonspace] == UInt8(ascii: ">") else { return index - 1 }
                cursor.advance(columns: cursor.indent + 1)
                cursor.skipOptionalSpace()
            case .item(let contentIndent):
                if cursor.indent >= contentIndent {
                    cursor.advance(columns: contentIndent)
                } else if cursor.isBlank, open[index].childCount > 0 {
                    cursor.advanceToNonspace()
                } else {
                    return index - 1
                }
            case .paragraph:
                if cursor.isBlank { return index - 1 }
            case .indentedCode:
                if cursor.isIndentedAsCode {
                    cursor.advance(columns: LineCursor.codeIndent)
                } else if !cursor.isBlank {
                    return index - 1
                }
            case .fencedCode(let mark, let length, let indent):
                if !cursor.isIndentedAsCode, cursor[cursor.firstNonspace] == mark, cursor.closingFence(mark) ?? 0 >= length {
                    close(downTo: index - 1)
                    return nil
                }
                for _ in 0..<indent where cursor[cursor.offset].isSpaceOrTab { cursor.advance(columns: 1) }
            case .html(let condition):
                if condition >= 6, cursor.isBlank { return index - 1 }
            case .table:
                guard TableRow.isRow(cursor.source, in: cursor.firstNonspace..<cursor.end) else { return index - 1 }
            }
        }
        return open.count - 1
    }

    /// Closes every block deeper than the one at `index`.
    mutating func close(downTo index: Int) {
        while open.count - 1 > index { closeLast() }
    }

    mutating func closeLast() {
        let closed = open.removeLast()
        guard closed.isParagraph else { return }
        takeDefinitions()
        if paragraph.isEmpty {
            // A paragraph of nothing but definitions was never there.
            open[open.count - 1].childCount -= 1
        } else {
            note(paragraph, place: .block)
        }
        paragraph = []
        paragraphTask = nil
        isQuotedAsTitle = false
    }

    /// Opens a block in the innermost one that can hold it, closing the others.
    mutating func add(_ kind: OpenBlock.Kind) {
        while !open[open.count - 1].canContain(kind) { closeLast() }
        open[open.count - 1].childCount += 1
        open.append(OpenBlock(kind: kind))
    }

    /// Remembers text that has something in it to look at.
    mutating func note(_ lines: [Range<Int>], place: ScannedText.Place, beginsBlock: Bool = true) {
        guard let first = lines.first else { return }
        // Behind a tag, and before a table instead of at a paragraph's start, libcmark would read the text otherwise.
        let isReadAnew = followsInertTag(first) || (place == .aboveTable && cursor.source[first.lowerBound] == UInt8(ascii: "["))
        guard !isQuotedAsTitle, isReadAnew || lines.contains(where: { needsLook($0, place: place) }) else { return }
        found.texts.append(ScannedText(lines: lines, place: place, beginsBlock: beginsBlock))
    }

    private func followsInertTag(_ line: Range<Int>) -> Bool {
        if found.inertStarts.last == line.lowerBound { return true }
        guard let task = paragraphTask else { return false }
        if case .inertTag = found.taskItems[task].replacement { return true }
        return false
    }

    /// Takes link reference definitions off the front of the open paragraph.
    mutating func takeDefinitions() {
        isQuotedAsTitle = false
        guard let first = paragraph.first, cursor.source[first.lowerBound] == UInt8(ascii: "[") else { return }
        var text: [UInt8] = []
        var lineEnds: [Int] = []
        for line in paragraph {
            text += cursor.source[line]
            text.append(UInt8(ascii: "\n"))
            lineEnds.append(text.count)
        }
        let syntax = LinkSyntax(bytes: text, end: text.count)
        var taken = 0
        while let definition = syntax.definition(at: taken) {
            let label = text[definition.label]
            if label.allSatisfy(\.isSpace) { break }
            found.references.define(label, size: definition.size)
            for place in syntax.parenthesesIfUnbalanced(in: definition.destination) {
                let line = lineEnds.prefix { $0 <= place }.count
                found.escapes.append(paragraph[line].lowerBound + place - (line > 0 ? lineEnds[line - 1] : 0))
            }
            isQuotedAsTitle = definition.isFollowedByTitle
            taken = definition.end
        }
        paragraph.removeFirst(lineEnds.prefix { $0 <= taken }.count)
    }
}
