/// A date, a time, or both, in one of the four forms that TOML has: with an offset, without, a date alone, a time alone.
public struct TOMLDateTime: Sendable, Hashable {
    public struct Day: Sendable, Hashable {
        public var year: Int
        public var month: Int
        public var day: Int
    }

    public struct Time: Sendable, Hashable {
        public var hour: Int
        public var minute: Int
        /// 60 in a leap second.
        public var second: Int
        /// What is written beyond nanoseconds is cut off.
        public var nanosecond: Int
    }

    public var day: Day?
    public var time: Time?
    /// Minutes ahead of universal time; `nil` for a local time.
    public var offset: Int?
}

extension TOMLDateTime.Day {
    /// Whether the calendar has such a day.
    var isReal: Bool {
        guard 1...12 ~= month else { return false }
        let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
        let lengths = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
        return 1...lengths[month - 1] ~= day
    }
}

extension TOMLDateTime.Time {
    /// Source: RFC 3339, section 5.7; a leap second can be told only from a table that grows.
    var isReal: Bool { 0...23 ~= hour && 0...59 ~= minute && 0...60 ~= second }
}
