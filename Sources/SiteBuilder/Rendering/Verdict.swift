import Bytes

/// What can be said of a figure, as a shape and a word: never by colour alone.
enum Verdict: String, Sendable, CaseIterable {
    case failed

    /// Writes the shape and the words; the shape is hidden from screen readers, since the words say the same.
    func write(_ words: String, into output: inout ByteBuffer) {
        output.append("<span class=\"v ")
        output.append(text: rawValue)
        output.append("\"><svg width=\"12\" height=\"12\" viewBox=\"0 0 12 12\" aria-hidden=\"true\">")
        output.append(shape)
        output.append("</svg>")
        output.append(escaped: words)
        output.append("</span>")
    }

    private var shape: StaticString {
        switch self {
        case .failed: "<path fill=\"none\" stroke=\"currentColor\" stroke-width=\"1.75\" d=\"m2 2 8 8m0-8-8 8\"/>"
        }
    }
}
