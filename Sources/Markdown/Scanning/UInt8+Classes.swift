/// The byte classes that the Markdown grammar is written in.
extension UInt8 {
    /// Space, tab, line feed, vertical tab, form feed or carriage return.
    var isSpace: Bool { self == 0x20 || (self >= 0x09 && self <= 0x0D) }

    var isSpaceOrTab: Bool { self == 0x20 || self == 0x09 }

    /// Spaces inside one line of a table or a task item.
    var isRowSpace: Bool { self == 0x20 || self == 0x09 || self == 0x0B || self == 0x0C }

    var isDigit: Bool { self >= 0x30 && self <= 0x39 }

    var isLetter: Bool { (self | 0x20) >= 0x61 && (self | 0x20) <= 0x7A }

    var isAlphanumeric: Bool { isDigit || isLetter }

    var isPunctuation: Bool {
        (self >= 0x21 && self <= 0x2F) || (self >= 0x3A && self <= 0x40) || (self >= 0x5B && self <= 0x60) || (self >= 0x7B && self <= 0x7E)
    }

    /// Whether this byte continues a UTF-8 sequence.
    var isContinuation: Bool { self & 0xC0 == 0x80 }

    var lowercased: UInt8 { self >= 0x41 && self <= 0x5A ? self | 0x20 : self }
}
