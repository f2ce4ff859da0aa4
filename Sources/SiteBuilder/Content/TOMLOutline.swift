/// Where the keys and values of a TOML text stand.
///
/// TOMLKit tells the place of a mistake in the syntax, but not the place of a key that has an unknown name or a wrong type.
/// This reads just enough of the text for that: it never fails, and on a text that is no TOML it only finds less.
struct TOMLOutline: Sendable {
    enum Step: Sendable, Hashable {
        case key(String)
        /// An element of an array, or a table of an array of tables, from 0.
        case index(Int)
    }

    /// Byte ranges of keys, and of headers' parts, by where their value stands in the tree.
    private(set) var keys: [[Step]: Range<Int>] = [:]
    /// Byte ranges of values; tables under a header have none.
    private(set) var values: [[Step]: Range<Int>] = [:]
    /// The first place that TOMLKit must not see: it stops the whole program at a header without a name, a missing value, or a broken date.
    private(set) var obstacle: Obstacle?

    struct Obstacle: Sendable {
        var offset: Int
        /// Where the line begins that holds it: everything before can be parsed.
        var lineStart: Int
        var message: String
    }

    private let bytes: [UInt8]
    private var position: Int
    private let end: Int
    private var lineStart = 0
    private var depth = 0
    private var tablesSoFar: [[Step]: Int] = [:]

    init(_ bytes: [UInt8], in range: Range<Int>) {
        self.bytes = bytes
        position = range.lowerBound
        end = range.upperBound
        scan()
    }

    private mutating func scan() {
        var table: [Step] = []
        skipSpace()
        while position < end, obstacle == nil {
            lineStart = position
            if current == UInt8(ascii: "[") { table = header() } else { keyValue(in: table) }
            // Whatever else stands on the line is for TOMLKit to complain about.
            skip { $0 != UInt8(ascii: "\n") }
            skipSpace()
        }
    }
}

/// The grammar, from the line down to the value.
extension TOMLOutline {
    private static let deepest = 100
    private static let longestPath = 200

    /// Reads `[a.b]` or `[[a.b]]` and gives the path of the table that it opens.
    private mutating func header() -> [Step] {
        let start = position
        position += 1
        let isArray = take("[")
        skip(isBlank)
        guard let byte = current, isBare(byte) || isQuote(byte) || byte == UInt8(ascii: "]") else {
            block("a table's name begins with a letter, a digit, '_', '-' or a quotation mark", at: start)
            return []
        }
        let parts = key()
        var path: [Step] = []
        for (index, part) in parts.enumerated() {
            path.append(.key(part.name))
            guard path.count <= Self.longestPath else {
                block("tables are nested more than \(Self.longestPath) deep", at: part.range.lowerBound)
                return []
            }
            if keys[path] == nil { keys[path] = part.range }
            let isLast = index == parts.count - 1
            if isLast, isArray { tablesSoFar[path, default: 0] += 1 }
            if let count = tablesSoFar[path] {
                path.append(.index(count - 1))
                if isLast { keys[path] = part.range }
            }
        }
        return path
    }

    private mutating func keyValue(in table: [Step]) {
        var path = table
        for part in key() {
            path.append(.key(part.name))
            // Every part is kept with all that stand before it, so the memory for a key grows with the square of their number.
            guard path.count <= Self.longestPath else {
                return block("keys are nested more than \(Self.longestPath) deep", at: part.range.lowerBound)
            }
            if keys[path] == nil { keys[path] = part.range }
        }
        skip(isBlank)
        if take("=") { value(at: path) }
    }

    private mutating func key() -> [(name: String, range: Range<Int>)] {
        var parts: [(name: String, range: Range<Int>)] = []
        repeat {
            skip(isBlank)
            let start = position
            if let quote = current, isQuote(quote) {
                string(quote)
                let inside = start + 1..<max(start + 1, position - 1)
                parts.append((String(decoding: bytes[inside], as: UTF8.self), start..<position))
            } else {
                skip(isBare)
                parts.append((String(decoding: bytes[start..<position], as: UTF8.self), start..<position))
            }
            skip(isBlank)
        } while take(".")
        return parts
    }

