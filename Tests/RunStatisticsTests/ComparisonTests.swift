import Testing

@testable import RunStatistics

struct ComparisonTests {
    private struct Cases: Decodable {
        struct Pair: Decodable {
            let a, b: [Double]
            let u, rankP: Double?
            let welch, shift, ratio: [Double?]?
        }
        let pairs: [Pair]
    }

    private struct Families: Decodable {
        struct Family: Decodable { let p, adjusted: [Double] }
        let adjusted: [Family]
    }

    private func pairs() throws -> [Cases.Pair] {
        let pairs = try Oracle.read("pairs", as: Cases.self).pairs
        #expect(pairs.count == 77)
        return pairs
    }

    @Test func `rank tests agree with SciPy`() throws {
        for pair in try pairs() {
            let test = MannWhitneyTest(pair.a, pair.b)
            #expect(test?.u == pair.u, "\(pair.a) \(pair.b)")
            #expect(agrees(test?.p, pair.rankP), "\(pair.a) \(pair.b)")
        }
    }

    @Test func `Welch tests agree with SciPy`() throws {
        var tests = 0
        for pair in try pairs() {
            guard let oracle = pair.welch?.compactMap(\.self), oracle.count == 5 else { continue }
            let test = try #require(WelchTest(pair.a, pair.b))
            let reach = max(abs(oracle[3]), abs(oracle[4]))
            #expect(agrees(test.statistic, oracle[0], beside: max(1, abs(oracle[0]))), "\(pair.a) \(pair.b)")
            #expect(agrees(test.degreesOfFreedom, oracle[1]), "\(pair.a) \(pair.b)")
            #expect(agrees(test.p, oracle[2]), "\(pair.a) \(pair.b)")
            #expect(agrees(test.interval.lower, oracle[3], beside: reach), "\(pair.a) \(pair.b)")
            #expect(agrees(test.interval.upper, oracle[4], beside: reach), "\(pair.a) \(pair.b)")
            tests += 1
        }
        #expect(tests == 59)
    }

    @Test func `Welch's test without deviation knows only same and other`() throws {
        #expect(WelchTest([1], [1, 2]) == nil)
        let same = try #require(WelchTest([3, 3], [3, 3, 3]))
        #expect(same.statistic == 0 && same.p == 1 && same.interval == Interval(lower: 0, upper: 0))
        let other = try #require(WelchTest([3, 3], [2, 2, 2]))
        #expect(other.statistic == -.infinity && other.p == 0 && other.interval == Interval(lower: -1, upper: -1))
    }

    @Test func `shifts and ratios agree with the quantiles of SciPy's rank distribution`() throws {
        for pair in try pairs() {
            #expect(try matches(HodgesLehmann.shift, pair, pair.shift), "\(pair.a) \(pair.b)")
            #expect(try matches(HodgesLehmann.ratio, pair, pair.ratio), "\(pair.a) \(pair.b)")
        }
    }

    private func matches(
        _ estimate: ([Double], [Double], Double) -> HodgesLehmann?, _ pair: Cases.Pair, _ oracle: [Double?]?
    ) throws -> Bool {
        guard let oracle else { return estimate(pair.a, pair.b, 0.95) == nil }
        let size = oracle.compactMap { $0.map(abs) }.max() ?? 0
        let (narrow, wide) = (try #require(estimate(pair.a, pair.b, 0.8)), try #require(estimate(pair.a, pair.b, 0.95)))
        let found = [wide.estimate, wide.interval?.lower, wide.interval?.upper, narrow.interval?.lower, narrow.interval?.upper]
        return zip(found, oracle).allSatisfy { value, right in
            guard let value, let right else { return value == nil && right == nil }
            return agrees(value, right, beside: size)
        }
    }

    @Test func `the median of an even number of ratios is geometric`() throws {
        let forth = try #require(HodgesLehmann.ratio([1], [2, 8]))
        let back = try #require(HodgesLehmann.ratio([2, 8], [1]))
        #expect(forth.estimate == 4 && back.estimate == 0.25)
        #expect(forth.interval == nil)
        #expect(HodgesLehmann.ratio([1, 0], [2]) == nil)
        #expect(HodgesLehmann.shift([], [2]) == nil)
    }

    @Test func `four hundred runs on either side are compared at once`() throws {
        let values = (1...400).map { Double($0 * 7919 % 1009) + 0.5 }
        let clock = ContinuousClock()
        var estimate: HodgesLehmann?
        let time = clock.measure { estimate = HodgesLehmann.shift(values, values.map { $0 + 3 }) }
        #expect(estimate?.estimate == 3)
        #expect(time < .seconds(5))
    }

    @Test func `adjusted p values agree with SciPy`() throws {
        let families = try Oracle.read("families", as: Families.self).adjusted
        #expect(families.count == 12)
        for family in families {
            let adjusted = BenjaminiHochberg.adjusted(family.p)
            #expect(zip(adjusted, family.adjusted).allSatisfy { agrees($0, $1) } && adjusted.count == family.p.count)
        }
    }

    @Test func `of five tests exactly two are rejected`() {
        let rejected = BenjaminiHochberg.rejected([0.001, 0.008, 0.039, 0.041, 0.9], at: 0.05)
        #expect(rejected == [true, true, false, false, false])
    }
}
