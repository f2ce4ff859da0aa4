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

    private struct Bands: Decodable {
        struct Band: Decodable {
            let values: [Double]
            let logarithmic: Bool
            let center, lower, upper: Double
            let next, p: [Double]
        }
        let bands: [Band]
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

    @Test func `prediction bands agree with SciPy`() throws {
        let bands = try Oracle.read("bands", as: Bands.self).bands
        #expect(bands.count == 61)
        for oracle in bands {
            let band = try #require(PredictionBand(oracle.values, confidence: 0.99))
            let size = (oracle.values + [oracle.lower, oracle.upper]).map(abs).max() ?? 0
            #expect(band.n == oracle.values.count && band.isLogarithmic == oracle.logarithmic)
            #expect(agrees(band.center, oracle.center, beside: size), "\(oracle.values)")
            #expect(agrees(band.lower, oracle.lower, beside: band.isLogarithmic ? oracle.lower : size), "\(oracle.values)")
            #expect(agrees(band.upper, oracle.upper, beside: band.isLogarithmic ? oracle.upper : size), "\(oracle.values)")
            for (value, p) in zip(oracle.next, oracle.p) {
                #expect(agrees(band.pValue(of: value), p), "\(value) after \(oracle.values)")
            }
        }
    }

    @Test func `a band needs two observations, and of equal ones it has no width`() throws {
        #expect(PredictionBand([], confidence: 0.99) == nil)
        #expect(PredictionBand([7], confidence: 0.99) == nil)
        let band = try #require(PredictionBand([0.1, 0.1, 0.1], confidence: 0.99))
        #expect([band.lower, band.center, band.upper] == [0.1, 0.1, 0.1])
        #expect(band.pValue(of: 0.1) == 1)
        #expect(band.pValue(of: 0.1.nextUp) == 0)
    }

    @Test func `a next value of 0 is infinitely far from a band on logarithms`() throws {
        let band = try #require(PredictionBand([1, 2, 3], confidence: 0.99))
        #expect(band.isLogarithmic && band.lower > 0)
        #expect(band.pValue(of: 0) == 0)
        #expect(band.pValue(of: -1) == 0)
    }
}
