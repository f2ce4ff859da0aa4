/// Decodes one scalar of UTF-8, strictly.
///
/// - Returns: the scalar and how many bytes it takes, or `nil` where the bytes are no well-formed sequence.
func decodeScalar(_ bytes: [UInt8], at index: Int, before end: Int) -> (scalar: Unicode.Scalar, length: Int)? {
    guard index < end else { return nil }
    return bytes.withUnsafeBufferPointer { decodeScalar($0, at: index, before: end) }
}

func decodeScalar(
    _ bytes: UnsafeBufferPointer<UInt8>, at index: Int, before end: Int
) -> (scalar: Unicode.Scalar, length: Int)? {
    guard index < end else { return nil }
    let lead = bytes[index]
    if lead < 0x80 { return (Unicode.Scalar(lead), 1) }
    let length: Int
    let lowest: UInt32
    switch lead {
    case 0xC2...0xDF: (length, lowest) = (2, 0x80)
    case 0xE0...0xEF: (length, lowest) = (3, 0x800)
    case 0xF0...0xF4: (length, lowest) = (4, 0x1_0000)
    default: return nil
    }
    guard index + length <= end else { return nil }
    var value = UInt32(lead) & (0x7F >> UInt32(length))
    for next in 1..<length {
        guard bytes[index + next].isContinuation else { return nil }
        value = value << 6 | UInt32(bytes[index + next] & 0x3F)
    }
    guard value >= lowest, let scalar = Unicode.Scalar(value) else { return nil }
    return (scalar, length)
}

extension Unicode.Scalar {
    /// White space as the emphasis rules see it.
    var isMarkdownSpace: Bool {
        switch value {
        case 0x09, 0x0A, 0x0C, 0x0D, 0x20: true
        case 0..<0x80: false
        default: properties.generalCategory == .spaceSeparator
        }
    }

    /// Punctuation as the emphasis rules see it: all of ASCII's, and the `P` categories beyond.
    var isMarkdownPunctuation: Bool {
        if value < 0x80 { return UInt8(value).isPunctuation }
        switch properties.generalCategory {
        case .connectorPunctuation, .dashPunctuation, .openPunctuation, .closePunctuation,
            .initialPunctuation, .finalPunctuation, .otherPunctuation:
            return true
        default:
            return false
        }
    }
}
