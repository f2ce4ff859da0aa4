/// A name that a template uses, and where.
public struct TemplateName: Sendable, Hashable {
    public let name: String
    /// Bytes from the start of the template to the name's first byte.
    public let offset: Int
}
