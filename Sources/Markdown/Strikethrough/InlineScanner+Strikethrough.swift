/// Struck text: one or two tildes on either side, or two alone, and as many behind as before.
extension InlineScanner {
    private static let longestTildeRun = 100

    mutating func scanTildes() {
        let start = position
        while self[position] == UInt8(ascii: "~"), position - start < Self.longestTildeRun { position += 1 }
        let before = scalarBefore(start, skippingTildes: false)
        let after = scalarAfter(position, skippingTildes: false)
        let isLeftFlanking =
            !after.isMarkdownSpace && !(after.isMarkdownPunctuation && !before.isMarkdownSpace && !before.isMarkdownPunctuation)
        let isRightFlanking =
            !before.isMarkdownSpace && !(before.isMarkdownPunctuation && !after.isMarkdownSpace && !after.isMarkdownPunctuation)
        let length = position - start
        let run = DelimiterRun(mark: UInt8(ascii: "~"), start: start, length: length, canOpen: isLeftFlanking, canClose: isRightFlanking)
        push(run, matches: strikingTildes.contains(length))
    }

    /// Strikes what stands between two runs if they are of one length, and returns the next run to look at.
    mutating func strike(_ opener: Int, _ closer: Int) -> Int? {
        let next = delimiters[closer].next
        let opening = delimiters[opener]
        let closing = delimiters[closer]
        guard opening.length == closing.length else { return next }
        edits.append(InlineEdit(range: opening.start..<opening.start + opening.length, replacement: .begin(.strikethrough)))
        edits.append(InlineEdit(range: closing.start..<closing.start + closing.length, replacement: .end(.strikethrough)))
        removeRuns(between: opener, and: closer)
        remove(closer)
        remove(opener)
        return next
    }
}
