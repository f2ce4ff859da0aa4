import Diagnostics

/// Values that are one word: numbers, dates, `true` and `false`.
extension TOMLScanner {
    mutating func word() throws(TOMLError) -> TOMLValue.Kind {
        let start = position
        skip { !$0.endsTOMLWord }
        guard position > start else { throw TOMLError("a value is missing", at: start) }
        if continuesWithTime(from: start) {
            position += 1
            skip { !$0.endsTOMLWord }
        }
        let word = bytes[start..<position]
        if let named = Self.named(word) { return named }
        if TOMLDateTime.isBegun(by: word) { return .date(try TOMLDateTime(word)) }
        guard let first = word.first, first.isTOMLDigit || Self.signs.contains(first) else { throw Self.unknown(word) }
        var number = TOMLNumber(word)
        return try number.read()
    }

    /// Whether a date ends here, and a blank and a time follow.
    private func continuesWithTime(from start: Int) -> Bool {
        guard position - start == 10, TOMLDateTime.isBegun(by: bytes[start..<position]), current == UInt8(ascii: " ") else { return false }
        return byte(1)?.isTOMLDigit == true && byte(2)?.isTOMLDigit == true && byte(3) == UInt8(ascii: ":")
    }

    private static let signs = [UInt8(ascii: "+"), UInt8(ascii: "-")]
    private static let longestNamed = 5

    private static func named(_ word: ArraySlice<UInt8>) -> TOMLValue.Kind? {
        guard word.count <= longestNamed else { return nil }
        return switch String(decoding: word, as: UTF8.self) {
        case "true": .boolean(true)
        case "false": .boolean(false)
        case "inf", "+inf": .float(.infinity)
        case "-inf": .float(-.infinity)
        case "nan", "+nan": .float(.nan)
        case "-nan": .float(-.nan)
        default: nil
        }
    }

    private static func unknown(_ word: ArraySlice<UInt8>) -> TOMLError {
        let text = String(decoding: word, as: UTF8.self)
        let beginning = text.prefix(longestNamed + 1).lowercased()
        let hint = suggestion(for: beginning, among: ["true", "false"], otherwise: "; text stands in quotation marks")
        return TOMLError("unknown value \(quotation(of: text))\(hint)", at: word.startIndex..<word.endIndex)
    }
}

extension UInt8 {
    fileprivate var endsTOMLWord: Bool {
        switch self {
        case UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: "\n"), UInt8(ascii: "\r"), UInt8(ascii: ","), UInt8(ascii: "]"),
            UInt8(ascii: "}"), UInt8(ascii: "#"):
            true
        default: false
        }
    }
}
