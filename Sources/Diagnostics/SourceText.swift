/// A file whose places are asked for again and again: where a byte stands costs the same at the end of a long file as at its start.
public struct SourceText: Sendable {
    public let path: String
    public let bytes: [UInt8]
    /// Where each line begins.
    private let lineStarts: [Int]
    /// How many scalars stand before the first byte of each block.
    private let scalarCounts: [Int]

    private static let blockLength = 64
    /// As much as an excerpt shows of a line, in bytes.
    private static let excerptLength = 200

    public init(_ bytes: [UInt8], path: String) {
        self.path = path
        self.bytes = bytes
        var lineStarts = [0]
        var scalarCounts: [Int] = []
        var scalars = 0
        bytes.withUnsafeBufferPointer { bytes in
            for offset in bytes.indices {
                if offset % Self.blockLength == 0 { scalarCounts.append(scalars) }
                if bytes[offset] == UInt8(ascii: "\n") { lineStarts.append(offset + 1) }
                if Self.beginsScalar(bytes[offset]) { scalars += 1 }
            }
        }
        self.lineStarts = lineStarts
        self.scalarCounts = scalarCounts
    }

    /// The bytes of a line without its end; nothing at the end of the text for a line that is not there.
    ///
    /// - Parameter number: from 1.
    public func line(_ number: Int) -> Range<Int> {
        guard lineStarts.indices.contains(number - 1) else { return bytes.count..<bytes.count }
        let start = lineStarts[number - 1]
        let next = number < lineStarts.count ? lineStarts[number] - 1 : bytes.count
        let end = bytes[start..<next].firstIndex(of: UInt8(ascii: "\r")) ?? next
        return start..<end
    }

    /// Finds the line and column of a byte offset.
    ///
    /// - Parameters:
    ///   - offset: past the end means the end.
    ///   - length: scalars to underline.
    /// - Returns: the location, and the line it stands on cut to what a terminal shows.
    public func location(of offset: Int, length: Int = 1) -> (SourceLocation, SourceExcerpt) {
        let target = min(max(offset, 0), bytes.count)
        let line = lineNumber(of: target)
        let start = lineStarts[line - 1]
        let column = scalarCount(before: target) - scalarCount(before: start) + 1
        let limit = min(start + Self.excerptLength, bytes.count)
        var end = min(target, limit)
        while end < limit, !Self.endsLine(bytes[end]) { end += 1 }
        let text = String(decoding: bytes[start..<end], as: UTF8.self)
        let fits = column <= text.unicodeScalars.count + 1
        return (SourceLocation(path, line: line, column: column), SourceExcerpt(line: fits ? text : "", length: length))
    }

    /// An error about some bytes, which are underlined up to the end of their first line.
    public func error(_ message: String, at range: Range<Int>) -> Diagnostic {
        let marked = range.clamped(to: 0..<bytes.count).prefix(Self.excerptLength).prefix { !Self.endsLine(bytes[$0]) }
        let length = String(decoding: bytes[marked], as: UTF8.self).unicodeScalars.count
        let (location, excerpt) = location(of: range.lowerBound, length: length)
        return .error(message, at: location, excerpt: excerpt)
    }

    private func lineNumber(of offset: Int) -> Int {
        var (low, high) = (0, lineStarts.count)
        while low < high {
            let middle = (low + high) / 2
            if lineStarts[middle] <= offset { low = middle + 1 } else { high = middle }
        }
        return low
    }

    private func scalarCount(before offset: Int) -> Int {
        guard !scalarCounts.isEmpty else { return 0 }
        let block = min(offset / Self.blockLength, scalarCounts.count - 1)
        var count = scalarCounts[block]
        for byte in bytes[block * Self.blockLength..<offset] where Self.beginsScalar(byte) { count += 1 }
        return count
    }

    private static func beginsScalar(_ byte: UInt8) -> Bool { byte & 0xC0 != 0x80 }
    private static func endsLine(_ byte: UInt8) -> Bool { byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r") }
}
