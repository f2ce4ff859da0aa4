/// Whether text holds anything that the extensions could see in it.
extension BlockScanner {
    func needsLook(_ line: Range<Int>, place: ScannedText.Place) -> Bool {
        cursor.source.withUnsafeBufferPointer { bytes in
            for index in line {
                switch bytes[index] {
                case UInt8(ascii: "~"):
                    return true
                case UInt8(ascii: ":"):
                    if index + 2 < line.upperBound, bytes[index + 1] == UInt8(ascii: "/"), bytes[index + 2] == UInt8(ascii: "/") { return true }
                case UInt8(ascii: "w"):
                    if index + 3 < line.upperBound, bytes[index + 1] == UInt8(ascii: "w"), bytes[index + 2] == UInt8(ascii: "w"),
                        bytes[index + 3] == UInt8(ascii: ".")
                    {
                        return true
                    }
                case UInt8(ascii: "*"), UInt8(ascii: "_"):
                    if mayOpenAndClose(bytes, at: index, in: line) { return true }
                case UInt8(ascii: "["):
                    if needsEveryBracket || isImageOfFootnote(bytes, at: index, in: line) { return true }
                case UInt8(ascii: "<"):
                    if index + 1 < line.upperBound, bytes[index + 1] == UInt8(ascii: "?") { return true }
                case UInt8(ascii: "&"):
                    if NumericEntity(bytes, at: index, before: line.upperBound) != nil { return true }
                case UInt8(ascii: "]"):
                    if needsEveryBracket || hasUnbalancedDestination(bytes, behind: index + 1, in: line) { return true }
                case UInt8(ascii: "|"):
                    if place == .aboveTable, index > line.lowerBound, bytes[index - 1] == UInt8(ascii: "\\") { return true }
                default:
                    break
                }
            }
            return false
        }
    }

    /// Whether a run of `*` or `_` ends here that could both open and close: libcmark 0.30 and cmark-gfm match those differently.
    private func mayOpenAndClose(_ bytes: UnsafeBufferPointer<UInt8>, at index: Int, in line: Range<Int>) -> Bool {
        let mark = bytes[index]
        guard index + 1 < line.upperBound, bytes[index + 1] != mark else { return false }
        var start = index
        while start > line.lowerBound, bytes[start - 1] == mark, index - start < Self.longestRunToMeasure { start -= 1 }
        guard start > line.lowerBound else { return false }
        let before = bytes[start - 1]
        let after = bytes[index + 1]
        if before.isSpace || after.isSpace { return false }
        if before >= 0x80 || after >= 0x80 { return true }
        if before.isPunctuation { return after.isPunctuation }
        return !after.isPunctuation && mark == UInt8(ascii: "*")
    }

    private static let longestRunToMeasure = 32

    /// Whether `![^` stands here, which is an image for libcmark alone.
    private func isImageOfFootnote(_ bytes: UnsafeBufferPointer<UInt8>, at index: Int, in line: Range<Int>) -> Bool {
        index > line.lowerBound && bytes[index - 1] == UInt8(ascii: "!") && index + 1 < line.upperBound
            && bytes[index + 1] == UInt8(ascii: "^")
    }

    /// Whether a link's destination may begin here that opens more parentheses than it closes.
    private func hasUnbalancedDestination(_ bytes: UnsafeBufferPointer<UInt8>, behind index: Int, in line: Range<Int>) -> Bool {
        guard index < line.upperBound, bytes[index] == UInt8(ascii: "(") else { return false }
        var depth = 0
        for byte in bytes[index + 1..<line.upperBound].drop(while: \.isSpace) {
            if byte == UInt8(ascii: "(") { depth += 1 }
            if byte == UInt8(ascii: ")") { depth -= 1 }
            if depth < 0 { return false }
            if byte.isSpace || depth > 32 { return depth > 0 }
        }
        return depth > 0
    }
}
