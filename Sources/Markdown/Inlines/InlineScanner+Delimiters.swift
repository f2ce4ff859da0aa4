/// Runs of `*` and `_`, and how all runs are matched.
extension InlineScanner {
    mutating func scanEmphasisRun() {
        let start = position
        let mark = text[start]
        while self[position] == mark { position += 1 }
        let before = scalarBefore(start, skippingTildes: true)
        let after = scalarAfter(position, skippingTildes: true)
        let isLeftFlanking =
            !after.isMarkdownSpace && (!after.isMarkdownPunctuation || before.isMarkdownSpace || before.isMarkdownPunctuation)
        let isRightFlanking =
            !before.isMarkdownSpace && (!before.isMarkdownPunctuation || after.isMarkdownSpace || after.isMarkdownPunctuation)
        let isUnderscore = mark == UInt8(ascii: "_")
        push(
            DelimiterRun(
                mark: mark, start: start, length: position - start,
                canOpen: isLeftFlanking && (!isUnderscore || !isRightFlanking || before.isMarkdownPunctuation),
                canClose: isRightFlanking && (!isUnderscore || !isLeftFlanking || after.isMarkdownPunctuation)))
    }

    /// Adds a run; one that can neither open nor close only waits to be escaped.
    mutating func push(_ run: DelimiterRun, matches: Bool = true) {
        var run = run
        let index = delimiters.count
        if matches, run.canOpen || run.canClose {
            run.previous = lastDelimiter
            if let lastDelimiter { delimiters[lastDelimiter].next = index }
            lastDelimiter = index
        }
        delimiters.append(run)
    }

    /// The scalar before an offset; a line feed at the start, and where the bytes are no text.
    ///
    /// cmark-gfm does not see tildes when it looks round `*` and `_`.
    func scalarBefore(_ offset: Int, skippingTildes: Bool) -> Unicode.Scalar {
        guard offset > 0 else { return "\n" }
        var index = offset - 1
        while index > 0, text[index].isContinuation || (skippingTildes && text[index] == UInt8(ascii: "~")) { index -= 1 }
        guard let scalar = decodeScalar(text, at: index, before: offset)?.scalar, !(skippingTildes && scalar == "~") else { return "\n" }
        return scalar
    }

    func scalarAfter(_ offset: Int, skippingTildes: Bool) -> Unicode.Scalar {
        var index = offset
        while skippingTildes, self[index] == UInt8(ascii: "~") { index += 1 }
        return decodeScalar(text, at: index, before: end)?.scalar ?? "\n"
    }

    /// Matches the runs above `bottom`, and forgets them.
    mutating func matchDelimiters(above bottom: Int?) {
        guard lastDelimiter != bottom else { return }
        var searchLimits = [Int?](repeating: bottom, count: 9)
        var next = lastDelimiter
        while let run = next, delimiters[run].previous != bottom { next = delimiters[run].previous }
        while let closer = next {
            guard delimiters[closer].canClose else {
                next = delimiters[closer].next
                continue
            }
            let limit = Self.limitIndex(of: delimiters[closer])
            let opener = opener(for: closer, bottom: bottom, limit: searchLimits[limit])
            if let opener {
                next = delimiters[closer].mark == UInt8(ascii: "~") ? strike(opener, closer) : emphasize(opener, closer)
            } else {
                next = delimiters[closer].next
                searchLimits[limit] = delimiters[closer].previous
                if !delimiters[closer].canOpen { remove(closer) }
            }
        }
        while let last = lastDelimiter, last != bottom { remove(last) }
    }

    private static func limitIndex(of run: DelimiterRun) -> Int {
        let mark = run.mark == UInt8(ascii: "*") ? 0 : (run.mark == UInt8(ascii: "_") ? 1 : 2)
        return run.length % 3 * 3 + mark
    }

    private func opener(for closer: Int, bottom: Int?, limit: Int?) -> Int? {
        let closing = delimiters[closer]
        var candidate = closing.previous
        while let index = candidate, index != bottom, index != limit {
            let opening = delimiters[index]
            if opening.canOpen, opening.mark == closing.mark {
                let sumFits = (opening.length + closing.length) % 3 != 0
                if !(closing.canOpen || opening.canClose) || closing.length % 3 == 0 || sumFits { return index }
            }
            candidate = opening.previous
        }
        return nil
    }

    /// Makes emphasis of what stands between two runs, and returns the next run to look at.
    private mutating func emphasize(_ opener: Int, _ closer: Int) -> Int? {
        let used = delimiters[opener].remaining >= 2 && delimiters[closer].remaining >= 2 ? 2 : 1
        let style: InlineStyle = used == 2 ? .strong : .emphasis
        removeRuns(between: opener, and: closer)
        let openEnd = delimiters[opener].start + delimiters[opener].length - delimiters[opener].opened
        let closeStart = delimiters[closer].start + delimiters[closer].closed
        edits.append(InlineEdit(range: openEnd - used..<openEnd, replacement: .begin(style)))
        edits.append(InlineEdit(range: closeStart..<closeStart + used, replacement: .end(style)))
        delimiters[opener].opened += used
        delimiters[closer].closed += used
        if delimiters[opener].remaining == 0 { remove(opener) }
        guard delimiters[closer].remaining == 0 else { return closer }
        let next = delimiters[closer].next
        remove(closer)
        return next
    }

    mutating func removeRuns(between opener: Int, and closer: Int) {
        while let between = delimiters[closer].previous, between != opener { remove(between) }
    }

    mutating func remove(_ index: Int) {
        let run = delimiters[index]
        if let next = run.next { delimiters[next].previous = run.previous } else { lastDelimiter = run.previous }
        if let previous = run.previous { delimiters[previous].next = run.next }
    }

    /// Hides what is left of the runs of `*` and `_` from libcmark, which could see more in them than cmark-gfm.
    mutating func escapeLeftovers() {
        for run in delimiters where run.mark != UInt8(ascii: "~") {
            for offset in 0..<run.remaining {
                let place = run.start + run.closed + offset
                edits.append(InlineEdit(range: place..<place, replacement: .escape))
            }
        }
    }
}
