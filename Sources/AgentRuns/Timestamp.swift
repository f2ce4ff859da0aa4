/// A point in time with the precision and the zone that its source wrote, no more.
///
/// A date alone stays a date, and a time without a zone stays without one: no zone is guessed.
public struct Timestamp: Sendable, Hashable {
    public enum Zone: Sendable, Hashable {
        /// Minutes east of Greenwich; `Z` and `+00:00` are 0.
        case offset(minutes: Int)
        case naive
    }

    /// ISO 8601, with every digit of the fraction that was written: `2025-11-15T20:51:23.962364600Z`.
    public let text: String
    public let zone: Zone
    public let year: Int
    public let month: Int
    public let day: Int
    /// Seconds since midnight of the written day, to the nanosecond; `nil` for a date alone.
    public let timeOfDay: TimeOfDay?

    public struct TimeOfDay: Sendable, Hashable {
        public let hour: Int
        public let minute: Int
        public let second: Int
        public let nanosecond: Int
    }

    /// Reads `YYYY-MM-DD`, or that with `T` or a space, `hh:mm:ss`, a fraction of 1 to 9 digits, and `Z`, ` UTC`, `±hh:mm` or nothing.
    public init?(_ source: some StringProtocol) {
        var scanner = Scanner(source.utf8)
        guard let year = scanner.number(digits: 4), scanner.take("-"), let month = scanner.number(digits: 2), scanner.take("-"),
            let day = scanner.number(digits: 2), (1...12).contains(month), (1...Self.days(in: month, of: year)).contains(day)
        else { return nil }
        var zone = Zone.naive
        var time: TimeOfDay?
        if !scanner.isAtEnd {
            guard scanner.take("T") || scanner.take(" "), let parsed = scanner.timeOfDay() else { return nil }
            guard let parsedZone = scanner.zone() else { return nil }
            (time, zone) = (parsed, parsedZone)
        }
        self.year = year
        self.month = month
        self.day = day
        self.timeOfDay = time
        self.zone = zone
        self.text = Self.normalized(String(source))
    }

    /// One spelling for a time: `T` before it, and `Z` for ` UTC`.
    private static func normalized(_ source: String) -> String {
        var text = source
        if text.hasSuffix(" UTC") { text = String(text.dropLast(4)) + "Z" }
        if let space = text.firstIndex(of: " ") { text.replaceSubrange(space...space, with: "T") }
        return text
    }

    private static func days(in month: Int, of year: Int) -> Int {
        let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
        return month == 2 ? (isLeap ? 29 : 28) : [4, 6, 9, 11].contains(month) ? 30 : 31
    }
}

extension Timestamp {
    /// Nanoseconds since 1970, with a time that has no zone read as if it were UTC: good for an order, not for a difference.
    public var orderKey: Int {
        var seconds = Self.daysSince1970(year, month, day) * 86_400
        if let time = timeOfDay { seconds += time.hour * 3600 + time.minute * 60 + time.second }
        if case .offset(let minutes) = zone { seconds -= minutes * 60 }
        // Years after 2262 have no place among 64-bit nanoseconds; they all come last.
        let (scaled, isTooLarge) = seconds.multipliedReportingOverflow(by: 1_000_000_000)
        let (key, isOver) = scaled.addingReportingOverflow(timeOfDay?.nanosecond ?? 0)
        return isTooLarge || isOver ? (seconds < 0 ? .min : .max) : key
    }

    /// `2025-11-15`.
    public var date: String { String(text.prefix(10)) }

    /// `20:51`; `nil` for a date alone.
    public var clock: String? { timeOfDay == nil ? nil : String(text.dropFirst(11).prefix(5)) }

    /// Source: Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms", days_from_civil.
    private static func daysSince1970(_ year: Int, _ month: Int, _ day: Int) -> Int {
        let y = month <= 2 ? year - 1 : year
        let era = (y >= 0 ? y : y - 399) / 400
        let yearOfEra = y - era * 400
        let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
        let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
        return era * 146_097 + dayOfEra - 719_468
    }
}

extension Timestamp: Comparable {
    public static func < (left: Timestamp, right: Timestamp) -> Bool {
        (left.orderKey, left.text) < (right.orderKey, right.text)
    }
}

private struct Scanner<Bytes: Collection<UInt8>> {
    private var rest: Bytes.SubSequence

    init(_ bytes: Bytes) { rest = bytes[...] }

    var isAtEnd: Bool { rest.isEmpty }

    mutating func take(_ text: StaticString) -> Bool {
        let matches = text.withUTF8Buffer { rest.starts(with: $0) }
        if matches { rest = rest.dropFirst(text.utf8CodeUnitCount) }
        return matches
    }

    mutating func number(digits: Int) -> Int? {
        let taken = rest.prefix(digits)
        guard taken.count == digits, taken.allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }) else { return nil }
        rest = rest.dropFirst(digits)
        return taken.reduce(0) { $0 * 10 + Int($1 - UInt8(ascii: "0")) }
    }

    mutating func timeOfDay() -> Timestamp.TimeOfDay? {
        guard let hour = number(digits: 2), take(":"), let minute = number(digits: 2), take(":"), let second = number(digits: 2),
            hour < 24, minute < 60, second <= 60
        else { return nil }
        var nanosecond = 0
        if take(".") {
            var place = 100_000_000
            var digits = 0
            while let digit = number(digits: 1) {
                nanosecond += digit * place
                place /= 10
                digits += 1
            }
            guard (1...9).contains(digits) else { return nil }
        }
        return Timestamp.TimeOfDay(hour: hour, minute: minute, second: second, nanosecond: nanosecond)
    }

    /// The zone that the rest of the text spells; `nil` for anything else.
    mutating func zone() -> Timestamp.Zone? {
        if isAtEnd { return .naive }
        if take("Z") || take(" UTC") { return isAtEnd ? .offset(minutes: 0) : nil }
        let sign = take("+") ? 1 : take("-") ? -1 : 0
        guard sign != 0, let hours = number(digits: 2), take(":"), let minutes = number(digits: 2), isAtEnd else { return nil }
        return .offset(minutes: sign * (hours * 60 + minutes))
    }
}
