import Foundation
import Testing

@testable import RunStatistics

/// Each sentence of what the verdicts promise, on one series. Lower is better in all of them.
struct AssessmentTests {
    /// Forty runs of an unchanged series, with a deviation of 3.5 %.
    private let steady = [
        101.3, 105.4, 93.9, 106.1, 99.8, 97.2, 97.2, 96.3, 99.2, 103,
        102.1, 102.3, 94.2, 94.7, 105.6, 103.4, 107.9, 104.3, 96.5, 104.6,
        102.2, 100.8, 97.2, 100, 99.5, 103.2, 100.4, 105.7, 97.3, 101.7,
        101.8, 97, 95.9, 103.6, 101.8, 99.4, 101.4, 97.7, 100.8, 97.9,
    ]

    private func assess(
        _ values: [Double], accepted: [Int] = [], kin: Kin? = nil, failed: Set<Int> = [], hours: [Double]? = nil
    ) -> Assessment {
        let observations = values.enumerated().map { i, value in
            SeriesObservation(value: value, hours: hours?[i], isUsable: !failed.contains(i))
        }
        return SeriesAssessment.assess(observations, accepted: accepted, kin: kin)
    }

    private func verdict(_ assessment: Assessment) -> VerdictWord? {
        assessment.difference.map { Family.judge([($0, .lower)])[0].verdict }
    }

    /// The steady series with its runs from one on multiplied.
    private func steady(_ factors: (from: Int, factor: Double)...) -> [Double] {
        steady.enumerated().map { i, value in value * (factors.last { $0.from <= i }?.factor ?? 1) }
    }

    @Test func `an unchanged series is no change, and says what would have been seen`() throws {
        let assessment = assess(steady)
        #expect(assessment.kind == nil && assessment.since == nil && assessment.changes.isEmpty && assessment.spikes.isEmpty)
        #expect(verdict(assessment) == .noChange)
        let reference = try #require(assessment.reference)
        #expect(reference.observations == Array(0..<39))
        #expect(agrees(reference.level, 100, to: 0.01) && agrees(reference.spread, 0.035, to: 0.1))
        let sensitivity = try #require(assessment.sensitivity)
        #expect(sensitivity.ofNewest > 0.1 && sensitivity.ofNewest < 0.2)
        #expect(try #require(sensitivity.runsForLeast) > 5)
        #expect(try #require(sensitivity.runsForLeast) < 100)
    }

    @Test(arguments: [(1, Assessment.Kind.newest), (2, .step), (5, .step), (12, .step)])
    func `a fifth more is found, whether it came with the newest run or twelve runs ago`(runs: Int, kind: Assessment.Kind) throws {
        let assessment = assess(steady((40 - runs, 1.2)))
        #expect(assessment.kind == kind && assessment.since == 40 - runs)
        #expect(verdict(assessment) == .regression)
        let difference = try #require(assessment.difference)
        #expect(agrees(difference.ratio, 1.2, to: 0.04) && difference.b.n == runs && difference.a.n == 40 - runs)
        #expect(try #require(difference.interval).contains(1.2))
        #expect(assessment.changes.map(\.start) == [40 - runs])
    }

    @Test(arguments: [9, 10, 11, 100])
    func `since is the run where it began, after nine runs as after ten and a hundred`(runs: Int) {
        let after = (0..<runs).map { steady[$0 % 40] * 1.2 }
        let assessment = assess(steady + after)
        #expect(assessment.kind == .step && assessment.since == 40 && verdict(assessment) == .regression)
        #expect(assessment.difference?.b.n == runs)
    }

    @Test func `back at the old level is back, and no improvement`() {
        let assessment = assess(steady((20, 1.3), (30, 1)))
        #expect(assessment.kind == .back && assessment.since == 30)
        #expect(verdict(assessment) == .noChange)
        #expect(assessment.changes.map(\.start) == [20, 30])
    }

    @Test func `one run back at the old level is back, too`() {
        let assessment = assess(steady((20, 1.3), (39, 1)))
        #expect(assessment.kind == .back && assessment.since == 39 && verdict(assessment) == .noChange)
    }

    @Test func `a partial return stays the regression that it is, with what is left of it`() throws {
        let assessment = assess(steady((20, 1.5), (32, 1.2)))
        #expect(assessment.kind == .step && assessment.since == 20 && verdict(assessment) == .regression)
        #expect(agrees(try #require(assessment.difference?.ratio), 1.2, to: 0.03))
    }

