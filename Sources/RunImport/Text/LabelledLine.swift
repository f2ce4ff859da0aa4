/// A line that ends with a known label, a colon and a value, behind whatever stands before the label.
struct LabelledLine {
    /// In lower case, without a unit in parentheses.
    var label: String
    var value: ArraySlice<UInt8>
    /// What stands before the label.
    var prefix: ArraySlice<UInt8>

    /// - Parameters:
    ///   - words: how many words the longest label has.
    ///   - isKnown: whether words in lower case are a label; of several the longest is taken.
    init?(_ line: ArraySlice<UInt8>, words: Int, isKnown: (String) -> Bool) {
        guard let colon = line.lastIndex(of: UInt8(ascii: ":")) else { return nil }
        var text = line[..<colon].trimmed
        // Only what stands last in parentheses is a unit; tokens that were counted again are another row.
        if text.last == UInt8(ascii: ")"), let unit = text.lastIndex(of: UInt8(ascii: "(")), !text[unit...].equals("(retokenized)") {
            text = text[..<unit].trimmed
        }
        var starts: [Int] = []
        var index = text.endIndex
        while index > text.startIndex, starts.count < words {
            index -= 1
            let isStart = !Self.isBlank(text[index]) && (index == text.startIndex || Self.isBlank(text[index - 1]))
            if isStart { starts.append(index) }
            // No label is as long as this, and a line may be.
            if text.endIndex - index > Self.longest { break }
        }
        for start in starts.reversed() {
            let label = text[start...].string.lowercased()
            guard isKnown(label) else { continue }
            self.label = label
            value = line[(colon + 1)...].trimmed
            prefix = line[..<start]
            return
        }
        return nil
    }

    private static let longest = 80

    private static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }
}
