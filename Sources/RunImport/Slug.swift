/// Names of files and folders as parts of an id.
enum Slug {
    /// Lower case, with a hyphen for everything but ASCII letters, digits, `.`, `_` and `-`; never empty, never with a dot or hyphen in front.
    static func part(_ name: String) -> String {
        var bytes: [UInt8] = []
        for byte in name.utf8 {
            switch byte {
            case UInt8(ascii: "A")...UInt8(ascii: "Z"): bytes.append(byte + 32)
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "."), UInt8(ascii: "_"),
                UInt8(ascii: "-"):
                bytes.append(byte)
            default: if bytes.last != UInt8(ascii: "-") { bytes.append(UInt8(ascii: "-")) }
            }
        }
        let trimmed = bytes.drop { $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: "-") }
        return trimmed.isEmpty ? "unnamed" : String(decoding: trimmed, as: UTF8.self)
    }

    /// A path of such parts.
    static func path(_ path: String) -> String {
        let parts = path.split(separator: "/").map { part(String($0)) }
        return parts.isEmpty ? "unnamed" : parts.joined(separator: "/")
    }
}
