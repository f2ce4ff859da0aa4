import Bytes

/// One entry of a key: a swatch as the chart draws it, and a word.
struct KeyEntry: Sendable, Hashable {
    enum Swatch: Sendable, Hashable {
        /// A mark, on a stretch of line if the chart joins its marks.
        case mark(MarkStyle, series: Int?, joined: Bool)
        /// A piece of a bar, by its class.
        case bar(String)
        /// A vertical rule, as medians are drawn.
        case rule(String)
        /// The dashed step of a front.
        case step
        /// No swatch: the word is the head of the entries after it.
        case none
    }

    let swatch: Swatch
    let word: String
    /// The class that colours the word, where it is a verdict.
    var wordClass: String?

    static func write(_ entries: [KeyEntry], into buffer: inout ByteBuffer) {
        guard !entries.isEmpty else { return }
        buffer.append("<ul class=\"key\">")
        for entry in entries { entry.write(into: &buffer) }
        buffer.append("</ul>")
    }

    private func write(into buffer: inout ByteBuffer) {
        buffer.append("<li")
        if let wordClass {
            buffer.append(" class=\"")
            buffer.append(text: wordClass)
            buffer.append("\"")
        }
        buffer.append(">")
        if swatch != .none { writeSwatch(into: &buffer) }
        buffer.append(escaped: word)
        buffer.append("</li>")
    }

    private func writeSwatch(into buffer: inout ByteBuffer) {
        buffer.append("<svg width=\"16\" height=\"12\" aria-hidden=\"true\"")
        switch swatch {
        case .none: buffer.append(">")
        case .step:
            Self.open("front", into: &buffer)
            buffer.append("<path d=\"M0 9H9V2H16\"/></g>")
        case .bar(let classes):
            Self.open(classes, into: &buffer)
            buffer.append("<rect y=\"1\" width=\"16\" height=\"10\"/></g>")
        case .rule(let classes):
            Self.open(classes, into: &buffer)
            buffer.append("<line x1=\"8\" x2=\"8\" y2=\"12\"/></g>")
        case .mark(let style, let series, let joined):
            if let series {
                buffer.append(" class=\"s")
                buffer.append(series + 1)
                buffer.append("\"")
            }
            Self.open(style.classes, into: &buffer)
            if joined { buffer.append("<line class=\"line\" x2=\"16\" y1=\"6\" y2=\"6\"/>") }
            // A flag stands on its foot, and so it does in the key.
            style.write(x: style.shape == .flag ? 0.25 : 0.5, y: style.shape == .flag ? 12 : 6, title: nil, into: &buffer)
            buffer.append("</g>")
        }
        buffer.append("</svg>")
    }

    private static func open(_ classes: String, into buffer: inout ByteBuffer) {
        buffer.append("><g class=\"")
        buffer.append(text: classes)
        buffer.append("\">")
    }
}