    @Test func `a second rise adds to the first and began with it`() throws {
        let assessment = assess(steady((20, 1.2), (33, 1.5)))
        #expect(assessment.kind == .step && assessment.since == 20)
        #expect(agrees(try #require(assessment.difference?.ratio), 1.5, to: 0.03))
        #expect(assessment.changes.map(\.start) == [20, 33])
    }

    @Test func `a fall below the old level after a rise is an improvement of its own`() {
        let assessment = assess(steady((15, 1.3), (28, 0.7)))
        #expect(assessment.kind == .step && assessment.since == 28 && verdict(assessment) == .improvement)
    }

    @Test func `an accepted change begins a new level`() throws {
        let accepted = assess(steady((20, 1.3)), accepted: [20])
        #expect(accepted.kind == nil && verdict(accepted) == .noChange)
        #expect(accepted.reference?.observations == Array(20..<39))
        #expect(accepted.changes.map(\.p) == [nil])
        let again = assess(steady((20, 1.3), (35, 1.7)), accepted: [20])
        #expect(again.kind == .step && again.since == 35 && verdict(again) == .regression)
        #expect(agrees(try #require(again.difference?.ratio), 1.7 / 1.3, to: 0.03))
    }

    @Test func `three runs after an accepted change the noise from before it helps to judge`() {
        let values = steady((36, 1.3)) + [200]
        #expect(verdict(assess(values, accepted: [36])) == .regression)
    }

    @Test func `a steady rise is drift, sized from its beginning`() throws {
        let values = steady.enumerated().map { i, value in value * pow(1.01, Double(i)) }
        let assessment = assess(values)
        #expect(assessment.kind == .drift && verdict(assessment) == .regression)
        #expect(try #require(assessment.since) <= 4)
        let difference = try #require(assessment.difference)
        #expect(agrees(difference.ratio, pow(1.01, 39), to: 0.05))
        #expect(agrees(difference.a.value, 100, to: 0.05) && agrees(difference.b.value, 147, to: 0.05))
        let late = try #require(assess(steady.enumerated().map { i, value in value * pow(1.02, Double(max(0, i - 20))) }).since)
        #expect(abs(late - 21) <= 4)
    }

    @Test func `levels that alternate are unstable, with both named`() throws {
        let inTurns = steady.enumerated().map { i, value in i % 3 == 1 ? value * 1.3 : value }
        for values in [steady((8, 1.3), (16, 1), (24, 1.3), (32, 1)), inTurns] {
            let assessment = assess(values)
            #expect(assessment.kind == .unstable && verdict(assessment) == .noChange)
            let difference = try #require(assessment.difference)
            #expect(agrees(difference.a.value, 130, to: 0.02) && agrees(difference.b.value, 100, to: 0.02))
        }
    }

    @Test func `newest values that vary more without moving are more variable`() {
        let middle = 100.0
        let values = steady.prefix(28) + steady.suffix(12).map { middle * pow($0 / middle, 4) }
        let assessment = assess(Array(values))
        #expect(assessment.kind == .moreVariable && verdict(assessment) == .noChange)
        #expect(abs((assessment.since ?? 0) - 28) <= 3)
    }

    @Test(arguments: 1...8)
    func `five earlier runs are enough, fewer are not`(earlier: Int) {
        let assessment = assess(Array(steady.prefix(earlier)) + [160])
        #expect(verdict(assessment) == (earlier < 5 ? nil : .regression))
        #expect((assessment.reference == nil) == (earlier < 5))
    }

    @Test func `what kindred series know narrows the limits of a short one`() throws {
        let kin = Kin(variance: VarianceModeration(priorVariance: 0.035 * 0.035, priorFreedom: 20))
        let values = [94.0, 106, 99, 103, 96, 118]
        #expect(verdict(assess(values)) == .noChange)
        #expect(verdict(assess(values, kin: kin)) == .regression)
        let alone = try #require(assess(values).limits[5])
        let together = try #require(assess(values, kin: kin).limits[5])
        #expect(together.upper < alone.upper && together.lower > alone.lower)
    }

    @Test func `neither an outlier nor a zero nor a failed run in the history hides half as much again`() throws {
        var values = steady
        (values[12], values[20], values[28], values[39]) = (320, 0, 900, 150)
        let assessment = assess(values, failed: [28])
        #expect(assessment.kind == .newest && assessment.since == 39 && verdict(assessment) == .regression)
        let spike = try #require(assessment.spikes.first)
        #expect(spike.observation == 12 && agrees(spike.ratio, 3.2, to: 0.05) && spike.p < 1e-6)
        #expect(assessment.reference?.observations == Array(0..<39).filter { ![12, 20, 28].contains($0) })
    }

