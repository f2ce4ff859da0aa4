import Foundation
import NoiseModel
import Testing

@testable import RunStatistics

struct PairTests {
    private struct Cases: Decodable {
        struct SignedRank: Decodable {
            let values: [Double]
            let statistic, p: Double
            let median: Double?
            let interval: [Double?]?
        }
        let signedRanks: [SignedRank]
    }

    @Test func `the signed-rank test and its interval`() throws {
        let cases: Cases = try Oracle.read("signed-ranks")
        for item in cases.signedRanks {
            let test = SignedRankTest(item.values)
            #expect(test.statistic == item.statistic)
            #expect(agrees(test.p, item.p))
            guard let median = item.median else { continue }
            // Ratios whose logarithms are the values.
            let ratios = try #require(PairedRatios(item.values.map { (1, exp($0)) }))
            let size = item.values.map(abs).max() ?? 0
            #expect(agrees(log(ratios.ratio), median, beside: size))
            #expect((ratios.interval == nil) == (item.interval == nil || item.interval?[0] == nil))
            guard let interval = ratios.interval, let lower = item.interval?[0], let upper = item.interval?[1] else { continue }
            #expect(agrees(log(interval.lower), lower, beside: size) && agrees(log(interval.upper), upper, beside: size))
            if Set(item.values.map(abs)).count == item.values.count { #expect(agrees(ratios.p, item.p)) }
        }
    }

    @Test func `ratios and their inverses are as far from 1, whatever they round to`() throws {
        let there = [(100.0, 110.0), (7, 7.7), (30, 30), (0.1, 0.3), (3, 1), (9, 9.3), (41, 47), (49, 50)]
        let back = there.map { (a: $0.1, b: $0.0) }
        let (ratios, inverse) = (try #require(PairedRatios(there)), try #require(PairedRatios(back)))
        #expect(ratios.p == inverse.p)
        #expect(agrees(ratios.ratio * inverse.ratio, 1, to: 1e-15))
        // Five doubled and five halved: with exact ties the sums of ranks are the same.
        let values: [Double] = [0.1, 0.2, 0.3, 0.7, 1.1]
        let doubled = values.map { (a: $0, b: 2 * $0) }
        #expect(PairedRatios(doubled + doubled.map { (a: $0.b, b: $0.a) })?.p == 1)
    }

    @Test func `the centres are a typical level of the configurations, laid apart by the ratio`() throws {
        let difference = try #require(Difference.ofPairs((0..<7).map { (pow(2, Double($0)), 1.5 * pow(2, Double($0))) }))
        #expect(agrees(difference.a.value, 8) && agrees(difference.b.value, 12) && difference.ratio == 1.5)
        #expect(difference.a.n == 7 && difference.a.interval == nil && agrees(difference.difference, 4))
        #expect(difference.interval == Interval(lower: 1.5, upper: 1.5) && difference.p == 2 / 128)
        let level = try #require(Difference.ofPairs(after(1, at: 8, by: 2)))
        #expect(agrees(level.b.value / level.a.value, level.ratio, to: 1e-15))
    }

    /// Seventeen configurations of very different speed, each measured once on either side.
    private let before = [12.0, 18, 25, 33, 41, 60, 77, 95, 120, 150, 190, 240, 310, 400, 520, 700, 900]
    private let noise = [1.01, 0.98, 1.02, 0.99, 1.0, 1.03, 0.97, 1.01, 0.99, 1.02, 0.98, 1.0, 1.01, 0.99, 1.02, 0.98, 1.01]

    private func after(_ factor: Double, at index: Int? = nil, by own: Double = 1) -> [(a: Double, b: Double)] {
        before.indices.map { (before[$0], before[$0] * factor * noise[$0] * ($0 == index ? own : 1)) }
    }

    @Test func `a tenth more in seventeen configurations measured once is found, where unpaired samples say nothing`() throws {
        let pairs = after(1.1)
        let difference = try #require(Difference.ofPairs(pairs))
        #expect(Family.judge([(difference, .lower)]).map(\.verdict) == [.regression])
        #expect(agrees(difference.ratio, 1.1, to: 0.01))
        let interval = try #require(difference.interval)
        #expect(interval.lower > 1.08 && interval.upper < 1.12)
        let unpaired = try #require(Difference.between(pairs.map(\.a), pairs.map(\.b)))
        #expect(Family.judge([(unpaired, .lower)]).map(\.verdict) == [.noChange])
    }

    @Test func `three per cent is certain and too small to count`() throws {
        let difference = try #require(Difference.ofPairs(after(1.03)))
        #expect(try #require(difference.p) < 0.001)
        #expect(Family.judge([(difference, .lower)]).map(\.verdict) == [.noChange])
    }

    @Test func `the one configuration that doubled is named`() throws {
        let ratios = try #require(PairedRatios(after(1.1, at: 6, by: 2)))
        #expect(ratios.outlying.map(\.index) == [6])
        #expect(agrees(ratios.outlying[0].ratio, 2 * 0.97, to: 0.01))
        #expect(agrees(ratios.ratio, 1.1, to: 0.01))
    }

    @Test func `five pairs are too few for a p, and pairs without a positive value are left out`() throws {
        let pairs = Array(after(1.5).prefix(5)) + [(0, 3), (2, 0), (.infinity, 1), (.leastNonzeroMagnitude, 1)]
        let ratios = try #require(PairedRatios(pairs))
        #expect(ratios.n == 5 && ratios.p == nil && ratios.interval == nil && ratios.outlying.isEmpty)
        #expect(Family.judge([(try #require(Difference.ofPairs(pairs)), .lower)]).map(\.verdict) == [.notEnoughData])
        #expect(PairedRatios([(0, 1)]) == nil)
    }

    @Test func `of pairs that only scatter at most five in a hundred sets name one as outlying`() {
        var model = NoiseModel(seed: 6)
        let sets = 4000
        let named = (0..<sets).count { _ in
            PairedRatios((0..<17).map { _ in (100, model.runValue()) })?.outlying.isEmpty == false
        }
        #expect(Double(named) / Double(sets) < 0.05)
    }
}
