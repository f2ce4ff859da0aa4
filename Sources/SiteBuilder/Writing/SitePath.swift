/// What makes a path safe to write, and later to remove, below an output folder.
enum SitePath {
    /// Names that begin so belong to the writer itself: its manifest, and the folder in which it stages files.
    static let reservedPrefix = ".sitegen-"

    /// Why a path can't be a file of a site, as the end of a sentence about it; `nil` where it can.
    static func problem(in path: String) -> String? {
        if path.isEmpty { return "is empty" }
        if path.utf8.first == UInt8(ascii: "/") { return "is absolute" }
        if path.utf8.contains(where: { $0 < 0x20 || $0 == 0x7F || $0 == UInt8(ascii: "\\") }) {
            return "holds a control character or a backslash"
        }
        for part in path.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false).map({ String($0) ?? "" }) {
            if let problem = problem(inPart: part) { return problem }
        }
        return nil
    }

    /// The folders above a path, the nearest last: `a/b/c.html` gives `a`, `a/b`.
    static func folders(above path: String) -> [String] {
        path.utf8.indices.filter { path.utf8[$0] == UInt8(ascii: "/") }.map { String(path[..<$0]) }
    }

    /// Byte order, which no locale and no normalisation changes.
    static func precedes(_ left: String, _ right: String) -> Bool {
        left.utf8.lexicographicallyPrecedes(right.utf8)
    }

    private static func problem(inPart part: String) -> String? {
        switch part {
        case "": "has an empty part"
        case ".", "..": "has the part '\(part)'"
        // A file below `.git` could change what git does in a published folder.
        case _ where part.lowercased() == ".git": "has the part '\(part)', which belongs to git"
        case _ where part.hasPrefix(reservedPrefix): "has the part '\(part)'; names that begin with '\(reservedPrefix)' are kept for the program"
        case _ where part.utf8.count > 255: "has a part longer than 255 bytes"
        default: nil
        }
    }
}
