import Diagnostics

@testable import TOMLReading

/// A TOML text as tests look at it.
struct TOMLText {
    let table: TOMLTable?
    /// `line:column` and message of everything that is wrong.
    let mistakes: [String]

    init(_ bytes: [UInt8]) {
        var diagnostics: [Diagnostic] = []
        let reader = TOMLSource(bytes, path: "t").parse(reporting: &diagnostics)
        let (table, _) = TOMLParser.parse(bytes, in: 0..<bytes.count)
        precondition((reader == nil) == (table == nil) && (table == nil) == !diagnostics.isEmpty)
        self.table = table
        mistakes = diagnostics.map { diagnostic in
            let place = "\(diagnostic.location?.line ?? 0):\(diagnostic.location?.column ?? 0)"
            return "\(place) \(diagnostic.message.replacing("invalid TOML: ", with: ""))"
        }
    }

    init(_ text: String) { self.init(Array(text.utf8)) }

    /// The values in one line, such as `a=1 b=[1.0 "x"] c={d=true}`; the mistakes where there are any.
    var shown: String { table.map(Self.shown) ?? mistakes.joined(separator: "; ") }

    private static func shown(_ table: TOMLTable) -> String {
        table.keys.map { key in "\(key)=\(table[key].map(shown) ?? "?")" }.joined(separator: " ")
    }

    private static func shown(_ value: TOMLValue) -> String {
        switch value.kind {
        case .string(let text): "\"\(text)\""
        case .integer(let number): "\(number)"
        case .float(let number): "\(number)"
        case .boolean(let flag): "\(flag)"
        case .date(let date): "\(date.written)"
        case .array(let elements): "[\(elements.map(shown).joined(separator: " "))]"
        case .table(let table): "{\(shown(table))}"
        }
    }
}

extension TOMLDateTime {
    /// The form of RFC 3339, with milliseconds where there is a fraction.
    var written: String {
        func digits(_ number: Int, _ count: Int) -> String {
            String(repeating: "0", count: max(count - String(number).count, 0)) + String(number)
        }
        let date = day.map { "\(digits($0.year, 4))-\(digits($0.month, 2))-\(digits($0.day, 2))" }
        let clock = time.map { time in
            let fraction =
                time.nanosecond == 0
                ? "" : "." + (time.nanosecond % 1_000_000 == 0 ? digits(time.nanosecond / 1_000_000, 3) : digits(time.nanosecond, 9))
            return "\(digits(time.hour, 2)):\(digits(time.minute, 2)):\(digits(time.second, 2))\(fraction)"
        }
        let zone = offset.map { $0 == 0 ? "Z" : "\($0 < 0 ? "-" : "+")\(digits(abs($0) / 60, 2)):\(digits(abs($0) % 60, 2))" }
        return [date, clock].compactMap(\.self).joined(separator: "T") + (zone ?? "")
    }
}