    private mutating func value(at path: [Step]) {
        skip(isBlank)
        let start = position
        depth += 1
        defer { depth -= 1 }
        guard depth <= Self.deepest else {
            block("values are nested more than \(Self.deepest) deep", at: start)
            return
        }
        switch current {
        case UInt8(ascii: "["): elements(of: path)
        case UInt8(ascii: "{"): members(of: path)
        case let quote? where isQuote(quote): string(quote)
        default: skip { !Self.valueEnds.contains($0) }
        }
        var stop = position
        while stop > start, isBlank(bytes[stop - 1]) { stop -= 1 }
        values[path] = start..<stop
        if stop == start { block("a value is missing", at: start) }
        checkDate(start..<stop)
    }

    private static let valueEnds = Array(",]}#\r\n".utf8)

    /// Four digits and a hyphen, or two and a colon, begin a date or a time and nothing else.
    private mutating func checkDate(_ range: Range<Int>) {
        let isDate = bytes[range].dropFirst(4).first == UInt8(ascii: "-") && bytes[range].prefix(4).allSatisfy(isDigit)
        let isTime = bytes[range].dropFirst(2).first == UInt8(ascii: ":") && bytes[range].prefix(2).allSatisfy(isDigit)
        guard isDate || isTime else { return }
        let time = /[0-9]{2}:[0-9]{2}:[0-9]{2}(\.[0-9]+)?/
        let dateTime = /[0-9]{4}-[0-9]{2}-[0-9]{2}([Tt ][0-9]{2}:[0-9]{2}:[0-9]{2}(\.[0-9]+)?([Zz]|[+\-][0-9]{2}:[0-9]{2})?)?/
        let text = String(decoding: bytes[range], as: UTF8.self)
        guard text.wholeMatch(of: time) == nil, text.wholeMatch(of: dateTime) == nil else { return }
        block("a date is written as 2025-11-15 or 2025-11-15T20:51:23Z", at: range.lowerBound)
    }

    private mutating func elements(of path: [Step]) {
        position += 1
        var index = 0
        skipSpace()
        while position < end, obstacle == nil, !take("]") {
            value(at: path + [.index(index)])
            index += 1
            skipSpace()
            if !take(","), current != UInt8(ascii: "]") { return }
            skipSpace()
        }
    }

    private mutating func members(of path: [Step]) {
        position += 1
        skipSpace()
        while position < end, obstacle == nil, !take("}") {
            keyValue(in: path)
            skipSpace()
            if !take(","), current != UInt8(ascii: "}") { return }
            skipSpace()
        }
    }

    /// Goes past a string of one of the four kinds; an unclosed one ends with its line, or with the text.
    private mutating func string(_ quote: UInt8) {
        let isLong = bytes[position..<end].prefix(3).elementsEqual([quote, quote, quote])
        position += isLong ? 3 : 1
        while let byte = current, isLong || byte != UInt8(ascii: "\n") {
            if byte == UInt8(ascii: "\\"), quote == UInt8(ascii: "\"") {
                position = min(position + 2, end)
            } else if byte == quote, !isLong {
                position += 1
                return
            } else if byte == quote, bytes[position..<end].prefix(3).elementsEqual([quote, quote, quote]) {
                // Up to two quotation marks may stand directly before the closing three.
                skip { $0 == quote }
                return
            } else {
                position += 1
            }
        }
    }
}

extension TOMLOutline {
    private mutating func block(_ message: String, at offset: Int) {
        obstacle = obstacle ?? Obstacle(offset: offset, lineStart: lineStart, message: message)
    }
}

/// Single bytes.
extension TOMLOutline {
    private var current: UInt8? { position < end ? bytes[position] : nil }

    private mutating func take(_ scalar: Unicode.Scalar) -> Bool {
        guard current == UInt8(ascii: scalar) else { return false }
        position += 1
        return true
    }

    private mutating func skip(_ matches: (UInt8) -> Bool) {
        while let byte = current, matches(byte) { position += 1 }
    }

    /// Goes past blanks, line ends and comments.
    private mutating func skipSpace() {
        while let byte = current {
            if byte == UInt8(ascii: "#") {
                skip { $0 != UInt8(ascii: "\n") }
            } else if isBlank(byte) || byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r") {
                position += 1
            } else {
                return
            }
        }
    }

    private func isBlank(_ byte: UInt8) -> Bool { byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t") }
    private func isDigit(_ byte: UInt8) -> Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) }
    private func isQuote(_ byte: UInt8) -> Bool { byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") }

    private func isBare(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "0")...UInt8(ascii: "9"),
            UInt8(ascii: "_"), UInt8(ascii: "-"):
            true
        default: false
        }
    }
}
