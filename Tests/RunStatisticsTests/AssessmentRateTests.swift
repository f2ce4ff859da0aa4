import NoiseModel
import RunStatistics
import Testing

/// The rates that `make simulate` prints, with fewer trials: what must hold of series that are judged alone.
struct AssessmentRateTests {
    private func flagged(_ process: NoiseProcess, _ course: LevelCourse = .unchanged, runs: Int = 40, trials: Int = 1500) -> Double {
        let isUnchanged = course.name == LevelCourse.unchanged.name
        return Trials.flagged(process, course, runs: runs, trials: trials, seed: 11, by: [.assessment], either: isUnchanged)[0].value
    }

    @Test(arguments: [6, 7, 9, 11, 21, 40, 101])
    func `at most three of a hundred unchanged series are flagged, short ones as well`(runs: Int) {
        #expect(flagged(.independent, runs: runs, trials: 1000) <= 0.03)
    }

    @Test func `noise that is correlated, sticky, heavy or wider flags few more`() {
        #expect(flagged(.correlated(0.5)) <= 0.06)
        #expect(flagged(.correlated(0.8)) <= 0.12)
        #expect(flagged(.twoStates(staying: 0.9, "sticky")) <= 0.17)
        #expect(flagged(.twoStates(staying: 0.5, "at random")) <= 0.03)
        #expect(flagged(.heavyTails) <= 0.05)
        #expect(flagged(.wider(3.0.squareRoot(), "variance × 3")) <= 0.08)
        #expect(flagged(.daily) <= 0.06)
        #expect(flagged(.weekly) <= 0.03)
    }

    @Test func `changes are found at once and later, after outliers and after others`() {
        #expect(flagged(.independent, .step(1.5, runs: 1), trials: 400) >= 0.95)
        #expect(flagged(.outliers, .step(1.5, runs: 1), trials: 400) >= 0.8)
        #expect(flagged(.independent, .step(1.2, runs: 5), trials: 400) >= 0.9)
        #expect(flagged(.independent, .step(1.2, runs: 12), trials: 400) >= 0.9)
        #expect(flagged(.independent, .afterReverted(1.5, runs: 1), trials: 400) >= 0.9)
        #expect(flagged(.independent, .twoSteps, trials: 400) >= 0.9)
        #expect(flagged(.independent, .drift(0.01, runs: 40), trials: 400) >= 0.95)
        #expect(flagged(.correlated(0.5), .step(1.2, runs: 12), trials: 400) >= 0.75)
    }

    @Test func `in families the false discovery rate is held, by what kindred series tell also under correlation`() {
        let plain = Trials.families(
            .independent, .step(1.2, runs: 5), runs: 40, size: 100, changed: 10, areKindred: false, trials: 40, seed: 3)
        #expect(plain.falseDiscoveries.value <= 0.06 && plain.found.value >= 0.9)
        let kindred = Trials.families(
            .correlated(0.8), .step(1.3, runs: 12), runs: 40, size: 100, changed: 10, areKindred: true, trials: 40, seed: 4)
        #expect(kindred.falseDiscoveries.value <= 0.06 && kindred.found.value >= 0.8)
    }

    @Test func `Welch's test over runs and the rules of others are wrong or blind`() {
        func rate(_ detector: Detector, _ process: NoiseProcess, _ course: LevelCourse, either: Bool) -> Double {
            Trials.flagged(process, course, runs: 40, trials: 300, seed: 5, by: [detector], either: either)[0].value
        }
        #expect(rate(.welchOverRuns, .correlated(0.8), .unchanged, either: true) > 0.35)
        #expect(rate(.welchOverCalls, .independent, .unchanged, either: true) > 0.15)
        #expect(rate(.fence, .independent, .step(1.2, runs: 5), either: false) < 0.05)
        #expect(rate(.stepDetection, .independent, .step(1.5, runs: 5), either: false) > 0.9)
    }
}
