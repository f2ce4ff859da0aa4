import AgentRuns

extension Timestamp {
    /// Seconds since 1970, cut to whole ones, as a time in UTC; `nil` for what is no date of this or the last century.
    static func epoch(seconds: Double?) -> Timestamp? {
        guard let seconds, seconds > 0, seconds < 4_102_444_800 else { return nil }
        return epoch(whole: Int(seconds))
    }

    private static func epoch(whole seconds: Int) -> Timestamp? {
        let (year, month, day) = civil(daysSince1970: seconds / 86_400)
        let rest = seconds % 86_400
        let date = "\(year)-\(twoDigits(month))-\(twoDigits(day))"
        return Timestamp("\(date)T\(twoDigits(rest / 3600)):\(twoDigits(rest / 60 % 60)):\(twoDigits(rest % 60))Z")
    }

    /// A time in RFC 3339, or that without a zone, which stays without one. A zone other than UTC is converted; more than nine digits of a
    /// second are cut off. A year that no benchmark was run in is no data.
    static func recorded(_ text: String?) -> Timestamp? {
        guard let text, let time = Timestamp(Self.shortened(text)), time.timeOfDay != nil, (1970..<2100).contains(time.year) else { return nil }
        guard case .offset(let minutes) = time.zone, minutes != 0 else { return time }
        return epoch(whole: time.orderKey / 1_000_000_000)
    }

    /// `YYYYMMDD-HHMMSS`, a local time without a zone.
    static func compact(_ text: String?) -> Timestamp? {
        guard let text, text.utf8.count == 15 else { return nil }
        let parts = text.split(separator: "-")
        guard parts.count == 2, parts[0].count == 8, parts[1].count == 6 else { return nil }
        let (date, time) = (Array(parts[0]), Array(parts[1]))
        return recorded(
            "\(String(date[0..<4]))-\(String(date[4..<6]))-\(String(date[6..<8]))T\(String(time[0..<2])):\(String(time[2..<4])):\(String(time[4..<6]))"
        )
    }

    private static func shortened(_ text: String) -> String {
        guard let point = text.firstIndex(of: ".") else { return text }
        let digits = text[text.index(after: point)...].prefix { $0.isASCII && $0.isNumber }
        return digits.count <= 9 ? text : String(text[...point]) + digits.prefix(9) + text[digits.endIndex...]
    }

    private static func twoDigits(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }

    /// Source: Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms", civil_from_days; for days from 1970 on.
    private static func civil(daysSince1970 days: Int) -> (year: Int, month: Int, day: Int) {
        let shifted = days + 719_468
        let era = shifted / 146_097
        let dayOfEra = shifted % 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let monthFromMarch = (5 * dayOfYear + 2) / 153
        let month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9
        return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, dayOfYear - (153 * monthFromMarch + 2) / 5 + 1)
    }
}
