import Testing

@testable import RunStatistics

struct ProportionTests {
    private struct Cases: Decodable {
        struct Wilson: Decodable {
            let k, n: Int
            let confidence: Double
            let interval: [Double]
        }
        struct Fisher: Decodable {
            let table: [Int]
            let p: Double
        }
        let wilson: [Wilson]
        let fisher: [Fisher]
    }

    private let cases: Cases

    init() throws {
        cases = try Oracle.read("proportions")
    }

    @Test func `Wilson intervals agree with SciPy`() throws {
        #expect(cases.wilson.count == 24)
        for oracle in cases.wilson {
            let interval = try #require(RunStatistics.wilsonInterval(oracle.k, of: oracle.n, confidence: oracle.confidence))
            #expect(agrees(interval.lower, oracle.interval[0]) && agrees(interval.upper, oracle.interval[1]), "\(oracle.k) of \(oracle.n)")
        }
        #expect(RunStatistics.wilsonInterval(0, of: 0) == nil)
    }

    @Test func `Fisher's test agrees with SciPy`() throws {
        #expect(cases.fisher.count == 60)
        for oracle in cases.fisher {
            let table = oracle.table
            let test = try #require(FisherExactTest((table[0], table[1]), (table[2], table[3])))
            #expect(agrees(test.p, oracle.p), "\(table)")
        }
        #expect(FisherExactTest((3, 2), (0, 1)) == nil)
    }
}
