import Testing

@testable import RunStatistics

struct VerdictTests {
    private let history = [100.0, 104, 97, 101, 99, 103, 98, 102, 100, 96, 105, 101]

    private func verdict(_ difference: Difference?, _ better: Better) throws -> VerdictWord {
        Family.judge([(try #require(difference), better)])[0].verdict
    }

    @Test func `two sets of runs`() throws {
        let slower = history.map { $0 * 1.2 }
        let difference = try #require(Difference.between(history, slower))
        #expect(difference.a == Center(n: 12, value: 100.5, interval: Interval(lower: 98, upper: 103)))
        #expect(agrees(difference.ratio, 1.2, to: 0.01))
        #expect(difference.passes)
        #expect(try verdict(difference, .lower) == .regression)
        #expect(try verdict(Difference.between(slower, history), .lower) == .improvement)
        #expect(try verdict(Difference.between(history, history), .lower) == .noChange)
        #expect(try verdict(Difference.between(history, slower.dropLast(3)), .lower) == .notEnoughData)
        #expect(Difference.between([], slower) == nil)
    }

    @Test func `configurations measured once show a ratio without an interval and no verdict`() throws {
        let difference = try #require(Difference.between([40], [50]))
        #expect(difference.ratio == 1.25 && difference.difference == 10)
        #expect(difference.interval == nil && difference.a.interval == nil && difference.p == nil)
        #expect(try verdict(difference, .higher) == .notEnoughData)
    }

    @Test func `without a ratio the difference counts`() throws {
        let difference = try #require(Difference.between([-1, 0, 2], [3, 4, 6]))
        #expect(difference.ratio == nil && difference.difference == 4)
        #expect(difference.passes)
        #expect(Difference.between([0, 0], [0, 0])?.passes == false)
    }

    @Test func `failure shares`() throws {
        let difference = try #require(Difference.ofRates((1, 40), (12, 40)))
        #expect(agrees(difference.difference, 0.275) && difference.ratio == nil)
        #expect(difference.a.interval == RunStatistics.wilsonInterval(1, of: 40))
        #expect(agrees(difference.interval?.lower, 0.11689176560018061) && agrees(difference.interval?.upper, 0.4306656780888123))
        #expect(try verdict(difference, .lower) == .regression)
        #expect(try verdict(Difference.ofRates((0, 400), (12, 400)), .lower) == .regression)
        #expect(try verdict(Difference.ofRates((0, 400), (3, 400)), .lower) == .noChange)
        #expect(Difference.ofRates((20, 100), (21, 100))?.passes == true)
        #expect(Difference.ofRates((200, 1000), (209, 1000))?.passes == false)
        #expect(Difference.ofRates((20, 100), (19, 100))?.passes == true)
        #expect(Difference.ofRates((0, 100), (1, 1000))?.passes == true)
        #expect(Difference.ofRates((0, 100), (0, 1000))?.passes == false)
        #expect(try verdict(Difference.ofRates((0, 9), (9, 9)), .lower) == .notEnoughData)
        #expect(Difference.ofRates((0, 0), (1, 2)) == nil)
    }

    @Test func `a family counts only what was tested and has a better side`() {
        func member(_ p: Double?, _ better: Better = .lower) -> (difference: Difference, better: Better) {
            let center = Center(n: 10, value: 1, interval: nil)
            return (Difference(a: center, b: center, difference: 1, ratio: 2, interval: nil, p: p, passes: true), better)
        }
        let members = [0.001, 0.008, 0.039, 0.041, 0.9].map { member($0) }
        let judgements = Family.judge([member(nil)] + members + [member(0.0001, .neither)])
        #expect(
            judgements.map(\.verdict) == [.notEnoughData, .regression, .regression, .noChange, .noChange, .noChange, .notComparable])
        #expect(judgements.map { $0.pAdjusted == nil } == [true, false, false, false, false, false, true])
        #expect(agrees(judgements[1].pAdjusted, 0.005) && agrees(judgements[3].pAdjusted, 0.05125))
        #expect(Family.judge([]).isEmpty)
    }

    @Test func `words as they are written in data files`() {
        #expect(
            VerdictWord.allCases.map(\.rawValue) == [
                "regression", "improvement", "no_change", "not_enough_data", "added", "removed", "failed", "not_comparable",
            ])
    }
}
