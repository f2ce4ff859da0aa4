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
            let means = PairedRatios.pairwiseMeans(item.values)
            let outside = SignedRankDistribution.meansOutside(item.values.count, confidence: 0.95)
            #expect(agrees(RunStatistics.quantile(0.5, ofSorted: means), median))
            #expect(agrees(outside.map { means[$0] }, item.interval?[0]))
            #expect(agrees(outside.map { means[means.count - 1 - $0] }, item.interval?[1]))
        }
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
        let pairs = Array(after(1.5).prefix(5)) + [(0, 3), (2, 0)]
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
