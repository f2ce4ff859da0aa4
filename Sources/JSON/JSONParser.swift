extension JSON {
    /// Reads one JSON text.
    ///
    /// A UTF-8 byte order mark is skipped. What is refused, each at its byte: an empty file, UTF-16, invalid UTF-8, `NaN` and `Infinity`,
    /// numbers beyond the range of a double, a key that occurs twice in one object, nesting deeper than 256, and anything after the value.
    public init(parsing bytes: [UInt8]) throws(JSONError) {
        self = try Self.parse(bytes[...]).get()
    }

    /// Reads JSON Lines: one value a line, empty lines left out. Offsets count from the start of the whole text.
    public static func lines(parsing bytes: [UInt8]) throws(JSONError) -> [JSON] {
        var values: [JSON] = []
        for line in bytes.split(separator: UInt8(ascii: "\n")) where line.contains(where: { !" \t\r".utf8.contains($0) }) {
            values.append(try parse(line).get())
        }
        return values
    }

    /// Reads what a program recorded: more than one value, and numbers that JSON does not have.
    ///
    /// - Parameter skimmedKeys: keys of members that nobody needs, such as long lists; their values are checked and read as null.
    public static func recorded(parsing bytes: [UInt8], skimming skimmedKeys: Set<String> = []) -> RecordedJSON {
        bytes.withUnsafeBufferPointer { buffer in
            var parser = JSONParser(buffer, base: 0)
            parser.leniency = JSONParser.Leniency(skimmedKeys: skimmedKeys)
            var recorded = RecordedJSON()
            do throws(JSONError) {
                try parser.parseSequence(into: &recorded.values)
            } catch {
                recorded.failure = error
            }
            recorded.objection = parser.leniency?.objection
            return recorded
        }
    }

    /// Reads one recorded value at the start of a text that goes on with something else, and says where the value ends.
    ///
    /// Reads no further than to the end of the value, or to the first mistake in it; a failure is at the latter. Offsets are the slice's own indices.
    public static func recordedPrefix(
        of bytes: ArraySlice<UInt8>, skimming skimmedKeys: Set<String> = []
    ) -> Result<(value: JSON, end: Int), JSONError> {
        bytes.withUnsafeBufferPointer { buffer in
            var parser = JSONParser(buffer, base: bytes.startIndex)
            parser.leniency = JSONParser.Leniency(skimmedKeys: skimmedKeys)
            do throws(JSONError) {
                let (value, end) = try parser.parsePrefix()
                return .success((value, end + bytes.startIndex))
            } catch {
                return .failure(JSONError(error.message, at: error.offset + bytes.startIndex))
            }
        }
    }

    private static func parse(_ bytes: ArraySlice<UInt8>) -> Result<JSON, JSONError> {
        bytes.withUnsafeBufferPointer { buffer in
            var parser = JSONParser(buffer, base: bytes.startIndex)
            do throws(JSONError) {
                return .success(try parser.parseText())
            } catch {
                return .failure(JSONError(error.message, at: error.offset + bytes.startIndex))
            }
        }
    }
}

/// A recursive descent over bytes; strings without escapes are taken whole.
struct JSONParser {
    private let bytes: UnsafeBufferPointer<UInt8>
    /// Where the bytes begin in the whole text.
    private let base: Int
    private var position = 0
    private var depth = 0
    /// What recorded text may do beyond RFC 8259; `nil` where the text must be JSON to the letter.
    var leniency: Leniency?
    /// Whether the value that is being read is checked and then forgotten.
    private var isSkimming = false

    private static let deepest = 256

    init(_ bytes: UnsafeBufferPointer<UInt8>, base: Int) {
        self.bytes = bytes
        self.base = base
    }

    mutating func parseText() throws(JSONError) -> JSON {
        let value = try parseFirst()
        guard position == bytes.count else { throw JSONError("unexpected text after the end of the value", at: position) }
        return value
    }

