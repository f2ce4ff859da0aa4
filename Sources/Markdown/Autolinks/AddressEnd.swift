/// What at the end of a bare address belongs to the sentence round it.
enum AddressEnd {
    /// The end of the address without trailing punctuation, entities, and closing parentheses that nothing in it opened.
    static func trimmed(_ text: [UInt8], _ address: Range<Int>) -> Int {
        let start = address.lowerBound
        var end = address.upperBound
        // Counted once, so that a long run of parentheses costs no more than other bytes.
        var unmatched: Int?
        while end > start {
            switch text[end - 1] {
            case UInt8(ascii: "?"), UInt8(ascii: "!"), UInt8(ascii: "."), UInt8(ascii: ","), UInt8(ascii: ":"), UInt8(ascii: "*"),
                UInt8(ascii: "_"), UInt8(ascii: "~"), UInt8(ascii: "'"), UInt8(ascii: "\""):
                end -= 1
            case UInt8(ascii: ";"):
                end = entityStart(text, start, end) ?? end - 1
            case UInt8(ascii: ")"):
                let excess = unmatched ?? closingParentheses(text, start, end)
                guard excess > 0 else { return end }
                unmatched = excess - 1
                end -= 1
            default:
                return end
            }
        }
        return end
    }

    /// Where an entity that ends before `end` begins: an ampersand, letters and a semicolon.
    private static func entityStart(_ text: [UInt8], _ start: Int, _ end: Int) -> Int? {
        guard end - start >= 2 else { return nil }
        var index = end - 2
        while index > start, text[index].isLetter { index -= 1 }
        return index < end - 2 && text[index] == UInt8(ascii: "&") ? index : nil
    }

    private static func closingParentheses(_ text: [UInt8], _ start: Int, _ end: Int) -> Int {
        var count = 0
        for byte in text[start..<end] {
            if byte == UInt8(ascii: ")") { count += 1 } else if byte == UInt8(ascii: "(") { count -= 1 }
        }
        return count
    }
}
