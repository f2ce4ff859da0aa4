/// Seconds since 1970 as a date and a time of day without a zone.
///
/// Source: Hinnant, *chrono-Compatible Low-Level Date Algorithms*: years run from March, so that the leap day is the last of its year.
struct CivilTime: Sendable, Hashable {
    let year: Int
    let month: Int
    let day: Int
    /// Since midnight.
    let second: Int

    /// - Parameter seconds: since the start of 1970, within some millions of years of it.
    init(_ seconds: Double) {
        let whole = Int(min(max(seconds, -1e14), 1e14).rounded(.down))
        let days = Int((Double(whole) / 86_400).rounded(.down))
        second = whole - days * 86_400
        let shifted = days + 719_468
        let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
        let dayOfEra = shifted - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let monthFromMarch = (5 * dayOfYear + 2) / 153
        day = dayOfYear - (153 * monthFromMarch + 2) / 5 + 1
        month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9
        year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
    }

    /// Seconds from 1970 to the start of a month, whose number may lie beyond 12.
    static func seconds(atStartOf month: Int, of year: Int) -> Double {
        let year = year + Int((Double(month - 1) / 12).rounded(.down))
        let month = (month - 1) - Int((Double(month - 1) / 12).rounded(.down)) * 12 + 1
        let shiftedYear = month <= 2 ? year - 1 : year
        let era = (shiftedYear >= 0 ? shiftedYear : shiftedYear - 399) / 400
        let yearOfEra = shiftedYear - era * 400
        let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5
        let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
        return Double(era * 146_097 + dayOfEra - 719_468) * 86_400
    }

    /// `20:51`
    var clock: String { "\(Self.twoDigits(second / 3600)):\(Self.twoDigits(second / 60 % 60))" }
    /// `2025-11-15 20:51`
    var text: String { "\(year)-\(Self.twoDigits(month))-\(Self.twoDigits(day)) \(clock)" }
    var calendarDay: CalendarDay? { CalendarDay(year: year, month: month, day: day) }

    private static func twoDigits(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
}
