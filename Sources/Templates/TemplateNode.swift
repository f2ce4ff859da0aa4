/// A piece of a template.
enum TemplateNode: Sendable {
    case text([UInt8])
    case variable(String, isEscaped: Bool)
    /// What is between an opening and a closing tag; an inverted one is shown where there is nothing.
    case section(String, isInverted: Bool, [TemplateNode])
    /// Another template, each of whose lines is indented as the tag was if that stood alone on its line.
    case partial(String, indentation: [UInt8])
}
