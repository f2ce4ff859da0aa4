/// A run of digits, of letters, or of the same mark.
struct DateToken {
    let text: String
    private let kind: Kind

    private enum Kind { case digits, letters, mark }

    var digits: String? { kind == .digits ? text : nil }

    /// Whether it stands between words and numbers.
    var isMark: Bool { kind == .mark }

    /// `03` of `Mar` or `March`.
    var month: String? {
        guard kind == .letters else { return nil }
        let word = text.lowercased()
        let index = Self.months.firstIndex { name in word == name || word == name.prefix(3) || (word == "sept" && name == "september") }
        return index.map { $0 < 9 ? "0\($0 + 1)" : "\($0 + 1)" }
    }

    private static let months = [
        "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december",
    ]

    static func tokens(of text: String) -> [DateToken] {
        var tokens: [DateToken] = []
        var rest = text.unicodeScalars[...]
        while let first = rest.first {
            let kind = kind(of: first)
            // A comma and its space stand between two words as one mark does.
            let run = rest.prefix { self.kind(of: $0) == kind && (kind != .mark || $0 == first || (first == "," && $0 == " ")) }
            tokens.append(DateToken(text: String(run), kind: kind))
            rest = rest[run.endIndex...]
        }
        return tokens
    }

    private static func kind(of scalar: Unicode.Scalar) -> Kind {
        switch scalar {
        case "0"..."9": .digits
        case "a"..."z", "A"..."Z": .letters
        default: scalar.properties.isAlphabetic ? .letters : .mark
        }
    }
}
