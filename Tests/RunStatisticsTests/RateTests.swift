import NoiseModel
import RunStatistics
import Testing

/// The rates that `make simulate` prints, with fewer trials: what must hold on the noise model.
struct RateTests {
    @Test func `at most two of a hundred unchanged series are flagged`() {
        var simulation = Simulation(seed: 1)
        let rate = simulation.singleSeries(factor: 1, trials: 40_000, newRuns: 1, rules: [.predictionBand])[0]
        // Two per cent is what the band gives by its definition; of so many trials the rate has a standard error of 0.08 per cent.
        #expect(abs(rate.value - 0.02) <= 2 * 0.0008)
    }

    @Test func `changes by a fifth and by half are found`() {
        var simulation = Simulation(seed: 2)
        #expect(simulation.singleSeries(factor: 1.2, trials: 10_000, newRuns: 1, rules: [.predictionBand])[0].value >= 0.3)
        #expect(simulation.singleSeries(factor: 1.5, trials: 10_000, newRuns: 1, rules: [.predictionBand])[0].value >= 0.95)
    }

    @Test func `in a family the false discovery rate is held, and most changes are found`() {
        var simulation = Simulation(seed: 3)
        let rates = simulation.families(changed: 20, trials: 800, newRuns: 1, rules: [.predictionBand])[0]
        #expect(rates.falseDiscoveries.value < 0.06)
        #expect(rates.found.value >= 0.9)
    }

    @Test func `in a family where nothing changed hardly anything is flagged`() {
        var simulation = Simulation(seed: 4)
        let rates = simulation.families(changed: 0, trials: 300, newRuns: 1, rules: [.predictionBand])[0]
        #expect(rates.flagged.value <= 0.1)
    }

    @Test func `a test within runs flags what did not change`() {
        var simulation = Simulation(seed: 5)
        let rules: [Rule] = [.rankTestWithinRuns, .welchTestWithinRuns]
        #expect(simulation.singleSeries(factor: 1, trials: 1000, newRuns: 2, rules: rules).allSatisfy { $0.value > 0.2 })
    }

    @Test(arguments: [31, 100, 400])
    func `an unchanged series has no change point`(runs: Int) {
        var simulation = Simulation(seed: 6)
        #expect(simulation.falseChangePoints(runs: runs, trials: 40_000 / runs).value <= 0.01)
    }

    @Test func `a step by half is a change point`() {
        var simulation = Simulation(seed: 7)
        #expect(simulation.foundChangePoints(before: 10, after: 10, trials: 500).value >= 0.95)
        #expect(simulation.foundChangePoints(before: 31, after: 4, trials: 500).value >= 0.9)
    }

    @Test func `a lone run at three times its level is no change point`() {
        var simulation = Simulation(seed: 8)
        #expect(simulation.falseChangePoints(runs: 31, outlier: 3, trials: 500).value <= 0.01)
    }
}
