import Bytes

extension SourceFile {
    /// Describes a file by its path and content.
    public init(path: String, content: [UInt8]) {
        self.init(path: path, sha256: Self.hash(of: content), bytes: content.count)
    }

    /// The SHA-256 of a text in 64 lower-case hexadecimal digits, for names that may not be the text itself.
    public static func hash(of text: String) -> String { hash(of: Array(text.utf8)) }

    private static func hash(of content: [UInt8]) -> String {
        var hash = SHA256()
        hash.update(content)
        return hash.hexadecimalDigest
    }
}
