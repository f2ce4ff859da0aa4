import Foundation
import Testing

@testable import RunStatistics

/// Special functions are right to 1e-12 of their value, against mpmath with 60 digits and more.
struct SpecialFunctionTests {
    private struct Cases: Decodable {
        struct Point: Decodable { let x, y: Double }
        struct Quantile: Decodable { let p, z: Double }
        struct Beta: Decodable { let a, b, x, y: Double }
        struct Tail: Decodable { let freedom, t, p: Double }
        let exp, erfc: [Point]
        let normal: [Quantile]
        let beta: [Beta]
        let student, studentQuantile: [Tail]
    }

    private let cases: Cases

    init() throws {
        cases = try Oracle.read("special-functions")
    }

    @Test func `the exponential function`() {
        #expect(cases.exp.count == 15)
        for point in cases.exp { #expect(agrees(PortableMath.exp(point.x), point.y, to: 1e-15), "exp \(point.x)") }
        #expect(PortableMath.exp(0) == 1)
        #expect(PortableMath.exp(-1000) == 0)
        #expect(PortableMath.exp(1000) == .infinity)
        #expect(PortableMath.exp(.nan).isNaN)
    }

    @Test func `logarithms`() {
        for x in [.leastNonzeroMagnitude, 1e-300, 0.1, 0.5, 0.7071, 0.99, 1 - 1e-12, 1 + 1e-9, 1.05, 1.4142, 1.4143, 2, 2.718, 10, 12345.678, 1e308] {
            #expect(agrees(PortableMath.log(x), log(x), to: 5e-16), "log \(x)")
        }
        #expect(PortableMath.log(1) == 0)
        #expect(PortableMath.log(0) == -.infinity)
        #expect(PortableMath.log(.infinity) == .infinity)
        #expect(PortableMath.log(-1).isNaN)
    }

    @Test func `the complementary error function`() {
        #expect(cases.erfc.count == 27)
        for point in cases.erfc { #expect(agrees(PortableMath.erfc(point.x), point.y, to: 2e-13), "erfc \(point.x)") }
        #expect(PortableMath.erfc(.infinity) == 0)
        #expect(PortableMath.erfc(-.infinity) == 2)
        #expect(PortableMath.erfc(.nan).isNaN)
    }

    @Test func `normal quantiles`() {
        #expect(cases.normal.count == 23)
        for point in cases.normal {
            #expect(agrees(NormalDistribution.upperQuantile(point.p), point.z, to: 1e-12), "p \(point.p)")
        }
        #expect(NormalDistribution.upperQuantile(0.5) == 0)
        #expect(NormalDistribution.upperQuantile(0) == .infinity)
        #expect(NormalDistribution.quantile(0) == -.infinity)
        #expect(NormalDistribution.quantile(1) == .infinity)
    }

    @Test func `the incomplete beta function`() {
        #expect(cases.beta.count == 18)
        for point in cases.beta {
            let value = IncompleteBeta.regularized(point.x, complement: 1 - point.x, point.a, point.b)
            #expect(agrees(value, point.y, to: 1e-12), "I(\(point.x); \(point.a), \(point.b))")
        }
        #expect(IncompleteBeta.regularized(0, complement: 1, 2, 3) == 0)
        #expect(IncompleteBeta.regularized(1, complement: 0, 2, 3) == 1)
    }

    @Test func `tails of Student's t down to 1e-300`() {
        #expect(cases.student.count == 135)
        for point in cases.student {
            let value = StudentT(degreesOfFreedom: point.freedom).twoSided(point.t)
            #expect(agrees(value, point.p, to: 1e-12), "t \(point.t), \(point.freedom) degrees")
        }
        #expect(StudentT(degreesOfFreedom: 3).twoSided(0) == 1)
        #expect(StudentT(degreesOfFreedom: 3).twoSided(.infinity) == 0)
    }

    @Test func `tails of Student's t without logarithms, for whole degrees of freedom`() {
        let whole = cases.student.filter { $0.freedom == $0.freedom.rounded() && $0.freedom <= 1000 && $0.t <= 1e150 }
        #expect(whole.count > 50)
        for point in whole {
            let value = StudentTails.twoSided(point.t, degreesOfFreedom: Int(point.freedom))
            #expect(agrees(value, point.p, to: 1e-12), "t \(point.t), \(point.freedom) degrees")
        }
        #expect(StudentTails.twoSided(0, degreesOfFreedom: 3) == 1)
        #expect(StudentTails.twoSided(.infinity, degreesOfFreedom: 3) == 0)
        #expect(agrees(StudentTails.twoSided(-2.5, degreesOfFreedom: 16), StudentT(degreesOfFreedom: 16).twoSided(2.5), to: 1e-13))
    }

    @Test func `quantiles of Student's t`() {
        #expect(cases.studentQuantile.count == 72)
        for point in cases.studentQuantile {
            let value = StudentT(degreesOfFreedom: point.freedom).upperQuantile(point.p)
            #expect(agrees(value, point.t, to: 1e-12), "p \(point.p), \(point.freedom) degrees")
        }
        #expect(StudentT(degreesOfFreedom: 3).upperQuantile(0.5) == 0)
    }
}