    private mutating func parseFirst() throws(JSONError) -> JSON {
        try checkEncoding()
        skipWhitespace()
        guard position < bytes.count else { throw JSONError("the file is empty", at: position) }
        let value = try parseValue()
        skipWhitespace()
        return value
    }

    /// Reads values one after another, up to the end or to the first mistake; only objects and arrays may follow one another.
    mutating func parseSequence(into values: inout [JSON]) throws(JSONError) {
        values.append(try parseFirst())
        while position < bytes.count {
            leniency?.object("unexpected text after the end of the value", at: position)
            guard bytes[position] == UInt8(ascii: "{") || bytes[position] == UInt8(ascii: "["), values[0].isContainer else {
                throw JSONError("unexpected text after the end of the value", at: position)
            }
            values.append(try parseValue())
            skipWhitespace()
        }
    }

    /// Reads one value without a look at what follows it.
    mutating func parsePrefix() throws(JSONError) -> (value: JSON, end: Int) {
        skipWhitespace()
        let value = try parseValue()
        try checkBytes(UnsafeBufferPointer(rebasing: bytes[..<position]))
        return (value, position)
    }

    private mutating func checkEncoding() throws(JSONError) {
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { position = 3 }
        if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) || (bytes.count > 1 && (bytes[0] == 0) != (bytes[1] == 0)) {
            throw JSONError("the file is UTF-16; save it as UTF-8", at: 0)
        }
        try checkBytes(bytes)
    }

    private func checkBytes(_ bytes: UnsafeBufferPointer<UInt8>) throws(JSONError) {
        if let offset = firstInvalidUTF8(in: bytes) {
            throw JSONError("the byte 0x\(String(bytes[offset], radix: 16, uppercase: true)) is not valid UTF-8", at: offset)
        }
    }

    private mutating func skipWhitespace() {
        while position < bytes.count {
            switch bytes[position] {
            case 0x20, 0x0A, 0x0D, 0x09: position += 1
            default: return
            }
        }
    }

    private mutating func parseValue() throws(JSONError) -> JSON {
        guard position < bytes.count else { throw JSONError("the text ends where a value is expected", at: position) }
        let start = position
        try leniency?.count(at: position, isKept: !isSkimming)
        switch bytes[position] {
        case UInt8(ascii: "{"): return JSON(.object(try nested { parser throws(JSONError) in try parser.parseMembers() }), offset: start + base)
        case UInt8(ascii: "["): return JSON(.array(try nested { parser throws(JSONError) in try parser.parseElements() }), offset: start + base)
        case UInt8(ascii: "\""): return JSON(.string(try parseString()), offset: start + base)
        case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): return JSON(try parseNumber(), offset: start + base)
        default: return JSON(try parseWord(), offset: start + base)
        }
    }

    private mutating func nested<T>(_ parse: (inout JSONParser) throws(JSONError) -> T) throws(JSONError) -> T {
        guard depth < Self.deepest else { throw JSONError("nested deeper than \(Self.deepest) levels", at: position) }
        depth += 1
        position += 1
        let result = try parse(&self)
        depth -= 1
        return result
    }

    private mutating func parseMembers() throws(JSONError) -> [JSON.Member] {
        var members: [JSON.Member] = []
        var seen: Set<String> = []
        skipWhitespace()
        if take(UInt8(ascii: "}")) { return members }
        while true {
            skipWhitespace()
            let keyStart = position
            guard position < bytes.count, bytes[position] == UInt8(ascii: "\"") else {
                throw JSONError(position < bytes.count ? "expected a key in quotes" : "the text ends inside an object", at: position)
            }
            let key = try parseString()
            guard isSkimming || seen.insert(key).inserted else { throw JSONError("the key '\(key)' occurs twice", at: keyStart) }
            skipWhitespace()
            guard take(UInt8(ascii: ":")) else { throw JSONError("expected ':' after the key '\(key)'", at: position) }
            skipWhitespace()
            let value = try parseMember(key)
            if !isSkimming { members.append(JSON.Member(key, value)) }
            skipWhitespace()
            if take(UInt8(ascii: "}")) { return members }
            try expectComma(in: "an object")
        }
    }

    /// The value of a key; null, but checked all the same, where nobody needs it.
    private mutating func parseMember(_ key: String) throws(JSONError) -> JSON {
        guard !isSkimming, leniency?.skimmedKeys.contains(key) == true else { return try parseValue() }
        let start = position
        isSkimming = true
        _ = try parseValue()
        isSkimming = false
        return JSON(.null, offset: start + base)
    }

    private mutating func parseElements() throws(JSONError) -> [JSON] {
        var elements: [JSON] = []
        skipWhitespace()
        if take(UInt8(ascii: "]")) { return elements }
        while true {
            skipWhitespace()
            let element = try parseValue()
            if !isSkimming { elements.append(element) }
            skipWhitespace()
            if take(UInt8(ascii: "]")) { return elements }
            try expectComma(in: "an array")
        }
    }

    private mutating func expectComma(in container: String) throws(JSONError) {
        guard position < bytes.count else { throw JSONError("the text ends inside \(container)", at: position) }
        guard take(UInt8(ascii: ",")) else { throw JSONError("expected ',' or the end of \(container)", at: position) }
    }

    private mutating func take(_ byte: UInt8) -> Bool {
        guard position < bytes.count, bytes[position] == byte else { return false }
        position += 1
        return true
    }

    private mutating func parseWord() throws(JSONError) -> JSON.Value {
        let words: [(StaticString, JSON.Value)] = [("true", .bool(true)), ("false", .bool(false)), ("null", .null)]
        for (word, value) in words where follows(word) {
            position += word.utf8CodeUnitCount
            return value
        }
        for (word, value): (StaticString, JSON.Value) in [("NaN", .null), ("Infinity", .number(.infinity))] where follows(word) {
            try refuse("\(word) is not a JSON number; a value that was not measured is null", at: position)
            position += word.utf8CodeUnitCount
            return value
        }
        throw JSONError("expected a value", at: position)
    }

    /// Throws what only recorded text may hold, or remembers it.
    private mutating func refuse(_ message: String, at offset: Int) throws(JSONError) {
        guard leniency != nil else { throw JSONError(message, at: offset) }
        leniency?.object(message, at: offset)
    }

    private func follows(_ word: StaticString) -> Bool {
        word.withUTF8Buffer { bytes[position...].starts(with: $0) }
    }

    private mutating func parseNumber() throws(JSONError) -> JSON.Value {
        let start = position
        _ = take(UInt8(ascii: "-"))
        if follows("Infinity") {
            try refuse("-Infinity is not a JSON number; a value that was not measured is null", at: start)
            position += "Infinity".utf8.count
            return .null
        }
        let integerStart = position
        let integerDigits = skipDigits()
        guard integerDigits > 0, integerDigits == 1 || bytes[integerStart] != UInt8(ascii: "0") else {
            throw JSONError("a number must not start like this", at: start)
        }
        var isWhole = true
        if take(UInt8(ascii: ".")) {
            isWhole = false
            guard skipDigits() > 0 else { throw JSONError("expected a digit after the decimal point", at: position) }
        }
        if take(UInt8(ascii: "e")) || take(UInt8(ascii: "E")) {
            isWhole = false
            if !take(UInt8(ascii: "+")) { _ = take(UInt8(ascii: "-")) }
            guard skipDigits() > 0 else { throw JSONError("expected a digit in the exponent", at: position) }
        }
        if isWhole, integerDigits <= 15 { return .number(wholeNumber(from: start)) }
        let text = String(decoding: UnsafeBufferPointer(rebasing: bytes[start..<position]), as: UTF8.self)
        guard let value = Double(text), value.isFinite else {
            try refuse("the number is too large", at: start)
            return .null
        }
        return .number(value)
    }

    /// Fifteen digits are exact in a double, so no general conversion is needed.
    private func wholeNumber(from start: Int) -> Double {
        let isNegative = bytes[start] == UInt8(ascii: "-")
        var value = 0
        for byte in bytes[(isNegative ? start + 1 : start)..<position] { value = value * 10 + Int(byte - UInt8(ascii: "0")) }
        return isNegative ? -Double(value) : Double(value)
    }

    private mutating func skipDigits() -> Int {
        let start = position
        while position < bytes.count, bytes[position] >= UInt8(ascii: "0"), bytes[position] <= UInt8(ascii: "9") { position += 1 }
        return position - start
    }
}

