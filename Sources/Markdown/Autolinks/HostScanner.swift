/// Checks the host name at the front of a bare address.
struct HostScanner {
    /// The last stretch of host characters that was refused for its underscores, and up to where a start within it is refused too.
    private var refused: Range<Int>?

    /// The end of the host name that begins at `start`, or `nil` if it is none.
    ///
    /// Its last two labels must hold no underscore. The last byte of the text is never looked at, nor the first of the name.
    mutating func hostEnd(in text: [UInt8], from start: Int, before end: Int, needsDot: Bool) -> Int? {
        if let refused, refused.contains(start) { return nil }
        var index = start + 1
        var dots = 0
        var labelStart = start
        var previousLabelStart = start
        var underscores = (beforeLast: 0, last: 0)
        while index < end - 1 {
            let byte = text[index]
            if byte == UInt8(ascii: "_") {
                underscores.last += 1
            } else if byte == UInt8(ascii: ".") {
                underscores = (underscores.last, 0)
                previousLabelStart = labelStart
                labelStart = index
                dots += 1
            } else if byte != UInt8(ascii: "-"), !Self.isHostCharacter(text, index, end) {
                break
            }
            index += 1
        }
        if underscores.beforeLast > 0 || underscores.last > 0 {
            if dots > 1 { refused = start..<previousLabelStart }
            return nil
        }
        return needsDot && dots == 0 ? nil : index
    }

    static func isHostCharacter(_ text: [UInt8], _ index: Int, _ end: Int) -> Bool {
        guard index < end else { return false }
        if text[index] < 0x80 { return !text[index].isSpace && !text[index].isPunctuation }
        guard let scalar = decodeScalar(text, at: index, before: end)?.scalar else { return false }
        return !scalar.isMarkdownSpace && !scalar.isMarkdownPunctuation
    }
}
