/// A day as a chart names it, without a time zone.
public struct CalendarDay: Sendable, Hashable {
    public let year: Int
    public let month: Int
    public let day: Int

    private static let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]

    /// - Returns: `nil` for a month or a day that no calendar has.
    public init?(year: Int, month: Int, day: Int) {
        guard (1...12).contains(month), (1...31).contains(day) else { return nil }
        self.year = year
        self.month = month
        self.day = day
    }

    /// `15 Nov`
    var dayLabel: String { "\(day) \(Self.months[month - 1])" }
    /// `Nov 2025`
    var monthLabel: String { "\(Self.months[month - 1]) \(year)" }
}
