/// The order in which people put names that hold numbers: `rate-0.5`, `rate-8`, `rate-16`.
enum NaturalOrder {
    /// Compares runs of digits, with their decimals, as numbers and everything else byte by byte; the order is total.
    static func isBefore(_ left: String, _ right: String) -> Bool {
        var (a, b) = (left.utf8[...], right.utf8[...])
        while let first = a.first, let second = b.first {
            if isDigit(first), isDigit(second) {
                let (x, y) = (number(from: &a), number(from: &b))
                if x != y { return x < y }
            } else if first != second {
                return first < second
            } else {
                a.removeFirst()
                b.removeFirst()
            }
        }
        if a.isEmpty, b.isEmpty { return left.utf8.lexicographicallyPrecedes(right.utf8) }
        return a.isEmpty
    }

    private static func isDigit(_ byte: UInt8) -> Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) }

    /// Takes the number that the text begins with.
    private static func number(from text: inout Substring.UTF8View) -> Double {
        var value = digits(from: &text) { $0 * 10 + $1 }
        if text.first == UInt8(ascii: "."), text.dropFirst().first.map(isDigit) == true {
            text.removeFirst()
            var scale = 1.0
            value += digits(from: &text) { sum, digit in
                scale /= 10
                return sum + digit * scale
            }
        }
        return value
    }

    private static func digits(from text: inout Substring.UTF8View, _ combine: (Double, Double) -> Double) -> Double {
        var value = 0.0
        while let byte = text.first, isDigit(byte) {
            value = combine(value, Double(byte - UInt8(ascii: "0")))
            text.removeFirst()
        }
        return value
    }
}
