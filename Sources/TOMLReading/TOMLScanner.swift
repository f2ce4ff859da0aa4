/// Goes through the bytes of a TOML text, which are known to be UTF-8.
struct TOMLScanner {
    let bytes: [UInt8]
    let end: Int
    var position: Int

    init(_ bytes: [UInt8], in range: Range<Int>) {
        self.bytes = bytes
        position = range.lowerBound
        end = range.upperBound
    }

    var isAtEnd: Bool { position >= end }
    var current: UInt8? { byte(0) }

    /// The byte so far after the current one.
    func byte(_ distance: Int) -> UInt8? {
        position + distance < end ? bytes[position + distance] : nil
    }

    func follows(_ text: StaticString) -> Bool {
        text.withUTF8Buffer { text in text.indices.allSatisfy { byte($0) == text[$0] } }
    }

    mutating func take(_ byte: UInt8) -> Bool {
        guard current == byte else { return false }
        position += 1
        return true
    }

    mutating func skip(_ matches: (UInt8) -> Bool) {
        while position < end, matches(bytes[position]) { position += 1 }
    }

    func text(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }
}

/// What stands between keys and values.
extension TOMLScanner {
    mutating func skipBlanks() { skip { $0.isTOMLBlank } }

    /// Goes past a line end: a line feed, with or without a carriage return before it.
    mutating func takeLineEnd() -> Bool {
        if take(UInt8(ascii: "\n")) { return true }
        guard current == UInt8(ascii: "\r"), byte(1) == UInt8(ascii: "\n") else { return false }
        position += 2
        return true
    }

    /// Goes past a comment, if one begins here, up to the end of its line.
    mutating func skipComment() throws(TOMLError) {
        guard take(UInt8(ascii: "#")) else { return }
        while let byte = current, !atLineEnd {
            guard !byte.isTOMLControl else { throw TOMLError("a comment may not hold \(described())", at: position) }
            position += 1
        }
    }

    /// Goes past blanks, line ends and comments.
    mutating func skipLines() throws(TOMLError) {
        repeat {
            skipBlanks()
            try skipComment()
        } while takeLineEnd()
    }

    /// Goes past what may stand behind a value or a header.
    mutating func finishLine(after what: String) throws(TOMLError) {
        skipBlanks()
        try skipComment()
        guard isAtEnd || takeLineEnd() else { throw TOMLError("after \(what) its line ends; this one goes on with \(described())", at: position) }
    }

    var atLineEnd: Bool {
        current == UInt8(ascii: "\n") || current == UInt8(ascii: "\r") && byte(1) == UInt8(ascii: "\n")
    }
}

/// Words for what is wrong.
extension TOMLScanner {
    /// The scalar that stands here, in the words of a message.
    func described() -> String {
        guard !isAtEnd, !atLineEnd else { return "the end of the \(isAtEnd ? "text" : "line")" }
        guard let scalar = text(position..<min(position + 4, end)).unicodeScalars.first else { return "the end of the text" }
        switch scalar.properties.generalCategory {
        case .control, .format, .lineSeparator, .paragraphSeparator, .spaceSeparator, .unassigned, .privateUse:
            let hex = String(scalar.value, radix: 16, uppercase: true)
            return "the character U+\(String(repeating: "0", count: max(4 - hex.count, 0)))\(hex)"
        default: return "'\(Character(scalar))'"
        }
    }
}

extension UInt8 {
    var isTOMLBlank: Bool { self == UInt8(ascii: " ") || self == UInt8(ascii: "\t") }

    /// Line feeds are among them, and tabs are not.
    var isTOMLControl: Bool { self < 0x20 && self != UInt8(ascii: "\t") || self == 0x7F }

    var isTOMLDigit: Bool { UInt8(ascii: "0")...UInt8(ascii: "9") ~= self }

    /// Whether a key may hold it without quotation marks.
    var isTOMLBare: Bool {
        switch self {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "_"), UInt8(ascii: "-"): true
        default: isTOMLDigit
        }
    }

    /// The digit's value, up to base 16.
    var tomlDigitValue: UInt8? {
        switch self {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): self - UInt8(ascii: "0")
        case UInt8(ascii: "a")...UInt8(ascii: "f"): self - UInt8(ascii: "a") + 10
        case UInt8(ascii: "A")...UInt8(ascii: "F"): self - UInt8(ascii: "A") + 10
        default: nil
        }
    }
}
