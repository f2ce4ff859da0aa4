/// Bare mail and chat addresses in text: `name@host.example`, with `mailto:` or `xmpp:` before it or not.
struct EmailAutolinks {
    struct Address {
        var range: Range<Int>
        var needsMailto: Bool
    }

    private let text: UnsafeBufferPointer<UInt8>
    /// Where the text that is still looked at begins; what comes before is behind the last address.
    private var textStart = 0
    private var offset = 0
    private var tries = 0

    /// One text is given up after this many `@`, as in cmark-gfm.
    private static let mostTries = 1001

    init(in text: UnsafeBufferPointer<UInt8>) {
        self.text = text
    }

    mutating func next() -> Address? {
        while tries < Self.mostTries, let at = text[offset...].firstIndex(of: UInt8(ascii: "@")) {
            tries += 1
            defer { offset = max(offset, at + 1) }
            guard let (start, scheme) = start(before: at), let end = end(from: at, scheme: scheme) else { continue }
            offset = end
            textStart = end
            return Address(range: start..<end, needsMailto: scheme == nil)
        }
        return nil
    }

    private enum Scheme: String, CaseIterable {
        case mailto = "mailto:"
        case xmpp = "xmpp:"
    }

    private func start(before at: Int) -> (Int, Scheme?)? {
        var index = at
        var scheme: Scheme?
        while index > offset {
            let byte = text[index - 1]
            if byte.isAlphanumeric || Self.isNamePunctuation(byte) {
                index -= 1
            } else if byte == UInt8(ascii: ":"), let found = Scheme.allCases.first(where: { endsWith($0, at: index) }) {
                // Once seen, a chat address stays one.
                scheme = scheme == .xmpp ? .xmpp : found
                index -= 1
            } else {
                break
            }
        }
        return index < at ? (index, scheme) : nil
    }

    private static func isNamePunctuation(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: ".") || byte == UInt8(ascii: "+") || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "_")
    }

    private func endsWith(_ scheme: Scheme, at end: Int) -> Bool {
        let start = end - scheme.rawValue.utf8.count
        guard start >= textStart, text[start..<end].elementsEqual(scheme.rawValue.utf8) else { return false }
        return start == textStart || !text[start - 1].isAlphanumeric
    }

    private func end(from at: Int, scheme: Scheme?) -> Int? {
        var index = at + 1
        var dots = 0
        scan: while index < text.count {
            let byte = text[index]
            switch byte {
            case UInt8(ascii: "@"):
                return nil
            case UInt8(ascii: ".") where index + 1 < text.count && text[index + 1].isAlphanumeric:
                dots += 1
            case UInt8(ascii: "/") where scheme == .xmpp:
                break
            case UInt8(ascii: "-"), UInt8(ascii: "_"):
                break
            default:
                if !byte.isAlphanumeric { break scan }
            }
            index += 1
        }
        guard index - at >= 2, dots > 0, text[index - 1].isLetter || text[index - 1] == UInt8(ascii: ".") else { return nil }
        return AddressEnd.trimmed(Array(text[at..<index]), 0..<index - at) + at
    }
}
