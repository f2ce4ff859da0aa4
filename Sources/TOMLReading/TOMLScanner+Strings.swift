/// The four kinds of string. Each begins at its opening quotation mark.
extension TOMLScanner {
    mutating func string() throws(TOMLError) -> String {
        if follows("\"\"\"") { return try longString(UInt8(ascii: "\"")) }
        if follows("'''") { return try longString(UInt8(ascii: "'")) }
        return current == UInt8(ascii: "\"") ? try basicString() : try literalString()
    }

    /// `"text"` with escapes, on one line.
    mutating func basicString() throws(TOMLError) -> String {
        let start = position
        position += 1
        var run = position
        var unescaped: [UInt8] = []
        while let byte = current {
            switch byte {
            case UInt8(ascii: "\""):
                position += 1
                guard !unescaped.isEmpty else { return text(run..<position - 1) }
                unescaped += bytes[run..<position - 1]
                return String(decoding: unescaped, as: UTF8.self)
            case UInt8(ascii: "\\"):
                unescaped += bytes[run..<position]
                unescaped += String(try escape()).utf8
                run = position
            default:
                if atLineEnd { throw unclosed(start, "\"") }
                try checkControl(byte)
                position += 1
            }
        }
        throw unclosed(start, "\"")
    }

    /// `'text'` without escapes, on one line.
    mutating func literalString() throws(TOMLError) -> String {
        let start = position
        position += 1
        while let byte = current, !atLineEnd {
            if take(UInt8(ascii: "'")) { return text(start + 1..<position - 1) }
            try checkControl(byte)
            position += 1
        }
        throw unclosed(start, "'")
    }

    /// A string between three quotation marks on either side, which may go over several lines; one right at its start is none of it.
    private mutating func longString(_ quote: UInt8) throws(TOMLError) -> String {
        let start = position
        position += 3
        _ = takeLineEnd()
        var run = position
        var unescaped: [UInt8] = []
        while let byte = current {
            if byte == quote {
                let content = position
                // Up to two quotation marks may stand directly before the closing three.
                while current == quote, position - content < 5 { position += 1 }
                guard position - content >= 3 else { continue }
                unescaped += bytes[run..<position - 3]
                return String(decoding: unescaped, as: UTF8.self)
            } else if byte == UInt8(ascii: "\\"), quote == UInt8(ascii: "\"") {
                unescaped += bytes[run..<position]
                if !skipEscapedLineEnd() { unescaped += String(try escape()).utf8 }
                run = position
            } else if !takeLineEnd() {
                try checkControl(byte)
                position += 1
            }
        }
        let mark = Character(Unicode.Scalar(quote))
        throw unclosed(start, String(repeating: mark, count: 3))
    }

    /// Goes past a backslash at the end of a line, with the line end and everything blank on the lines after it.
    private mutating func skipEscapedLineEnd() -> Bool {
        let backslash = position
        position += 1
        skipBlanks()
        guard takeLineEnd() else {
            position = backslash
            return false
        }
        repeat { skipBlanks() } while takeLineEnd()
        return true
    }

    private func unclosed(_ start: Int, _ mark: String) -> TOMLError {
        TOMLError("the string that begins here has no end; close it with \(mark)", at: start..<position)
    }

    private func checkControl(_ byte: UInt8) throws(TOMLError) {
        guard byte.isTOMLControl else { return }
        throw TOMLError("a string may not hold \(described()); between \" it may be written with an escape such as \\u001B", at: position)
    }
}

/// Escapes. Each begins at its backslash.
extension TOMLScanner {
    private mutating func escape() throws(TOMLError) -> Unicode.Scalar {
        let start = position
        position += 1
        let letter = current
        if !isAtEnd, !atLineEnd { position += 1 }
        skip { $0 & 0xC0 == 0x80 }
        switch letter {
        case UInt8(ascii: "b"): return "\u{8}"
        case UInt8(ascii: "t"): return "\t"
        case UInt8(ascii: "n"): return "\n"
        case UInt8(ascii: "f"): return "\u{C}"
        case UInt8(ascii: "r"): return "\r"
        case UInt8(ascii: "\""): return "\""
        case UInt8(ascii: "\\"): return "\\"
        case UInt8(ascii: "u"): return try scalar(digits: 4, from: start)
        case UInt8(ascii: "U"): return try scalar(digits: 8, from: start)
        default: throw TOMLError("there is no such escape; a backslash is written as \\\\, or the string stands between '", at: start..<position)
        }
    }

    private mutating func scalar(digits: Int, from start: Int) throws(TOMLError) -> Unicode.Scalar {
        var value: UInt32 = 0
        for _ in 0..<digits {
            guard let digit = current?.tomlDigitValue else {
                throw TOMLError("this escape has \(digits) hexadecimal digits", at: start..<position)
            }
            value = value << 4 | UInt32(digit)
            position += 1
        }
        guard let scalar = Unicode.Scalar(value) else { throw TOMLError("Unicode has no character of this number", at: start..<position) }
        return scalar
    }
}