    @Test func `the run after a lone one is back`() {
        var values = steady
        values[38] = 300
        let assessment = assess(values)
        #expect(assessment.kind == .back && assessment.since == 39 && assessment.spikes.map(\.observation) == [38])
    }

    @Test func `four per cent more in every run is certain and too small to count`() {
        let narrow = steady.map { 100 + ($0 - 100) / 20 }
        let assessment = assess(narrow.enumerated().map { i, value in i < 20 ? value : value * 1.04 })
        #expect(assessment.kind == nil && assessment.changes.isEmpty && verdict(assessment) == .noChange)
        let larger = assess(narrow.enumerated().map { i, value in i < 20 ? value : value * 1.06 })
        #expect(larger.kind == .step && larger.since == 20 && verdict(larger) == .regression)
    }

    @Test func `five runs of one slow day are not five days`() throws {
        let hours = (0..<8).flatMap { day in [0, 0.1, 0.2, 0.3, 0.4].map { Double(day * 24) + $0 } }
        let days = [1.0, 1.05, 0.96, 1.03, 0.95, 1.04, 0.98, 1.09]
        let calm = steady.map { 100 + ($0 - 100) * 0.3 }
        let values = calm.enumerated().map { i, value in value * days[i / 5] }
        #expect(verdict(assess(values, hours: hours)) == .noChange)
        let assessment = assess(values, hours: hours)
        #expect(try #require(assessment.reference).effectiveRuns < 16)
    }

    @Test func `runs that follow each other count for fewer`() throws {
        var place = 0.0
        let wandering = steady.map { value in
            place = 0.8 * place + (value - 100)
            return 100 + place
        }
        let reference = try #require(assess(wandering).reference)
        let independent = try #require(assess(steady).reference)
        #expect(reference.correlation > 0.6 && independent.correlation < 0.2)
        #expect(reference.effectiveRuns < 15 && independent.effectiveRuns > 25)
    }

    @Test func `a thin run is still judged, with wider limits`() {
        func assess(_ value: Double, _ varianceFactor: Double) -> VerdictWord? {
            let observations = steady.dropLast().map { SeriesObservation(value: $0) }
            return verdict(SeriesAssessment.assess(observations + [SeriesObservation(value: value, varianceFactor: varianceFactor)]))
        }
        #expect(assess(116, 1) == .regression)
        #expect(assess(116, 4) == .noChange)
        #expect(assess(150, 4) == .regression)
    }

    @Test func `limits are those that the runs before set`() throws {
        let assessment = assess(steady((30, 1.5)))
        #expect(assessment.limits.prefix(5).allSatisfy { $0 == nil })
        #expect(assessment.limits.dropFirst(5).allSatisfy { $0 != nil })
        let logarithms = steady.prefix(20).map { log($0) }
        let deviation = try #require(RunStatistics.sampleDeviation(logarithms))
        let reach = StudentT(degreesOfFreedom: 19).upperQuantile(0.01) * deviation * (1 + 1.0 / 20).squareRoot()
        let (lower, upper) = (exp(RunStatistics.mean(logarithms) - reach), exp(RunStatistics.mean(logarithms) + reach))
        let limits = try #require(assessment.limits[20])
        // Persistence that is not ruled out makes them a little wider than Student's.
        #expect(limits.lower <= lower && limits.lower > lower * 0.97)
        #expect(limits.upper >= upper && limits.upper < upper * 1.03)
        #expect(assessment.limits[30] == assessment.limits[39])
    }

    @Test func `values that are not above zero are judged on their own scale`() throws {
        let values = steady.map { $0 - 100 } + [40]
        let assessment = assess(values)
        #expect(assessment.kind == .newest && verdict(assessment) == .regression)
        let difference = try #require(assessment.difference)
        #expect(difference.ratio == nil && agrees(difference.difference, 40, to: 0.03))
    }

    @Test func `equal values, no values and a single one`() {
        #expect(verdict(assess([5, 5, 5, 5, 5, 5, 5])) == .noChange)
        #expect(verdict(assess([5, 5, 5, 5, 5, 5, 6])) == .regression)
        #expect(verdict(assess([0, 0, 0, 0, 0, 0, 0])) == .noChange)
        #expect(assess([]).difference == nil && assess([1]).difference == nil && assess([0]).difference == nil)
        #expect(assess(steady, failed: Set(0..<40)).difference == nil)
        #expect(assess([5, .nan, 5, 5, .infinity, 5, 5, 5, 6]).since == 8)
    }
}
