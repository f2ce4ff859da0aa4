import Testing

@testable import RunStatistics

struct BootstrapTests {
    private struct Cases: Decodable {
        struct Case: Decodable {
            let values: [Double]
            let statistic: String
            let confidence: Double
            let seed: UInt64
            let resamples: Int
            let interval: [Double]?
        }
        let bootstraps: [Case]
    }

    private let statistics: [String: ([Double]) -> Double] = [
        "mean": RunStatistics.mean, "median": RunStatistics.median, "deviation": { RunStatistics.sampleDeviation($0) ?? 0 },
    ]

    @Test func `intervals agree with SciPy's of the same resamples`() throws {
        let cases = try Oracle.read("bootstraps", as: Cases.self).bootstraps
        #expect(cases.count == 40)
        var intervals = 0
        for oracle in cases {
            // Where SciPy has none because no value matters, ours is the one without acceleration.
            guard let ends = oracle.interval else { continue }
            let statistic = try #require(statistics[oracle.statistic])
            let interval = try #require(
                Bootstrap.interval(
                    of: oracle.values, confidence: oracle.confidence, resamples: oracle.resamples, seed: oracle.seed, statistic: statistic))
            #expect(agrees(interval.lower, ends[0]) && agrees(interval.upper, ends[1]), "\(oracle)")
            intervals += 1
        }
        #expect(intervals == 34)
    }

    @Test func `equal values have an interval without width, one value has none`() {
        let equal = Bootstrap.interval(of: [7, 7, 7], confidence: 0.95, resamples: 99, seed: 1, statistic: RunStatistics.median)
        #expect(equal == Interval(lower: 7, upper: 7))
        #expect(Bootstrap.interval(of: [7], confidence: 0.95, resamples: 99, seed: 1, statistic: RunStatistics.median) == nil)
        #expect(Bootstrap.interval(of: [1, 2, 3], confidence: 0.95, resamples: 99, seed: 1) { $0.min() ?? 0 } != nil)
    }

    @Test func `the generator's first numbers`() {
        var generator = SplitMix64(seed: 1_234_567)
        #expect((0..<3).map { _ in generator.next() } == [6_457_827_717_110_365_317, 3_203_168_211_198_807_973, 9_817_491_932_198_370_423])
    }
}
