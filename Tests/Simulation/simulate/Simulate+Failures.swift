import NoiseModel
import RunStatistics

extension Simulate {
    /// Twenty runs of a hundred requests: how often failures are said to have become more, and that is right or wrong.
    static func printFailures() {
        var table = Table("Failures of a hundred requests a run", ["independent", "in heaps"])
        func append(_ name: String, either: Bool = false, _ rate: @escaping @Sendable (Int) -> Double) {
            let cells = [false, true].map { inHeaps in
                FailedRequests(inHeaps: inHeaps, rate: rate).share(trials: trials, seed: seed) { _, verdict in
                    verdict == .regression || (either && verdict == .improvement)
                }.percent
            }
            table.append(name, cells)
        }
        append("always 1 %, flagged either way", either: true) { _ in 0.01 }
        append("always 10 %, flagged either way", either: true) { _ in 0.1 }
        append("33 % at the newest run, none before") { $0 == 0 ? 0.33 : 0 }
        append("5 % at the newest run, none before") { $0 == 0 ? 0.05 : 0 }
        append("40 % at the newest run, 10 % before") { $0 == 0 ? 0.4 : 0.1 }
        append("20 % since 5 runs, 10 % before") { $0 < 5 ? 0.2 : 0.1 }
        append("20 % since 12 runs, 1 % before") { $0 < 12 ? 0.2 : 0.01 }
        table.print()
    }

    /// What people have after a week: eleven runs on four days, which share half of their variance.
    static func printFewDays() {
        var table = Table("Eleven runs on four days", ["unchanged, flagged", "with kin", "−30 % since the last day", "with kin"])
        let last = LevelCourse.step(0.7, runs: 5)
        let cells = [(LevelCourse.unchanged, true), (last, false)].flatMap { course, either in
            [false, true].map { kin in
                Trials.share(.fewDays, course, runs: 11, trials: trials, seed: seed, kin: kin) {
                    $0.verdict == .improvement || (either && $0.verdict == .regression)
                }.percent
            }
        }
        table.append("half of the variance is the day's", cells)
        table.print()
    }
}
