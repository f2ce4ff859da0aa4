/// Counts words: runs of bytes without space, and Han and kana characters one by one.
struct WordCounter {
    private(set) var count = 0
    private var isInWord = false

    mutating func add(_ text: CText) {
        var index = 0
        while index < text.count {
            let byte = text[index]
            if byte.isSpace {
                isInWord = false
            } else if byte >= 0xE3, let (scalar, length) = decodeScalar(text, at: index, before: text.count) {
                addScalar(scalar)
                index += length
                continue
            } else {
                beginWord()
            }
            index += 1
        }
    }

    mutating func endWord() {
        isInWord = false
    }

    private mutating func addScalar(_ scalar: Unicode.Scalar) {
        let script = Script(scalar.value)
        if script == .han || script == .kana {
            count += 1
            isInWord = false
        } else {
            beginWord()
        }
    }

    private mutating func beginWord() {
        if !isInWord { count += 1 }
        isInWord = true
    }
}
