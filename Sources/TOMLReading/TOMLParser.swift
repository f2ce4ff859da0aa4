import JSON

/// Reads TOML 1.0 line by line, from the header down to the value.
///
/// A mistake in the grammar ends the reading, since what follows could mean anything. A key that is there twice, or a table that may not
/// be opened, is noted and the reading goes on; either way there is no table in the end, so that nobody takes a part for the whole.
/// Source: TOML 1.0.0, https://toml.io/en/v1.0.0.
struct TOMLParser {
    private var scanner: TOMLScanner
    private var tree = TOMLTree()
    private var section = TOMLTree.root
    private var mistakes: [TOMLError] = []
    /// How many arrays and tables in braces are open.
    private var depth = 0
    /// How many parts of keys lead here.
    private var pathLength = 0

    private static let deepest = 100
    /// How many mistakes are told of before the reading ends.
    private static let mistakeLimit = 20

    /// The first byte that is no part of a text: of invalid UTF-8, or a zero.
    private static func firstByteOfNoText(_ bytes: [UInt8], in range: Range<Int>) -> Int? {
        let text = bytes[range]
        let invalid = text.withUnsafeBufferPointer { firstInvalidUTF8(in: $0) }.map { $0 + range.lowerBound }
        return text[..<(invalid ?? range.upperBound)].firstIndex(of: 0) ?? invalid
    }

    private init(_ bytes: [UInt8], in range: Range<Int>) {
        scanner = TOMLScanner(bytes, in: range)
    }

    /// Reads the part of a file that is TOML; a mark of the byte order may stand at the file's start.
    static func parse(_ bytes: [UInt8], in range: Range<Int>) -> (table: TOMLTable?, mistakes: [TOMLError]) {
        if let offset = firstByteOfNoText(bytes, in: range) {
            return (nil, [TOMLError("this line is not UTF-8 text", at: offset)])
        }
        let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
        let start = range.lowerBound == 0 && bytes[range].starts(with: mark) ? mark.count : range.lowerBound
        var parser = TOMLParser(bytes, in: start..<range.upperBound)
        do throws(TOMLError) {
            try parser.document()
        } catch {
            parser.mistakes.append(error)
        }
        return (parser.mistakes.isEmpty ? parser.tree.table(TOMLTree.root) : nil, parser.mistakes)
    }

    private mutating func document() throws(TOMLError) {
        while true {
            try scanner.skipLines()
            guard !scanner.isAtEnd, mistakes.count < Self.mistakeLimit else { return }
            if scanner.current == UInt8(ascii: "[") {
                try header()
                try scanner.finishLine(after: "a header")
            } else {
                try keyValue(in: section)
                try scanner.finishLine(after: "a value")
            }
        }
    }

    /// Reads `[a.b]` or `[[a.b]]`.
    private mutating func header() throws(TOMLError) {
        let start = scanner.position
        scanner.position += 1
        let isArray = scanner.take(UInt8(ascii: "["))
        scanner.skipBlanks()
        guard let byte = scanner.current, byte.isTOMLBare || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") else {
            throw TOMLError("a table's name begins with a letter, a digit, '_', '-' or a quotation mark", at: start)
        }
        let path = try scanner.key()
        let close: StaticString = isArray ? "]]" : "]"
        guard scanner.follows(close) else {
            throw TOMLError("expected '\(close)' after the table's name, found \(scanner.described())", at: scanner.position)
        }
        scanner.position += close.utf8CodeUnitCount
        pathLength = path.count
        do throws(TOMLError) {
            section = try tree.open(path, isArray: isArray)
        } catch {
            mistakes.append(error)
            // What follows is read for its own mistakes, and belongs nowhere.
            section = tree.detached(at: start..<scanner.position)
        }
    }

    private mutating func keyValue(in table: TOMLTree.TableID) throws(TOMLError) {
        let path = try scanner.key()
        pathLength += path.count
        defer { pathLength -= path.count }
        if pathLength > TOMLScanner.longestPath, let last = path.last { throw TOMLScanner.tooDeep(last) }
        guard scanner.take(UInt8(ascii: "=")) else {
            throw TOMLError("expected '=' after the key, found \(scanner.described())", at: scanner.position)
        }
        scanner.skipBlanks()
        let value = try value()
        do throws(TOMLError) {
            try tree.insert(value, at: path, in: table)
        } catch {
            mistakes.append(error)
        }
    }
}

/// Values.
extension TOMLParser {
    private mutating func value() throws(TOMLError) -> TOMLValue {
        let start = scanner.position
        let kind: TOMLValue.Kind =
            switch scanner.current {
            case UInt8(ascii: "\""), UInt8(ascii: "'"): .string(try scanner.string())
            case UInt8(ascii: "["): .array(try array())
            case UInt8(ascii: "{"): .table(try tableInBraces())
            default: try scanner.word()
            }
        return TOMLValue(kind: kind, range: start..<scanner.position)
    }

    private mutating func array() throws(TOMLError) -> [TOMLValue] {
        let start = try enter()
        defer { depth -= 1 }
        var elements: [TOMLValue] = []
        try scanner.skipLines()
        while !scanner.take(UInt8(ascii: "]")) {
            guard !scanner.isAtEnd else { throw Self.unclosedArray(start) }
            elements.append(try value())
            try scanner.skipLines()
            if scanner.take(UInt8(ascii: ",")) {
                try scanner.skipLines()
            } else if scanner.current != UInt8(ascii: "]") {
                guard !scanner.isAtEnd else { throw Self.unclosedArray(start) }
                throw TOMLError("expected ',' or ']' after an element of the array, found \(scanner.described())", at: scanner.position)
            }
        }
        return elements
    }

    /// Reads `{ a = 1, b.c = 2 }`, which TOML 1.0 wants on one line and without a last comma.
    private mutating func tableInBraces() throws(TOMLError) -> TOMLTable {
        let start = try enter()
        defer { depth -= 1 }
        let table = tree.detached(at: start..<scanner.position)
        scanner.skipBlanks()
        if scanner.take(UInt8(ascii: "}")) { return tree.takeTable(table) }
        while true {
            if scanner.isAtEnd || scanner.atLineEnd { throw Self.unclosedTable(start) }
            try keyValue(in: table)
            scanner.skipBlanks()
            if scanner.take(UInt8(ascii: "}")) { return tree.takeTable(table) }
            if scanner.isAtEnd || scanner.atLineEnd { throw Self.unclosedTable(start) }
            guard scanner.take(UInt8(ascii: ",")) else {
                throw TOMLError("expected ',' or '}' after a value, found \(scanner.described())", at: scanner.position)
            }
            scanner.skipBlanks()
            if scanner.current == UInt8(ascii: "}") { throw TOMLError("no comma may stand before the closing '}'", at: scanner.position) }
        }
    }

    /// Goes past an opening bracket, and gives its place.
    private mutating func enter() throws(TOMLError) -> Int {
        let start = scanner.position
        guard depth < Self.deepest else { throw TOMLError("values are nested more than \(Self.deepest) deep", at: start) }
        depth += 1
        scanner.position += 1
        return start
    }

    private static func unclosedArray(_ start: Int) -> TOMLError {
        TOMLError("the array that begins here has no end; close it with ']'", at: start)
    }

    private static func unclosedTable(_ start: Int) -> TOMLError {
        TOMLError("the table that begins here has no '}' on its line", at: start)
    }
}
