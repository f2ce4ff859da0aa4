import Testing

@testable import RunStatistics

/// Shares of failures over the runs of a series.
struct FailureAssessmentTests {
    private func runs(_ failed: [Int], of tried: Int = 100) -> [Attempts?] { failed.map { Attempts(failed: $0, of: tried) } }

    @Test func `a newest run that failed a third of its requests is found, whatever came before it`() throws {
        for earlier in [1, 4, 9, 30] {
            let assessment = FailureAssessment.assess(runs(Array(repeating: 0, count: earlier) + [33]))
            #expect(assessment.kind == .newest && assessment.since == earlier)
            let difference = try #require(assessment.difference)
            #expect(difference.a.value == 0 && difference.b.value == 0.33 && difference.passes)
            #expect(Family.judge([(difference, .lower)]).map(\.verdict) == [.regression])
        }
    }

    @Test func `a rise of three points beyond chance counts, since its size is measured against what was`() throws {
        let difference = try #require(FailureAssessment.assess(runs(Array(repeating: 0, count: 9) + [30], of: 1000)).difference)
        #expect(Family.judge([(difference, .lower)]).map(\.verdict) == [.regression])
    }

    @Test func `a rise that stays is open at the fifth run as at the fiftieth, since the run where it began`() throws {
        for later in [2, 5, 12, 50] {
            let assessment = FailureAssessment.assess(runs(Array(repeating: 1, count: 20) + Array(repeating: 20, count: later)))
            #expect(assessment.kind == .step && assessment.since == 20)
            #expect(assessment.difference?.passes == true)
            #expect(assessment.difference?.b == Difference.ofRates((20, 2000), (20 * later, 100 * later))?.b)
        }
    }

    @Test func `what is acknowledged is the level that the next runs are held against`() {
        let all = runs(Array(repeating: 1, count: 20) + Array(repeating: 20, count: 6))
        let accepted = FailureAssessment.assess(all, accepted: [20])
        #expect(accepted.kind == nil && accepted.difference?.passes == false)
        #expect(accepted.changes.map(\.start) == [20] && accepted.changes.map(\.p) == [nil])
        #expect(FailureAssessment.assess(all + runs([60]), accepted: [20]).kind == .newest)
    }

    @Test func `back where it was is no improvement, and a partial return is the regression that is left`() {
        let back = FailureAssessment.assess(runs(Array(repeating: 1, count: 12) + Array(repeating: 30, count: 6) + Array(repeating: 1, count: 6)))
        #expect(back.kind == .back && back.since == 18 && back.difference?.passes == false)
        let part = FailureAssessment.assess(runs(Array(repeating: 1, count: 12) + Array(repeating: 40, count: 6) + Array(repeating: 20, count: 6)))
        #expect(part.kind == .step && part.since == 12 && part.difference?.b.value == 0.2)
    }

    @Test func `one bad run is a spike, and does not hide the next one`() {
        var failed = Array(repeating: 0, count: 20)
        failed[7] = 40
        #expect(FailureAssessment.assess(runs(failed)).spikes.map(\.observation) == [7])
        #expect(FailureAssessment.assess(runs(failed)).kind == nil)
        #expect(FailureAssessment.assess(runs(failed + [40])).kind == .newest)
        #expect(FailureAssessment.assess(runs(Array(repeating: 0, count: 9) + [40, 0])).kind == .back)
    }

    @Test func `failures in heaps as usual are no change`() throws {
        let heaps = runs([0, 60, 2, 35, 0, 48, 55], of: 200)
        let assessment = FailureAssessment.assess(heaps)
        #expect(assessment.kind == nil && assessment.difference?.passes == false)
        #expect(try #require(assessment.difference?.p) > 0.1)
        #expect(try #require(Difference.ofRates((145, 1200), (55, 200))?.p) < 1e-5)
    }

    @Test func `where not even the worst run would be beyond chance nothing is tested`() throws {
        let single = FailureAssessment.assess(runs([0, 0, 1, 0, 0, 0], of: 1))
        #expect(single.kind == nil && single.difference?.p == nil && single.difference != nil)
        #expect(FailureAssessment.assess(runs([3])).difference == nil)
        #expect(FailureAssessment.assess([nil, Attempts(failed: 0, of: 0)]).difference == nil)
        #expect(Attempts(failed: 2, of: 1) == nil && Attempts(failed: -1, of: 1) == nil)
    }

    @Test func `of unchanged series at most three in a hundred are flagged, in heaps or not`() {
        var random = SplitMix64(seed: 5)
        func flagged(heaps: Bool) -> Double {
            let series = 1000
            let found = (0..<series).count { _ in
                let runs = (0..<20).map { _ -> Attempts? in
                    // Of heaps the rate of a run is between none and twice the usual.
                    let rate = heaps ? 0.2 * Double.random(in: 0..<1, using: &random) : 0.1
                    return Attempts(failed: (0..<100).count { _ in Double.random(in: 0..<1, using: &random) < rate }, of: 100)
                }
                return FailureAssessment.assess(runs).difference?.passes == true
            }
            return Double(found) / Double(series)
        }
        #expect(flagged(heaps: false) <= 0.03)
        #expect(flagged(heaps: true) <= 0.03)
    }
}
