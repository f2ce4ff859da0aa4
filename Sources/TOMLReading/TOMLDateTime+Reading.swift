extension TOMLDateTime {
    /// Whether a word can only be a date or a time: four digits and a hyphen, or two and a colon, begin nothing else.
    static func isBegun(by word: ArraySlice<UInt8>) -> Bool {
        func begins(_ digits: Int, _ mark: UInt8) -> Bool {
            word.dropFirst(digits).first == mark && word.prefix(digits).allSatisfy(\.isTOMLDigit)
        }
        return begins(4, UInt8(ascii: "-")) || begins(2, UInt8(ascii: ":"))
    }

    /// Reads a date, a time, or a date, `T` or a blank, and a time.
    init(_ word: ArraySlice<UInt8>) throws(TOMLError) {
        let range = word.startIndex..<word.endIndex
        var reading = DateReading(rest: word)
        guard let read = reading.dateTime(), reading.rest.isEmpty else {
            throw TOMLError("a date is written as 2025-11-15 or 2025-11-15T20:51:23Z", at: range)
        }
        if let day = read.day, !day.isReal { throw TOMLError("the calendar has no such day", at: range) }
        if let time = read.time, !time.isReal { throw TOMLError("there is no such time; the last of a day is 23:59:59", at: range) }
        if reading.isOffsetTooLarge { throw TOMLError("there is no such zone; the last are -23:59 and +23:59", at: range) }
        self = read
    }
}

/// Takes the parts of a date off a word; `nil` where the word goes on with something else.
private struct DateReading {
    var rest: ArraySlice<UInt8>
    var isOffsetTooLarge = false

    mutating func dateTime() -> TOMLDateTime? {
        if rest.dropFirst(2).first == UInt8(ascii: ":") { return time().map { TOMLDateTime(day: nil, time: $0, offset: nil) } }
        guard let day = day() else { return nil }
        guard !rest.isEmpty else { return TOMLDateTime(day: day, time: nil, offset: nil) }
        guard take("T") || take("t") || take(" "), let time = time() else { return nil }
        if rest.isEmpty { return TOMLDateTime(day: day, time: time, offset: nil) }
        return offset().map { TOMLDateTime(day: day, time: time, offset: $0) }
    }

    private mutating func day() -> TOMLDateTime.Day? {
        guard let year = number(4), take("-"), let month = number(2), take("-"), let day = number(2) else { return nil }
        return TOMLDateTime.Day(year: year, month: month, day: day)
    }

    private mutating func time() -> TOMLDateTime.Time? {
        guard let hour = number(2), take(":"), let minute = number(2), take(":"), let second = number(2) else { return nil }
        var time = TOMLDateTime.Time(hour: hour, minute: minute, second: second, nanosecond: 0)
        guard take(".") else { return time }
        let fraction = rest.prefix(while: \.isTOMLDigit)
        guard !fraction.isEmpty else { return nil }
        rest = rest[fraction.endIndex...]
        for place in 0..<9 {
            let digit = fraction.dropFirst(place).first.map { Int($0 - UInt8(ascii: "0")) } ?? 0
            time.nanosecond = time.nanosecond * 10 + digit
        }
        return time
    }

    private mutating func offset() -> Int? {
        if take("Z") || take("z") { return 0 }
        let isBehind = take("-")
        guard isBehind || take("+"), let hours = number(2), take(":"), let minutes = number(2) else { return nil }
        isOffsetTooLarge = hours > 23 || minutes > 59
        return (isBehind ? -1 : 1) * (hours * 60 + minutes)
    }

    private mutating func number(_ count: Int) -> Int? {
        let digits = rest.prefix(count)
        guard digits.count == count, digits.allSatisfy(\.isTOMLDigit) else { return nil }
        rest = rest.dropFirst(count)
        return digits.reduce(0) { $0 * 10 + Int($1 - UInt8(ascii: "0")) }
    }

    private mutating func take(_ mark: Unicode.Scalar) -> Bool {
        guard rest.first == UInt8(ascii: mark) else { return false }
        rest = rest.dropFirst()
        return true
    }
}