extension JSONParser {
    private mutating func parseString() throws(JSONError) -> String {
        let start = position
        position += 1
        var runStart = position
        var unescaped: [UInt8]?
        while position < bytes.count {
            switch bytes[position] {
            case UInt8(ascii: "\""):
                let run = UnsafeBufferPointer(rebasing: bytes[runStart..<position])
                position += 1
                if isSkimming { return "" }
                guard var text = unescaped else { return String(decoding: run, as: UTF8.self) }
                text.append(contentsOf: run)
                return String(decoding: text, as: UTF8.self)
            case UInt8(ascii: "\\"):
                let run = UnsafeBufferPointer(rebasing: bytes[runStart..<position])
                let scalar = try parseEscape()
                if !isSkimming {
                    if unescaped == nil { unescaped = [] }
                    unescaped?.append(contentsOf: run)
                    unescaped?.append(contentsOf: String(scalar).utf8)
                }
                runStart = position
            case 0..<0x20:
                throw JSONError("a control character in a string must be escaped", at: position)
            default:
                position += 1
            }
        }
        throw JSONError("the text ends inside a string that begins here", at: start)
    }

    private mutating func parseEscape() throws(JSONError) -> Unicode.Scalar {
        let start = position
        position += 2
        guard start + 1 < bytes.count else { throw JSONError("the text ends inside an escape", at: start) }
        switch bytes[start + 1] {
        case UInt8(ascii: "\""): return "\""
        case UInt8(ascii: "\\"): return "\\"
        case UInt8(ascii: "/"): return "/"
        case UInt8(ascii: "b"): return "\u{8}"
        case UInt8(ascii: "f"): return "\u{C}"
        case UInt8(ascii: "n"): return "\n"
        case UInt8(ascii: "r"): return "\r"
        case UInt8(ascii: "t"): return "\t"
        case UInt8(ascii: "u"): return try parseUnicodeEscape(from: start)
        default: throw JSONError("unknown escape", at: start)
        }
    }

