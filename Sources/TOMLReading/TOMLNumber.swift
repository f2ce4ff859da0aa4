/// Reads one word that begins with a digit or a sign as an integer or as a number with a fraction.
struct TOMLNumber {
    private let word: ArraySlice<UInt8>
    private var position: Int
    /// The number without its underscores.
    private var plain: [UInt8] = []

    init(_ word: ArraySlice<UInt8>) {
        self.word = word
        position = word.startIndex
    }

    mutating func read() throws(TOMLError) -> TOMLValue.Kind {
        for (prefix, base): (StaticString, UInt8) in [("0x", 16), ("0o", 8), ("0b", 2)] where prefix.withUTF8Buffer({ word.starts(with: $0) }) {
            position += 2
            try digits(base)
            return .integer(try integer(plain[...], base, isNegative: false))
        }
        let isNegative = current == UInt8(ascii: "-")
        let signLength = takeSign() ? 1 : 0
        try digits(10)
        guard plain[signLength] != UInt8(ascii: "0") || plain.count == signLength + 1 else { throw error("a number has no leading zeros") }
        guard try fraction() else { return .integer(try integer(plain[signLength...], 10, isNegative: isNegative)) }
        guard let value = Double(String(decoding: plain, as: UTF8.self)), value.isFinite else {
            throw error("the number is too large; the largest is about 1.8e308")
        }
        return .float(value)
    }

    /// Takes a decimal point with its digits, an exponent, or both, up to the end of the word.
    private mutating func fraction() throws(TOMLError) -> Bool {
        var isThere = false
        if take(UInt8(ascii: ".")) {
            isThere = true
            try digits(10)
        }
        if take(UInt8(ascii: "e")) || take(UInt8(ascii: "E")) {
            isThere = true
            _ = takeSign()
            try digits(10)
        }
        if position < word.endIndex { throw noNumber }
        return isThere
    }

    /// Takes at least one digit, with underscores between them.
    private mutating func digits(_ base: UInt8) throws(TOMLError) {
        let start = position
        while let byte = current {
            if isDigit(byte, base) {
                plain.append(byte)
            } else if byte == UInt8(ascii: "_") {
                let next = position + 1 < word.endIndex ? word[position + 1] : 0
                guard position > start, isDigit(next, base) else { throw error("an underscore in a number stands between two digits") }
            } else {
                break
            }
            position += 1
        }
        if position == start { throw missingDigit() }
        // A word that goes on after 0x, 0o or 0b digits has nothing else to be.
        if base != 10, position < word.endIndex { throw noNumber }
    }

    private func integer(_ digits: ArraySlice<UInt8>, _ base: UInt8, isNegative: Bool) throws(TOMLError) -> Int64 {
        var value: Int64 = 0
        for digit in digits {
            let (scaled, isTooLarge) = value.multipliedReportingOverflow(by: Int64(base))
            let step = Int64(digit.tomlDigitValue ?? 0)
            let (sum, isOver) = isNegative ? scaled.subtractingReportingOverflow(step) : scaled.addingReportingOverflow(step)
            guard !isTooLarge, !isOver else { throw error("an integer lies between \(Int64.min) and \(Int64.max)") }
            value = sum
        }
        return value
    }
}

extension TOMLNumber {
    private var current: UInt8? { position < word.endIndex ? word[position] : nil }

    private mutating func take(_ byte: UInt8) -> Bool {
        guard current == byte else { return false }
        plain.append(byte)
        position += 1
        return true
    }

    private mutating func takeSign() -> Bool { take(UInt8(ascii: "+")) || take(UInt8(ascii: "-")) }

    private func isDigit(_ byte: UInt8, _ base: UInt8) -> Bool { byte.tomlDigitValue.map { $0 < base } ?? false }

    private func missingDigit() -> TOMLError {
        let isAfterPoint = position > word.startIndex && word[position - 1] == UInt8(ascii: ".")
        return isAfterPoint ? error("a decimal point stands between two digits") : noNumber
    }

    private var noNumber: TOMLError { error("this is no number; text stands in quotation marks") }

    private func error(_ message: String) -> TOMLError { TOMLError(message, at: word.startIndex..<word.endIndex) }
}
