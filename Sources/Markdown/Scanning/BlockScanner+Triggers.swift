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
                case UInt8(ascii: "["), UInt8(ascii: "]"):
                    if needsEveryBracket { return true }
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
}
