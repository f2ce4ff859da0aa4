public import Bytes

/// A template in the Mustache language: text with tags in it that values take the place of.
///
/// Everything works on bytes, so that finished HTML goes from its values into a page as it is.
///
/// - Source: mustache(5), and the modules of github.com/mustache/spec that every implementation has to have: interpolation, sections,
///   inverted sections, comments, partials, delimiters. A name is one key; dots in it have no meaning.
public struct Template: Sendable {
    /// The names that variables and sections ask for, in the order of the text.
    public let names: [TemplateName]
    let source: [UInt8]
    let nodes: [TemplateNode]

    public init(_ source: [UInt8]) throws(TemplateError) {
        var parser = TemplateParser(source)
        self.nodes = try parser.parse()
        self.names = parser.names
        self.source = source
    }

    /// Fills the template.
    ///
    /// - Parameters:
    ///   - values: what the names stand for; a name that is not there is nothing.
    ///   - partials: the templates that this one may take in with `{{>name}}`; one that is not there is nothing.
    ///   - escaping: whether text of double braces is made safe for HTML.
    public func render(_ values: [String: TemplateValue], partials: [String: Template] = [:], escaping: Escaping = .html) -> ByteBuffer {
        var rendering = TemplateRendering(partials: partials, escaping: escaping)
        rendering.frames = [.values(values)]
        rendering.render(self)
        return rendering.output
    }

    /// What becomes of text in double braces.
    public enum Escaping: Sendable {
        case html
        case none
    }

    /// The template with white space before each of its lines, as a partial that stands alone on an indented line takes it in.
    func indented(by indentation: [UInt8]) -> Template {
        guard !indentation.isEmpty else { return self }
        let newline = UInt8(ascii: "\n")
        var lines: [UInt8] = []
        var isLineStart = true
        for byte in source {
            if isLineStart { lines += indentation }
            lines.append(byte)
            isLineStart = byte == newline
        }
        // White space at the start of a line changes no tag, so what could be read before can be read now.
        return (try? Template(lines)) ?? self
    }
}
