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
}
