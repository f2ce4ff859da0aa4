/// Why a template can't be read.
public struct TemplateError: Error, Hashable {
    /// A sentence without a stop.
    public let message: String
    /// Bytes from the start of the template to the tag that is wrong.
    public let offset: Int
}
