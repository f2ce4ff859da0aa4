/// What stands before a result on its first line: nothing, a comment's sign, a container's name, a time, a log level, a progress bar without an end.
///
/// The same stands before each further line of the result, but for times, which go on, and for a bar, which stands there once.
struct LinePrefix: Sendable {
    /// How much what stands before another line is like this, best first.
    enum Likeness: Int, Comparable, Sendable {
        case same
        /// Alike but for times.
        case laterTime
        /// Alike but for numbers, or as far as it goes.
        case similar
        /// Nothing stands before the other line.
        case absent

        static func < (left: Likeness, right: Likeness) -> Bool { left.rawValue < right.rawValue }
    }

    private let bytes: ArraySlice<UInt8>

    init(_ bytes: ArraySlice<UInt8>) { self.bytes = bytes.trimmed }

    var isEmpty: Bool { bytes.isEmpty }

    /// How much another prefix is like this one; `nil` where it is another program's, or part of another text.
    func likeness(of other: ArraySlice<UInt8>) -> Likeness? {
        let other = other.trimmed
        if other.isEmpty { return bytes.isEmpty ? .same : .absent }
        guard let match = match(other), match.rest.trimmed.isEmpty else { return nil }
        return match.isWhole ? match.likeness : .similar
    }

    /// What follows this prefix, or one that is alike but for times and numbers, on another line.
    func rest(of line: ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
        if bytes.isEmpty { return line }
        let start = line.drop { $0 == 0x20 || $0 == 0x09 }
        guard let match = match(start), match.isWhole else { return nil }
        return match.rest
    }

    private struct Match {
        var rest: ArraySlice<UInt8>
        var likeness: Likeness
        /// Whether the other line has all of the prefix.
        var isWhole: Bool
    }

    /// Walks along both as far as both go: blanks match blanks, digits match digits, everything else itself.
    private func match(_ other: ArraySlice<UInt8>) -> Match? {
        var (own, theirs) = (bytes, other)
        var likeness = Likeness.same
        while let first = own.first, let second = theirs.first {
            if Self.isBlank(first), Self.isBlank(second) {
                own = own.drop(while: Self.isBlank)
                theirs = theirs.drop(while: Self.isBlank)
            } else if Self.isDigit(first), Self.isDigit(second) {
                let (left, right) = (own.prefix(while: Self.isDigit), theirs.prefix(while: Self.isDigit))
                if !left.elementsEqual(right) { likeness = max(likeness, isPartOfTime(left) ? .laterTime : .similar) }
                own = own[left.endIndex...]
                theirs = theirs[right.endIndex...]
            } else if first == second {
                own = own.dropFirst()
                theirs = theirs.dropFirst()
            } else {
                return nil
            }
        }
        return Match(rest: theirs, likeness: likeness, isWhole: own.isEmpty)
    }

    /// Whether digits are joined with others, as in `10:00:00.123` and `2026-03-01`.
    private func isPartOfTime(_ digits: ArraySlice<UInt8>) -> Bool {
        func isJoined(_ joint: Int, _ far: Int) -> Bool {
            bytes.indices.contains(joint) && bytes.indices.contains(far) && Self.joints.contains(bytes[joint]) && Self.isDigit(bytes[far])
        }
        return isJoined(digits.startIndex - 1, digits.startIndex - 2) || isJoined(digits.endIndex, digits.endIndex + 1)
    }

    private static let joints: [UInt8] = [0x3A, 0x2E, 0x2C, 0x2D, 0x2F, 0x54]

    private static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }

    private static func isDigit(_ byte: UInt8) -> Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) }
}
