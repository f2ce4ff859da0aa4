/// A duration as Go prints it: `1m2.5s`, `350.1ms`, `12µs`. Source: `Duration.String` in Go's package `time`.
enum GoDuration {
    private static let units: [(name: String, nanoseconds: Double)] = [
        ("ns", 1), ("µs", 1e3), ("μs", 1e3), ("us", 1e3), ("ms", 1e6), ("s", 1e9), ("m", 6e10), ("h", 3.6e12),
    ]

    /// Nanoseconds; `nil` for what is no whole duration. The last unit is always one of seconds, so that one that was cut off is none.
    static func nanoseconds(_ text: String) -> Double? {
        var rest = text[...]
        var sum = 0.0
        var last = ""
        while !rest.isEmpty {
            let digits = rest.prefix { $0.isASCII && $0.isNumber || $0 == "." }
            rest = rest[digits.endIndex...]
            let name = rest.prefix { $0.isLetter }
            guard let figure = RecordedFigure.value(of: String(digits)), let unit = units.first(where: { $0.name == name }) else { return nil }
            sum += figure * unit.nanoseconds
            last = unit.name
            rest = rest[name.endIndex...]
        }
        return last.hasSuffix("s") ? sum.rounded() : nil
    }
}
