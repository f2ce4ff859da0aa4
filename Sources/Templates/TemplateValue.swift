public import Bytes

/// What a template's name stands for.
public enum TemplateValue: Sendable {
    /// Text, which the template escapes.
    case text(String)
    /// Finished HTML, whose bytes are put in place as they are.
    case html(ByteBuffer)
    /// A section that is shown or not.
    case flag(Bool)
    /// A section that is shown once for each element; `names` are what its elements give, also where there is none.
    case list([[String: TemplateValue]], of: [String])

    /// The text, or nothing, which hides a section of that name.
    public static func optional(_ text: String?) -> TemplateValue {
        guard let text, !text.isEmpty else { return .flag(false) }
        return .text(text)
    }

    /// The HTML, or nothing where it is empty.
    public static func optional(_ html: ByteBuffer?) -> TemplateValue {
        guard let html, !html.isEmpty else { return .flag(false) }
        return .html(html)
    }
}
