/// The language of a text as far as its letters tell it: how many of them each script has.
public struct TextLanguage: Sendable, Hashable {
    private var counts = [Int](repeating: 0, count: Script.allCases.count)

    public init() {}

    public init(of text: some Sequence<UInt8>) {
        Array(text).withUnsafeBufferPointer { add($0) }
    }

    /// How many letters and marks of a script the text has.
    public subscript(script: Script) -> Int { counts[script.rawValue] }

    /// Letters and marks of all scripts.
    public var letters: Int { counts.reduce(0, +) }

    /// The script with the most letters; the first of those with as many, and `nil` for a text without letters.
    ///
    /// Japanese mixes kana with Han characters, so a fifth of kana among them is enough for kana.
    public var script: Script? {
        var counts = counts
        let east = self[.kana] + self[.han]
        if self[.kana] * 5 >= east {
            counts[Script.kana.rawValue] = east
            counts[Script.han.rawValue] = 0
        }
        guard let most = counts.max(), most > 0, let index = counts.firstIndex(of: most) else { return nil }
        return Script(rawValue: index)
    }

    /// The BCP 47 tag of the language that the text is probably in.
    public var tag: String? { script?.language }

    /// Counts the letters of more text, which need not be valid UTF-8.
    public mutating func add(_ text: UnsafeBufferPointer<UInt8>) {
        var index = 0
        while index < text.count {
            let byte = text[index]
            if byte < 0x80 {
                if byte.isLetter { counts[Script.latin.rawValue] += 1 }
                index += 1
            } else if let (scalar, length) = decodeScalar(text, at: index, before: text.count) {
                if let script = Script(scalar.value) { counts[script.rawValue] += 1 }
                index += length
            } else {
                index += 1
            }
        }
    }

    mutating func removeAll() {
        for index in counts.indices { counts[index] = 0 }
    }
}
