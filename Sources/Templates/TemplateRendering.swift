import Bytes

/// The filling of one template: what was written so far, and which values are in sight.
struct TemplateRendering {
    let partials: [String: Template]
    let escaping: Template.Escaping
    var output = ByteBuffer()
    /// What names are looked up in, the nearest last.
    var frames: [Frame] = []
    /// How many partials are inside each other here.
    private var depth = 0

    enum Frame {
        case values([String: TemplateValue])
        /// The value of the section around, which has the name `.`.
        case single(TemplateValue)
    }

    init(partials: [String: Template], escaping: Template.Escaping) {
        self.partials = partials
        self.escaping = escaping
    }

    mutating func render(_ template: Template) { render(template.nodes) }

    private mutating func render(_ nodes: [TemplateNode]) {
        for node in nodes {
            switch node {
            case .text(let bytes): output.appendRaw(bytes)
            case .variable(let name, let isEscaped): write(value(name), isEscaped: isEscaped)
            case .section(let name, false, let inside): renderSection(value(name), inside)
            case .section(let name, true, let inside): if isNothing(value(name)) { render(inside) }
            case .partial(let name, let indentation): renderPartial(name, indentation)
            }
        }
    }

    private func value(_ name: String) -> TemplateValue? {
        if name == "." {
            guard case .single(let value) = frames.last else { return nil }
            return value
        }
        for case .values(let values) in frames.reversed() {
            if let value = values[name] { return value }
        }
        return nil
    }

    private func isNothing(_ value: TemplateValue?) -> Bool {
        switch value {
        case nil, .flag(false): true
        case .list(let elements, _): elements.isEmpty
        case .text, .html, .flag(true): false
        }
    }

    private mutating func renderSection(_ value: TemplateValue?, _ inside: [TemplateNode]) {
        guard let value, !isNothing(value) else { return }
        let contexts =
            if case .list(let elements, _) = value { elements.map(Frame.values) } else { [Frame.single(value)] }
        for context in contexts {
            frames.append(context)
            render(inside)
            frames.removeLast()
        }
    }

    private mutating func write(_ value: TemplateValue?, isEscaped: Bool) {
        switch value {
        case .text(let text): if isEscaped, escaping == .html { append(escaped: text) } else { output.append(text: text) }
        case .html(let html): output.append(html)
        // Only sections ask whether there is something.
        case nil, .flag, .list: return
        }
    }

    /// Escapes single quotes too: a template may put a value between them.
    private mutating func append(escaped text: String) {
        for (index, piece) in text.utf8.split(separator: UInt8(ascii: "'"), omittingEmptySubsequences: false).enumerated() {
            if index > 0 { output.append("&#39;") }
            output.append(escaped: piece)
        }
    }

    private mutating func renderPartial(_ name: String, _ indentation: [UInt8]) {
        // A partial that takes itself in without an end would go on until the stack is full.
        guard let partial = partials[name], depth < 100 else { return }
        depth += 1
        render(partial.indented(by: indentation))
        depth -= 1
    }
}