    /// A pair of surrogates is one scalar; half a pair is written as the replacement character, as most readers do.
    private mutating func parseUnicodeEscape(from start: Int) throws(JSONError) -> Unicode.Scalar {
        let unit = try parseHexDigits(from: start)
        guard 0xD800..<0xDC00 ~= unit, follows("\\u") else { return Unicode.Scalar(UInt32(unit)) ?? "\u{FFFD}" }
        let afterFirst = position
        position += 2
        let second = try parseHexDigits(from: afterFirst)
        guard 0xDC00..<0xE000 ~= second else {
            position = afterFirst
            return "\u{FFFD}"
        }
        return Unicode.Scalar(0x10000 + (UInt32(unit) - 0xD800) << 10 + (UInt32(second) - 0xDC00)) ?? "\u{FFFD}"
    }

    private mutating func parseHexDigits(from start: Int) throws(JSONError) -> UInt16 {
        guard position + 4 <= bytes.count else { throw JSONError("the text ends inside an escape", at: start) }
        var unit: UInt16 = 0
        for byte in bytes[position..<position + 4] {
            guard let digit = Character(Unicode.Scalar(byte)).hexDigitValue else { throw JSONError("expected four hexadecimal digits", at: start) }
            unit = unit << 4 | UInt16(digit)
        }
        position += 4
        return unit
    }
}
