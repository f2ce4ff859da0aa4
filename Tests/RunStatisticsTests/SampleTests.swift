import Testing

@testable import RunStatistics

struct SampleTests {
    private struct Cases: Decodable {
        struct Sample: Decodable {
            let values: [Double]
            let mean, median, mad, deviation, cv: Double?
            let quantiles, medianAt95, medianAt80: [Double]?
        }
        let samples: [Sample]
    }

    @Test func `summaries agree with SciPy`() throws {
        let samples = try Oracle.read("samples", as: Cases.self).samples
        #expect(samples.count == 64)
        for sample in samples {
            let values = sample.values
            let size = values.map(abs).max() ?? 0
            #expect(agrees(RunStatistics.sampleDeviation(values), sample.deviation), "\(values)")
            guard let mean = sample.mean, let median = sample.median, let mad = sample.mad, let quantiles = sample.quantiles else {
                #expect(values.isEmpty)
                continue
            }
            #expect(agrees(RunStatistics.mean(values), mean, beside: size), "\(values)")
            #expect(agrees(RunStatistics.median(values), median), "\(values)")
            #expect(agrees(RunStatistics.medianAbsoluteDeviation(values), mad), "\(values)")
            let cv = RunStatistics.coefficientOfVariation(values)
            #expect(RunStatistics.mean(values) == 0 ? cv == nil : agrees(cv, sample.cv, to: 1e-9 * size / abs(mean)), "\(values)")
            for (probability, quantile) in zip([0.05, 0.25, 0.9, 0.99], quantiles) {
                #expect(agrees(RunStatistics.quantile(probability, ofSorted: values.sorted()), quantile, beside: size), "\(values)")
            }
        }
    }

    @Test func `intervals of the median agree with SciPy`() throws {
        var intervals = 0
        for sample in try Oracle.read("samples", as: Cases.self).samples {
            for (confidence, ends) in [(0.95, sample.medianAt95), (0.8, sample.medianAt80)] {
                let interval = RunStatistics.medianInterval(of: sample.values, confidence: confidence)
                #expect(interval == ends.map { Interval(lower: $0[0], upper: $0[1]) }, "\(sample.values)")
                intervals += interval == nil ? 0 : 1
            }
        }
        #expect(intervals == 87)
    }

    @Test func `six values are the fewest with an interval of their median`() {
        #expect(RunStatistics.medianInterval(of: [], confidence: 0.95) == nil)
        #expect(RunStatistics.medianInterval(of: [5, 1, 4, 2, 3], confidence: 0.95) == nil)
        #expect(RunStatistics.medianInterval(of: [5, 1, 4, 2, 3, 6], confidence: 0.95) == Interval(lower: 1, upper: 6))
        #expect(RunStatistics.medianInterval(of: (0..<5000).map(Double.init), confidence: 0.95) == Interval(lower: 2430, upper: 2569))
    }
}
