import AgentRuns
import JSON

/// How a setting is shown, in configurations and in ids: as a number or a short word, never as text that could be a key, an address or a path.
enum ServingVariant {
    /// A recorded value: a number, a flag as 1 or 0, or a word; `nil` for what may not be shown.
    static func option(_ value: JSON?) -> OptionValue? {
        guard let value else { return nil }
        if let flag = value.bool { return .number(flag ? 1 : 0) }
        if let number = value.number { return number.isFinite ? .number(number) : nil }
        return value.string.flatMap(published).map(option)
    }

    /// A word, or the number that it writes in the way in which numbers are shown.
    static func option(_ word: String) -> OptionValue {
        guard let number = RecordedFigure.value(of: word), OptionValue.number(number).description == word else { return .text(word) }
        return .number(number)
    }

    /// Text, which is `nil` where it is no short word. Numbers that a bar divides, as in `3/1`, are shown as the ratio that they mean.
    static func published(_ text: String) -> String? {
        let isRatio = text.contains("/") && text.utf8.allSatisfy { isDigit($0) || ".:/".utf8.contains($0) }
        let word = isRatio ? text.replacing("/", with: ":") : text
        guard (1...longest).contains(word.utf8.count), word.utf8.allSatisfy({ isDigit($0) || isLetter($0) || "._+:-".utf8.contains($0) }) else {
            return nil
        }
        return isKey(word) || isAddress(word) ? nil : word
    }

    /// A value that must tell series apart and can't be shown, as a few digits of its hash.
    static func standIn(for text: String) -> String {
        published(text) ?? "x\(SourceFile.hash(of: text).prefix(6))"
    }

    private static let longest = 20
    private static let keyPrefixes = ["sk-", "sk_", "pk-", "pk_", "hf_", "gh", "nvapi", "xox", "AKIA", "eyJ"]

    /// Keys open in known ways, or mix letters and digits for longer than any word does.
    private static func isKey(_ word: String) -> Bool {
        if keyPrefixes.contains(where: word.hasPrefix) { return true }
        return word.utf8.count >= 12 && word.utf8.contains(where: isDigit) && word.utf8.contains(where: isLetter)
            && word.utf8.allSatisfy { isDigit($0) || isLetter($0) }
    }

    /// Whether a word is a host's name or number, with or without a port.
    private static func isAddress(_ word: String) -> Bool {
        let hasLetters = word.utf8.contains(where: isLetter)
        if hasLetters, word.contains(":") || word.hasPrefix("localhost") { return true }
        let parts = word.split(separator: ".", omittingEmptySubsequences: false)
        if parts.count > 1, hasLetters, let last = parts.last?.utf8.first, isLetter(last) { return true }
        return parts.count == 4
    }

    private static func isDigit(_ byte: UInt8) -> Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) }

    private static func isLetter(_ byte: UInt8) -> Bool { (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20) }
}
