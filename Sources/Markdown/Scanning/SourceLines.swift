/// The lines of a source, without their line breaks: `\n`, `\r\n` or a lone `\r`.
struct SourceLines: Sequence, IteratorProtocol {
    private let source: [UInt8]
    private var index = 0

    init(_ source: [UInt8]) {
        self.source = source
    }

    mutating func next() -> Range<Int>? {
        guard index < source.count else { return nil }
        let start = index
        var end = start
        let count = source.count
        source.withUnsafeBufferPointer { bytes in
            while end < count, bytes[end] != UInt8(ascii: "\n"), bytes[end] != UInt8(ascii: "\r") { end += 1 }
        }
        index = end + 1
        if end + 1 < count, source[end] == UInt8(ascii: "\r"), source[end + 1] == UInt8(ascii: "\n") { index += 1 }
        return start..<end
    }
}
