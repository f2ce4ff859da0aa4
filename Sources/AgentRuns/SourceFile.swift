/// A file that a run was read from.
public struct SourceFile: Sendable, Hashable {
    /// From the folder that was imported, with forward slashes.
    public var path: String
    /// In lower-case hexadecimal; `nil` where only the path is known.
    public var sha256: String?
    public var bytes: Int?

    public init(path: String, sha256: String? = nil, bytes: Int? = nil) {
        self.path = path
        self.sha256 = sha256
        self.bytes = bytes
    }
}
