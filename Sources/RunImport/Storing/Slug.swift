import AgentRuns

/// Names of files and folders as parts of an id: whatever a name is, the store takes what comes of it.
enum Slug {
    /// Bytes of a part of an id; `isSafePath` takes no longer one.
    static let longest = 200

    /// Endings that the site's own files have, and the reports beside a run.
    private static let reservedEndings = [".html", ".json", ".md"]

    /// Lower case, with a hyphen for everything but ASCII letters, digits, `.`, `_` and `-`; never empty, never with a dot or hyphen in front,
    /// never longer than `longest`, never ending as the site's files do.
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
        guard !trimmed.isEmpty else { return name.utf8.allSatisfy { $0 < 0x80 } ? "unnamed" : "unnamed-\(hash(of: name))" }
        let text = String(decoding: trimmed, as: UTF8.self)
        let isReserved = reservedEndings.contains(where: text.hasSuffix)
        return fitted(text, suffix: isReserved ? "_" : "", original: name)
    }

    /// A path of such parts.
    static func path(_ path: String) -> String {
        let parts = path.split(separator: "/").map { part(String($0)) }
        return parts.isEmpty ? "unnamed" : parts.joined(separator: "/")
    }

    /// An id with a suffix behind its last part, which is shortened where both would be too long.
    ///
    /// - Parameter suffix: characters that an id may have.
    static func appending(_ suffix: String, to id: String) -> String {
        let start = id.lastIndex(of: "/").map { id.index(after: $0) } ?? id.startIndex
        let last = String(id[start...])
        return id[..<start] + fitted(last, suffix: suffix, original: last)
    }

    /// A name that is too long for its suffix loses its end, and has part of its hash instead, so that long names stay apart.
    private static func fitted(_ name: String, suffix: String, original: String) -> String {
        guard name.utf8.count + suffix.utf8.count > longest else { return name + suffix }
        let stamp = "-" + hash(of: original)
        return String(decoding: name.utf8.prefix(max(longest - stamp.utf8.count - suffix.utf8.count, 1)), as: UTF8.self) + stamp + suffix
    }

    private static func hash(of name: String) -> String {
        String(SourceFile.hash(of: name).prefix(8))
    }
}
