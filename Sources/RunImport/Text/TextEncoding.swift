/// The encodings of text that files come in.
enum TextEncoding {
    /// The text in UTF-8: UTF-16 with a byte order mark, as Windows PowerShell writes it, is converted, everything else stays as it is.
    ///
    /// Half a pair of surrogates, and half a unit at the end, become the replacement character, so that the rest stays readable.
    static func utf8(_ bytes: [UInt8]) -> [UInt8] {
        if bytes.starts(with: [0xFF, 0xFE]) { return converted(bytes, high: 1) }
        if bytes.starts(with: [0xFE, 0xFF]) { return converted(bytes, high: 0) }
        return bytes
    }

    /// - Parameter high: which of the two bytes of a unit is the higher one.
    private static func converted(_ bytes: [UInt8], high: Int) -> [UInt8] {
        let units = stride(from: 2, to: bytes.count - 1, by: 2).lazy.map { UInt16(bytes[$0 + high]) << 8 | UInt16(bytes[$0 + 1 - high]) }
        return Array(String(decoding: Array(units), as: UTF16.self).utf8)
    }
}
