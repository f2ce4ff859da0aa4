/// What a document asks its site for: the file that a relative link or image names.
public struct LinkTarget: Sendable, Hashable {
    public enum Use: Sendable, Hashable {
        case link, image
    }

    /// The destination as the document has it, with entities and backslash escapes decoded.
    public var destination: String
    public var use: Use

    public init(destination: String, use: Use) {
        self.destination = destination
        self.use = use
    }
}
