import Bytes

/// The mark that stands for finished HTML while a template is filled: a number between two control characters, which HTML can't hold anyway.
enum FragmentToken {
    private static let open: UInt8 = 1
    private static let close: UInt8 = 2

    static func text(of index: Int) -> String { "\u{1}\(index)\u{2}" }

    /// The text with such marks made harmless; a run's name could hold one.
    static func neutralized(_ text: String) -> String {
        guard text.utf8.contains(where: { $0 == open || $0 == close }) else { return text }
        return text.replacing("\u{1}", with: "\u{FFFD}").replacing("\u{2}", with: "\u{FFFD}")
    }

    /// Puts the fragments where their marks stand.
    static func replace(in text: String, with fragments: [ByteBuffer]) -> ByteBuffer {
        var output = ByteBuffer(capacity: text.utf8.count + fragments.reduce(0) { $0 + $1.count })
        var rest = Substring(text).utf8
        while let start = rest.firstIndex(of: open) {
            output.appendRaw(rest[..<start])
            rest = rest[rest.index(after: start)...]
            let digits = rest.prefix { $0 != close }
            if let index = Int(Substring(digits)), fragments.indices.contains(index) { output.append(fragments[index]) }
            rest = rest[digits.endIndex...].dropFirst()
        }
        output.appendRaw(rest)
        return output
    }
}
