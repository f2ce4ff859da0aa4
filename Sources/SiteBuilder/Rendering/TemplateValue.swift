import Bytes

/// What a template's name stands for.
enum TemplateValue: Sendable {
    /// Text, which the template escapes.
    case text(String)
    /// Finished HTML, for names in triple braces; its bytes are put in place as they are, without passing through the template engine.
    case html(ByteBuffer)
    /// A section that is shown or not.
    case flag(Bool)
    /// A section that is shown once for each element; `names` are what its elements give, also where there is none.
    case list([[String: TemplateValue]], of: [String])

    /// The text, or nothing, which hides a section of that name.
    static func optional(_ text: String?) -> TemplateValue {
        guard let text, !text.isEmpty else { return .flag(false) }
        return .text(text)
    }

    /// The HTML, or nothing where it is empty.
    static func optional(_ html: ByteBuffer?) -> TemplateValue {
        guard let html, !html.isEmpty else { return .flag(false) }
        return .html(html)
    }
}
