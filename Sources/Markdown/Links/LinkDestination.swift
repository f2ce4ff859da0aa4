/// What a link's destination is, by its first characters alone.
enum LinkDestination {
    /// A place in the same document.
    case anchor(String)
    /// Another origin, over HTTP.
    case external
    case mail
    /// A file, relative to the document.
    case relative(String)
    /// A scheme that no link of a report may have.
    case refused(scheme: String)

    init(_ destination: CText) {
        if destination.first == UInt8(ascii: "#") {
            self = .anchor(Self.percentDecoded(destination.dropFirst()))
        } else if destination.starts(with: [UInt8(ascii: "/"), UInt8(ascii: "/")]) {
            self = .external
        } else if let scheme = Self.scheme(of: destination) {
            self =
                switch scheme {
                case "http", "https": .external
                case "mailto": .mail
                default: .refused(scheme: scheme)
                }
        } else {
            self = .relative(String(decoding: destination, as: UTF8.self))
        }
    }

    /// The letters before the first colon, in lower case, if they can be a scheme. Characters that browsers drop are dropped.
    private static func scheme(of destination: CText) -> String? {
        var scheme = ""
        for byte in destination where byte > 0x20 && byte != 0x7F {
            switch byte {
            case UInt8(ascii: ":"): return scheme.isEmpty ? nil : scheme
            case _ where byte.isLetter: scheme.unicodeScalars.append(Unicode.Scalar(byte.lowercased))
            case UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "0")...UInt8(ascii: "9"):
                guard !scheme.isEmpty else { return nil }
                scheme.unicodeScalars.append(Unicode.Scalar(byte))
            default: return nil
            }
        }
        return nil
    }

    private static func percentDecoded(_ bytes: Slice<CText>) -> String {
        var decoded: [UInt8] = []
        var index = bytes.startIndex
        while index < bytes.endIndex {
            if bytes[index] == UInt8(ascii: "%"), index + 2 < bytes.endIndex,
                let value = UInt8(String(decoding: bytes[index + 1...index + 2], as: UTF8.self), radix: 16)
            {
                decoded.append(value)
                index += 3
            } else {
                decoded.append(bytes[index])
                index += 1
            }
        }
        return String(decoding: decoded, as: UTF8.self)
    }
}
