public import JSON

/// What a format may look at to recognize a file. It is made once for each file, however many formats look at it.
public struct FileHead: Sendable {
    /// The file's own name.
    public let name: String
    /// The first bytes of the file, at most `length`, without a byte order mark.
    public let bytes: ArraySlice<UInt8>
    /// The whole file, for formats that may begin anywhere in a log.
    public let content: [UInt8]
    /// The parsed content, where it is one value of JSON to the letter.
    public let json: JSON?
    /// The keys of a JSON object, or those of the first object in a JSON array; empty for any other content.
    public let jsonKeys: Set<String>
    /// The values of recorded JSON, one or many, with arrays replaced by their elements; empty for any other content.
    public let records: [JSON]
    /// The results that may stand in a file that is no JSON.
    let text: RecordedText

    static let length = 4096

    init(name: String, bytes: [UInt8], recorded: RecordedJSON? = nil, text: RecordedText = .empty) {
        self.text = text
        self.name = name
        self.content = bytes
        self.bytes = bytes.prefix(Self.length).dropFirst(bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0)
        self.json = recorded?.strict
        self.jsonKeys = (json?.array?.first ?? json)?.keys ?? []
        self.records = recorded?.failure == nil ? recorded?.flattened ?? [] : []
    }

    /// The part of the name after the last dot, in lower case.
    public var suffix: String { Self.suffix(of: name) }

    static func suffix(of name: String) -> String {
        name.lastIndex(of: ".").map { name[$0...].dropFirst().lowercased() } ?? ""
    }
}
