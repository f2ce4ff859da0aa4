/// Where runs of backticks of each length were last seen, so that no text is searched twice for a code span's end.
struct BacktickPositions {
    private var last = [Int](repeating: 0, count: longest + 1)
    private var hasSeenAll = false

    /// Longer runs of backticks never begin a code span.
    private static let longest = 80

    /// The offset behind the run that closes a code span, whose opening run ended at `start`.
    mutating func closing(length: Int, in text: [UInt8], from start: Int, before end: Int) -> Int? {
        guard length <= Self.longest, !(hasSeenAll && last[length] <= start) else { return nil }
        var index = start
        while index < end {
            guard text[index] == UInt8(ascii: "`") else {
                index += 1
                continue
            }
            let runStart = index
            while index < end, text[index] == UInt8(ascii: "`") { index += 1 }
            let runLength = index - runStart
            if runLength <= Self.longest { last[runLength] = runStart }
            if runLength == length { return index }
        }
        hasSeenAll = true
        return nil
    }
}
