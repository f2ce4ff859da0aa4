import Bytes

extension ByteBuffer {
    /// Appends a link's destination for use inside double quotes: bytes that have no place in a URL are percent-encoded.
    ///
    /// Writes what libcmark writes: percent signs stay, `&` and `'` become entities.
    mutating func append(destination: some Sequence<UInt8>) {
        for byte in destination {
            switch byte {
            case UInt8(ascii: "&"): append("&amp;")
            case UInt8(ascii: "'"): append("&#x27;")
            case _ where byte.isAllowedInDestination: append(byte: byte)
            default:
                append(byte: UInt8(ascii: "%"))
                append(byte: Self.hexadecimal[Int(byte >> 4)])
                append(byte: Self.hexadecimal[Int(byte & 15)])
            }
        }
    }

    private static let hexadecimal = Array("0123456789ABCDEF".utf8)
}

extension UInt8 {
    fileprivate var isAllowedInDestination: Bool {
        if isAlphanumeric { return true }
        guard isPunctuation else { return false }
        switch self {
        case UInt8(ascii: "\""), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "["), UInt8(ascii: "\\"), UInt8(ascii: "]"),
            UInt8(ascii: "^"), UInt8(ascii: "`"), UInt8(ascii: "{"), UInt8(ascii: "|"), UInt8(ascii: "}"):
            return false
        default:
            return true
        }
    }
}

extension CText {
    /// Whether a browser could run what this destination says: the schemes that libcmark leaves out of safe output.
    var isUnsafeDestination: Bool {
        if begins(with: "data:image/") {
            let kinds: [StaticString] = ["data:image/png", "data:image/gif", "data:image/jpeg", "data:image/webp"]
            return !kinds.contains { begins(with: $0) }
        }
        let schemes: [StaticString] = ["javascript:", "vbscript:", "file:", "data:"]
        return schemes.contains { begins(with: $0) }
    }

    /// Compares without regard to the case of ASCII letters; `prefix` is in lower case.
    func begins(with prefix: StaticString) -> Bool {
        prefix.withUTF8Buffer { prefix in
            count >= prefix.count && prefix.indices.allSatisfy { self[$0].lowercased == prefix[$0] }
        }
    }
}
