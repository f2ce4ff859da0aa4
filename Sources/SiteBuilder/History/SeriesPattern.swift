/// The id of a series, or a pattern of ids in which `*` stands for any letters within one part: `chimera_homo/*/gemma3-latest/num_gpu80*`.
struct SeriesPattern: Sendable, Hashable {
    let text: String

    var hasWildcards: Bool { text.contains("*") }

    /// What the stars stand for in an id; `nil` where it does not fit.
    func match(_ id: String) -> [Substring]? {
        let (own, others) = (text.split(separator: "/", omittingEmptySubsequences: false), id.split(separator: "/", omittingEmptySubsequences: false))
        guard own.count == others.count else { return nil }
        var found: [Substring] = []
        for (pattern, part) in zip(own, others) {
            guard let stars = Self.match(part, pattern.split(separator: "*", omittingEmptySubsequences: false)) else { return nil }
            found += stars
        }
        return found
    }

    /// The text with each of its stars replaced; a star without a match of its own says that any fits.
    func filled(with stars: [Substring]) -> String {
        var rest = stars[...]
        return text.reduce(into: "") { result, letter in
            if letter == "*" { result += rest.popFirst() ?? "any" } else { result.append(letter) }
        }
    }

    /// Each star takes as little as it can; one at the end takes all that is left.
    private static func match(_ part: Substring, _ pieces: [Substring]) -> [Substring]? {
        guard let first = pieces.first, part.hasPrefix(first) else { return nil }
        if pieces.count == 1 { return part == first ? [] : nil }
        var rest = part.dropFirst(first.count)
        var stars: [Substring] = []
        for piece in pieces.dropFirst().dropLast() {
            guard let range = piece.isEmpty ? rest.startIndex..<rest.startIndex : rest.firstRange(of: piece) else { return nil }
            stars.append(rest[..<range.lowerBound])
            rest = rest[range.upperBound...]
        }
        guard let last = pieces.last, rest.hasSuffix(last), rest.count >= last.count else { return nil }
        return stars + [rest.dropLast(last.count)]
    }
}

extension SeriesPattern: ExpressibleByStringLiteral {
    init(stringLiteral text: String) { self.init(text: text) }
}
