import NoiseModel
import Testing

@testable import RunStatistics

struct ModerationTests {
    private struct Cases: Decodable {
        struct Point: Decodable {
            let x, digamma, trigamma: Double
        }
        struct Moderation: Decodable {
            let kin: [[Double]]
            let freedom: Double?
            let variance: Double
        }
        let polygamma: [Point]
        let moderations: [Moderation]
    }

    private let cases: Cases

    init() throws { cases = try Oracle.read("moderation") }

    @Test func `the derivatives of the logarithm of gamma`() {
        for point in cases.polygamma {
            #expect(agrees(Polygamma.digamma(point.x), point.digamma, to: 1e-11))
            #expect(agrees(Polygamma.trigamma(point.x), point.trigamma, to: 1e-12))
            #expect(agrees(Polygamma.inverseTrigamma(point.trigamma), point.x, to: 1e-6))
        }
    }

    @Test func `the prior of kindred variances`() throws {
        for moderation in cases.moderations {
            let prior = try #require(VarianceModeration(kin: moderation.kin.map { (variance: $0[0], freedom: $0[1]) }))
            let known = moderation.kin.reduce(0) { $0 + $1[1] }
            #expect(agrees(prior.priorFreedom, min(moderation.freedom ?? .infinity, known), to: 1e-6))
            #expect(agrees(prior.priorVariance, moderation.variance, to: 1e-6))
        }
    }

    @Test func `a variance is drawn to that of its kin by their degrees of freedom`() {
        let prior = VarianceModeration(priorVariance: 0.0016, priorFreedom: 12)
        let moderated = prior.moderated(0.0064, freedom: 4)
        #expect(moderated.freedom == 16)
        #expect(agrees(moderated.variance, 0.0028))
    }

    @Test func `two series are no kin to learn from`() {
        #expect(VarianceModeration(kin: [(0.1, 4), (0.2, 4)]) == nil)
        #expect(VarianceModeration(kin: [(0.1, 4), (0.2, 4), (0, 4), (0.3, 0)]) == nil)
    }

    /// Series of one process, in half of which the level doubles in their middle.
    private func kin(_ process: NoiseProcess) -> Kin {
        var model = NoiseModel(seed: 7)
        return Kin(
            of: (0..<40).map { number in
                let course: LevelCourse = number % 2 == 0 ? .unchanged : .step(2, runs: 20)
                return SimulatedSeries.observations(40, process, course, &model)
            })
    }

    @Test func `kin tell variance, correlation and tails of a series, whatever changed in them`() throws {
        let (plain, correlated, heavy) = (kin(.independent), kin(.correlated(0.8)), kin(.heavyTails))
        #expect(agrees(try #require(plain.variance).priorVariance.squareRoot(), 0.04, to: 0.1))
        #expect(agrees(try #require(correlated.variance).priorVariance.squareRoot(), 0.04, to: 0.2))
        #expect(plain.correlation < 0.1 && abs(correlated.correlation - 0.8) < 0.1)
        #expect(plain.correlationRuns == 40)
        #expect(heavy.tailFreedom < 6 && plain.tailFreedom > 10)
    }

    @Test func `short series are no kin to learn a correlation from`() {
        let values = [100.0, 101, 99, 102, 98, 150, 151, 149]
        let short = Kin(of: (0..<5).map { number in values.map { SeriesObservation(value: $0 + Double(number)) } })
        #expect(short.correlation == 0 && short.correlationRuns == 0 && short.variance != nil)
        #expect(Kin(of: []) == Kin(variance: nil))
    }
}
