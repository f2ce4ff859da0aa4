import Testing

@testable import Charts

private func ticks(_ start: Double, _ length: Double) throws -> [String] {
    let scale = try #require(TimeScale(covering: [start, start + length]))
    return scale.ticks.values.map { scale.label(ofTick: $0) }
}

/// 15 November 2025, 20:51.
private let evening = 1_763_239_860.0

struct TimeScaleTests {
    @Test(arguments: [
        (0, "1970-01-01 00:00"), (1_763_239_860, "2025-11-15 20:51"), (1_709_251_140, "2024-02-29 23:59"), (951_868_800, "2000-03-01 00:00"),
        (-60, "1969-12-31 23:59"), (4_107_499_200, "2100-02-28 12:00"),
    ])
    func `seconds since 1970 are a date and a time`(seconds: Double, text: String) {
        #expect(CivilTime(seconds).text == text)
    }

    @Test(arguments: [(1970, 1, 0), (2024, 3, 1_709_251_200), (2025, 13, 1_767_225_600), (1969, 12, -2_678_400), (2025, 25, 1_798_761_600)])
    func `months start where they do, also those counted on beyond a year`(year: Int, month: Int, seconds: Double) {
        #expect(CivilTime.seconds(atStartOf: month, of: year) == seconds)
    }

    @Test func `ticks lie at round minutes, hours, days, months and years`() throws {
        #expect(try ticks(evening, 1800) == ["15 Nov, 20:50", "21:00", "21:10", "21:20"])
        #expect(try ticks(evening, 8 * 3600) == ["15 Nov, 22:00", "16 Nov", "02:00", "04:00"])
        #expect(try ticks(evening, 4 * 86_400) == ["16 Nov", "17 Nov", "18 Nov", "19 Nov", "20 Nov"])
        #expect(try ticks(evening, 30 * 86_400) == ["17 Nov", "24 Nov", "1 Dec", "8 Dec", "15 Dec"])
        #expect(try ticks(evening, 150 * 86_400) == ["Dec 2025", "Jan 2026", "Feb 2026", "Mar 2026", "Apr 2026"])
        #expect(try ticks(evening, 6 * 365.25 * 86_400) == ["2026", "2028", "2030", "2032"])
        #expect(try ticks(evening, 40 * 365.25 * 86_400) == ["2030", "2040", "2050", "2060"])
    }

    @Test func `every range has at most six ticks inside it, in order`() throws {
        for exponent in 0...38 {
            let length = Double(1 << exponent)
            let scale = try #require(TimeScale(covering: [evening, evening + length]))
            let values = scale.ticks.values
            #expect(values.count <= 6)
            #expect(values == values.sorted() && values.allSatisfy { (scale.lower...scale.upper).contains($0) })
            if exponent > 10, exponent < 36 { #expect(values.count >= 2, "\(length)") }
        }
    }

    @Test func `one time still makes a scale, and none or one beyond all calendars does not`() throws {
        let scale = try #require(TimeScale(covering: [evening]))
        #expect(scale.fraction(of: evening) == 0.5)
        #expect(TimeScale(covering: [.nan, .infinity, 1e20]) == nil)
    }

    @Test func `a scatter chart over time has dates for ticks and titles, and no front`() {
        let points = (0..<4).map { ScatterPoint(across: evening + Double($0) * 86_400, up: 300 - Double($0), label: "run \($0)") }
        let chart = ScatterChart(
            text: ChartText(name: "s", summary: ""), title: PanelTitle("Runs"), across: .time("Started, UTC"),
            up: .init("throughput", quantity: .tokensPerSecond, better: .higher), groups: [.init("g")],
            points: points + [ScatterPoint(across: 1e20, up: 1, label: "never")])
        let drawn = markup(chart)
        #expect(drawn.texts.filter { $0.hasSuffix("Nov") } == ["16 Nov", "17 Nov", "18 Nov"])
        #expect(drawn.contains("<title>run 0, Started, UTC 2025-11-15 20:51, throughput 300.0\u{202F}tok/s</title>"))
        #expect(!drawn.contains("class=\"front\"") && !drawn.contains("never"))
        #expect(chart.dataTable.rows[0][2] == .words("2025-11-15 20:51"))
    }
}
