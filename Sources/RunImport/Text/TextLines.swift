import Platform

/// A text as lines of bytes. Lines end with a line feed; carriage returns and blanks before it belong to no line.
///
/// Works on bytes because a carriage return with a line feed is one `Character`, and because figures must not hide in what a Markdown parser
/// takes for code.
struct TextLines: Sendable {
    let bytes: [UInt8]
    private let ranges: [Range<Int>]

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
        var ranges: [Range<Int>] = []
        var start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
        bytes.withUnsafeBufferPointer { buffer in
            func close(at end: Int) {
                var end = end
                while end > start, buffer[end - 1] == 0x0D || buffer[end - 1] == 0x20 || buffer[end - 1] == 0x09 { end -= 1 }
                ranges.append(start..<end)
            }
            for index in start..<max(start, buffer.count) where buffer[index] == 0x0A {
                close(at: index)
                start = index + 1
            }
            if start < buffer.count { close(at: buffer.count) }
        }
        self.ranges = ranges
    }

    var count: Int { ranges.count }

    /// The line of an index from 0, without blanks at its end.
    subscript(line: Int) -> ArraySlice<UInt8> { bytes[ranges[line]] }

    /// The byte at which a line begins; the end of the text past the last line.
    func offset(of line: Int) -> Int { line < count ? ranges[line].lowerBound : bytes.count }

    /// The byte behind a line, without its end.
    func end(of line: Int) -> Int { ranges[line].upperBound }

    func isBlank(_ line: Int) -> Bool { ranges[line].isEmpty }

    func line(_ line: Int, is text: StaticString) -> Bool { self[line].equals(text) }

    /// The next line from `line` on that is not blank; the end where there is none.
    func nextFilled(from line: Int) -> Int {
        var line = line
        while line < count, isBlank(line) { line += 1 }
        return line
    }

    /// The last line before `line` that is not blank.
    func lastFilled(before line: Int) -> Int? {
        var line = line - 1
        while line >= 0, isBlank(line) { line -= 1 }
        return line >= 0 ? line : nil
    }
}

extension ArraySlice<UInt8> {
    func equals(_ text: StaticString) -> Bool {
        text.withUTF8Buffer { $0.count == count && elementsEqual($0) }
    }

    func opens(with text: StaticString) -> Bool {
        text.withUTF8Buffer { starts(with: $0) }
    }

    func closes(with text: StaticString) -> Bool {
        text.withUTF8Buffer { $0.count <= count && suffix($0.count).elementsEqual($0) }
    }

    /// Whether the line ends with a text.
    func hasSuffix(_ text: String) -> Bool {
        let text = text.utf8
        return text.count <= count && suffix(text.count).elementsEqual(text)
    }

    /// What stands between two texts; `nil` where the line does not begin and end with them.
    func between(_ opening: StaticString, _ closing: StaticString = "") -> ArraySlice<UInt8>? {
        guard opens(with: opening), closes(with: closing), opening.utf8CodeUnitCount + closing.utf8CodeUnitCount <= count else { return nil }
        return dropFirst(opening.utf8CodeUnitCount).dropLast(closing.utf8CodeUnitCount)
    }

    /// The two sides of the first place where the text stands.
    func split(at text: StaticString) -> (ArraySlice<UInt8>, ArraySlice<UInt8>)? {
        let length = text.utf8CodeUnitCount
        guard length <= count, let place = withUnsafeBufferPointer({ $0.firstPlace(of: text) }) else { return nil }
        return (self[..<(startIndex + place)], self[(startIndex + place + length)...])
    }

    /// Whether a byte stands anywhere in the line.
    func has(_ byte: UInt8) -> Bool {
        withUnsafeBufferPointer { bytes in bytes.baseAddress.map { memchr($0, Int32(byte), bytes.count) != nil } ?? false }
    }

    var string: String { String(decoding: self, as: UTF8.self) }

    var trimmed: ArraySlice<UInt8> {
        var slice = self
        while let first = slice.first, first == 0x20 || first == 0x09 { slice = slice.dropFirst() }
        while let last = slice.last, last == 0x20 || last == 0x09 || last == 0x0D { slice = slice.dropLast() }
        return slice
    }

    /// A whole number in plain digits.
    var integer: Int? {
        guard !isEmpty, count < 16, allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }) else { return nil }
        return reduce(0) { $0 * 10 + Int($1 - UInt8(ascii: "0")) }
    }
}

extension UnsafeBufferPointer<UInt8> {
    /// The first place at which a text stands; quick where the text begins with a rare byte.
    func firstPlace(of text: StaticString) -> Int? {
        guard let start = baseAddress else { return nil }
        let length = text.utf8CodeUnitCount
        var place = UnsafeRawPointer(start)
        let end = place + count
        while end - place >= length, let found = memchr(place, Int32(text.utf8Start[0]), end - place - length + 1) {
            if memcmp(found, text.utf8Start, length) == 0 { return UnsafeRawPointer(found) - UnsafeRawPointer(start) }
            place = UnsafeRawPointer(found) + 1
        }
        return nil
    }
}
