import Testing

@testable import RunStatistics

struct RunStatisticsTests {
    @Test func `the six calls of a cold and five warm`() throws {
        let ttft = [5049.18, 513.05, 562.26, 525.56, 615.45, 487.41]
        let summary = try #require(SampleSummary(ttft))
        #expect(abs(summary.mean - 1292.1516666666666) < 1e-9)
        #expect(abs(try #require(summary.deviation) - 1841.0975111972389) < 1e-9)
        #expect(RunStatistics.median(Array(ttft.dropFirst())) == 525.56)
        #expect(summary.least == 487.41 && summary.greatest == 5049.18)
    }

    @Test func `few values`() {
        #expect(SampleSummary([]) == nil)
        #expect(SampleSummary([3])?.deviation == nil)
        #expect(SampleSummary([3])?.median == 3)
        #expect(SampleSummary([4, 1])?.median == 2.5)
        #expect(SampleSummary([2, 2, 2])?.deviation == 0)
    }

    @Test(arguments: [(0.0, 1.0), (0.25, 1.75), (0.5, 2.5), (0.9, 3.7), (1.0, 4.0)])
    func `quantiles interpolate linearly`(probability: Double, expected: Double) {
        #expect(abs(RunStatistics.quantile(probability, ofSorted: [1, 2, 3, 4]) - expected) < 1e-12)
    }

    @Test func `a huge offset does not drown the deviation`() throws {
        let deviation = try #require(RunStatistics.sampleDeviation([1e12 + 1, 1e12 + 2, 1e12 + 3]))
        #expect(deviation == 1)
        #expect(RunStatistics.mean([1e16, 1, -1e16]) == 1.0 / 3)
    }
}
