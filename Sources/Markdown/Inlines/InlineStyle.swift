/// Text styles that enclose other inlines.
enum InlineStyle {
    case emphasis, strong, strikethrough
}

extension InlineStyle {
    /// The letter of the mark that begins it.
    var beginLetter: UInt8 {
        switch self {
        case .emphasis: UInt8(ascii: "e")
        case .strong: UInt8(ascii: "s")
        case .strikethrough: UInt8(ascii: "d")
        }
    }

    /// The letter of the mark that ends it.
    var endLetter: UInt8 { beginLetter - 0x20 }
}
