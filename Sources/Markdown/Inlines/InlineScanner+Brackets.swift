/// Links and images: which brackets make one, and with what behind them.
extension InlineScanner {
    /// No bare address becomes a link while a `[` is open, or a `![` that no link has followed: so cmark-gfm has it.
    var isInBracket: Bool { openLinkBrackets > 0 || !blockingImageBrackets.isEmpty }

    mutating func openBracket(isImage: Bool) {
        let opening = isImage ? position + 1 : position
        if !brackets.isEmpty { brackets[brackets.count - 1].hasBracketAfter = true }
        if isImage {
            blockingImageBrackets.append(brackets.count)
        } else {
            activeLinkBrackets.append(brackets.count)
            openLinkBrackets += 1
        }
        brackets.append(Bracket(isImage: isImage, opening: opening, previousDelimiter: lastDelimiter))
        position = opening + 1
    }

    mutating func closeBracket() {
        let close = position
        position += 1
        guard let bracket = brackets.last else { return escape(at: close) }
        guard bracket.isActive, let targetEnd = target(of: bracket, closedAt: close) else {
            escape(at: bracket.opening)
            escape(at: close)
            return popBracket()
        }
        position = targetEnd
        matchDelimiters(above: bracket.previousDelimiter)
        popBracket()
        if !bracket.isImage { deactivateLinkBrackets() }
    }

    /// The offset behind the target of the link whose text ends at `close`, or `nil` if it has none.
    private mutating func target(of bracket: Bracket, closedAt close: Int) -> Int? {
        let syntax = LinkSyntax(bytes: text, end: end)
        if let targetEnd = syntax.inlineTargetEnd(at: close + 1) {
            escapeUnbalancedParentheses(behind: close + 1, syntax)
            return targetEnd
        }
        let label = syntax.label(at: close + 1)
        let hasOwnLabel = label.map { !text[$0.content].allSatisfy(\.isSpace) } ?? false
        let content: Range<Int>
        if let label, hasOwnLabel {
            content = label.content
        } else {
            guard !bracket.hasBracketAfter else { return nil }
            content = bracket.opening + 1..<close
        }
        guard let size = references.size(of: text[content]), budget.spend(size) else { return nil }
        let targetEnd = label?.end ?? close + 1
        if !hasOwnLabel {
            let place = label?.content.lowerBound ?? targetEnd
            edits.append(InlineEdit(range: place..<place, replacement: .label(content, hasBrackets: label != nil)))
        }
        // What follows could be read as a target of its own once it has been rewritten.
        if self[targetEnd] == UInt8(ascii: "(") { escape(at: targetEnd) }
        return targetEnd
    }

    private mutating func escapeUnbalancedParentheses(behind opening: Int, _ syntax: LinkSyntax) {
        let start = syntax.skipSpace(opening + 1)
        guard let destinationEnd = syntax.destinationEnd(at: start) else { return }
        for place in syntax.parenthesesIfUnbalanced(in: start..<destinationEnd) { escape(at: place) }
    }

    private mutating func popBracket() {
        guard let bracket = brackets.popLast() else { return }
        if bracket.isImage {
            if blockingImageBrackets.last == brackets.count { blockingImageBrackets.removeLast() }
        } else {
            openLinkBrackets -= 1
            if bracket.isActive { activeLinkBrackets.removeLast() }
        }
    }

    /// A link holds no other link, so brackets that opened before one are text.
    private mutating func deactivateLinkBrackets() {
        for index in activeLinkBrackets { brackets[index].isActive = false }
        activeLinkBrackets.removeAll(keepingCapacity: true)
        blockingImageBrackets.removeAll(keepingCapacity: true)
    }

    mutating func escape(at offset: Int) {
        edits.append(InlineEdit(range: offset..<offset, replacement: .escape))
    }
}
