public import JSON

/// What a format may look at to recognize a file.
public struct FileHead: Sendable {
    /// The file's own name.
    public let name: String
    /// The first bytes of the file, at most `length`, without a byte order mark.
    public let bytes: ArraySlice<UInt8>
    /// The parsed content, where it is JSON.
    public let json: JSON?
    /// The keys of a JSON object, or those of the first object in a JSON array; empty for any other content.
    public let jsonKeys: Set<String>

    static let length = 4096

    init(name: String, bytes: [UInt8], json: JSON?) {
        self.name = name
        self.bytes = bytes.prefix(Self.length).dropFirst(bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0)
        self.json = json
        self.jsonKeys = (json?.array?.first ?? json)?.keys ?? []
    }

    /// The part of the name after the last dot, in lower case.
    public var suffix: String {
        name.lastIndex(of: ".").map { name[$0...].dropFirst().lowercased() } ?? ""
    }
}
