import Testing

@testable import Charts

struct CalendarStretchTests {
    @Test func `positions without a day are not counted to the day beside them`() {
        let day = CalendarDay(year: 2025, month: 11, day: 10)
        let (stretches, _) = CalendarStretch.stretches(of: [nil, nil, day, day, nil])
        #expect(stretches.map(\.label) == ["no date", "10 Nov", "no date"])
        #expect(stretches.map(\.positions) == [0..<2, 2..<4, 4..<5])
        #expect(CalendarStretch.stretches(of: [nil, nil]).stretches.isEmpty)
    }
}
