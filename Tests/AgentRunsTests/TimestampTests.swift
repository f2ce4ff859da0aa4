import Testing

@testable import AgentRuns

struct TimestampTests {
    @Test(arguments: [
        ("2025-11-15T20:51:23.962364600Z", "2025-11-15T20:51:23.962364600Z"), ("2025-10-09T16:41:25.635732", "2025-10-09T16:41:25.635732"),
        ("2025-11-26 21:44:01 UTC", "2025-11-26T21:44:01Z"), ("2025-11-26 16:24:50", "2025-11-26T16:24:50"), ("2025-11-26", "2025-11-26"),
        ("2025-10-02T19:18:24.204845+00:00", "2025-10-02T19:18:24.204845+00:00"), ("2025-10-02T19:18:24-05:00", "2025-10-02T19:18:24-05:00"),
    ])
    func `a time keeps its precision and its zone`(source: String, text: String) {
        #expect(Timestamp(source)?.text == text)
    }

    @Test(arguments: [
        "", "2025-13-01", "2025-02-30", "2025-1-1", "yesterday", "2025-11-26T25:00:00", "2025-11-26T10:00", "2025-11-26T10:00:00.Z",
        "2025-11-26T10:00:00.1234567890Z", "2025-11-26T10:00:00 EST", "2025-11-26 ",
    ])
    func `what is no time is refused`(source: String) {
        #expect(Timestamp(source) == nil)
    }

    @Test func `times are in order across zones and precisions`() throws {
        let texts = ["2025-11-15", "2025-11-15T00:00:00.1Z", "2025-11-15T03:00:00+02:00", "2025-11-15T02:00:00"]
        let times = try texts.map { try #require(Timestamp($0)) }
        #expect(times.shuffled().sorted().map(\.text) == texts)
        #expect(try #require(Timestamp("2024-02-29T12:00:00Z")).orderKey == 1_709_208_000_000_000_000)
        #expect(try #require(Timestamp("9999-12-31T23:59:59Z")).orderKey == .max)
        #expect(try #require(Timestamp("0001-01-01")).orderKey == .min)
    }

    @Test func `a time without a zone stays without one`() {
        #expect(Timestamp("2025-10-09T16:41:25")?.zone == .naive)
        #expect(Timestamp("2025-10-09T16:41:25Z")?.zone == .offset(minutes: 0))
        #expect(Timestamp("2025-10-09T16:41:25-04:30")?.zone == .offset(minutes: -270))
        #expect(Timestamp("2025-10-09")?.clock == nil)
        #expect(Timestamp("2025-10-09T16:41:25")?.clock == "16:41")
    }
}
