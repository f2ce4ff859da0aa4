import NoiseModel
import RunStatistics

/// Prints how often this program's rules are right and wrong, beside rules that other tools use.
@main
struct Simulate {
    static let trials = 4000
    static let seed: UInt64 = 20_251_115

    static func main() {
        print("Forty runs a series and a coefficient of variation of 4 %, unless it says otherwise; lower is better. Each series is judged alone.")
        print("Rates are in per cent of \(trials) series, each with its standard error.")
        printUnchanged()
        printChanges()
        printLengths()
        printFewDays()
        printNames()
        printFamilies()
        printPairs()
        printFailures()
    }

    private static func printUnchanged() {
        var table = Table("Unchanged: flagged, either way", Detector.allCases.map(\.name) + ["sitegen: a change listed"])
        for process in NoiseProcess.unchanged {
            let rates = Trials.flagged(process, .unchanged, runs: 40, trials: trials, seed: seed, either: true)
            let listed = Trials.share(process, .unchanged, runs: 40, trials: trials, seed: seed) { !$0.assessment.changes.isEmpty }
            table.append(process.name, (rates + [listed]).map(\.percent))
        }
        table.print()
    }

    private static func printChanges() {
        let newest = LevelCourse.step(1.5, runs: 1)
        let (five, twelve, creep) = (LevelCourse.step(1.2, runs: 5), LevelCourse.step(1.2, runs: 12), LevelCourse.drift(0.01, runs: 40))
        let independent: [LevelCourse] = [
            newest, .step(1.3, runs: 1), .step(1.2, runs: 1), .step(1.3, runs: 5), five, twelve, .step(1.1, runs: 5), .step(1.1, runs: 12),
            .afterReverted(1.5, runs: 1), .afterReverted(1.2, runs: 5), .twoSteps, .partialReturn, creep, .drift(0.01, runs: 20),
            .drift(0.01, runs: 10), .drift(0.005, runs: 40),
        ]
        let others: [NoiseProcess] = [.outliers, .heavyTails, .correlated(0.5), .correlated(0.8), .daily, .weekly]
        var table = Table("Changed: called a regression", Detector.allCases.map(\.name))
        func append(_ name: String, _ process: NoiseProcess, _ course: LevelCourse) {
            let rates = Trials.flagged(process, course, runs: 40, trials: trials, seed: seed, either: false)
            table.append(name, rates.map(\.percent))
        }
        for course in independent { append(course.name, .independent, course) }
        for process in others {
            for course in [newest, five, twelve, creep] { append("\(process.name): \(course.name)", process, course) }
        }
        table.print()
    }

    private static func printLengths() {
        var table = Table(
            "Newest run after", ["unchanged", "with kin", "correlated by 0.5", "with kin", "by 0.8", "with kin", "+50 %", "+20 %", "with kin"])
        let (half, fifth) = (LevelCourse.step(1.5, runs: 1), LevelCourse.step(1.2, runs: 1))
        for earlier in [5, 6, 8, 10, 20, 100] {
            func wrong(_ process: NoiseProcess, kin: Bool) -> String {
                Trials.share(process, .unchanged, runs: earlier + 1, trials: trials, seed: seed, kin: kin) {
                    $0.verdict == .regression || $0.verdict == .improvement
                }.percent
            }
            func found(_ course: LevelCourse, kin: Bool) -> String {
                Trials.share(.independent, course, runs: earlier + 1, trials: trials, seed: seed, kin: kin) { $0.verdict == .regression }.percent
            }
            let unchanged = [NoiseProcess.independent, .correlated(0.5), .correlated(0.8)].flatMap { [wrong($0, kin: false), wrong($0, kin: true)] }
            table.append(
                "\(earlier) earlier runs", unchanged + [found(half, kin: false), found(fifth, kin: false), found(fifth, kin: true)])
        }
        table.print()
    }

    /// What is said besides the verdict: of which kind a change is, and since when.
    private static func printNames() {
        var table = Table("Named as it is", ["kind", "named so", "since right within one run"])
        func append(_ name: String, _ process: NoiseProcess, _ course: LevelCourse, _ kind: Assessment.Kind, since: Int) {
            let named = Trials.share(process, course, runs: 40, trials: trials, seed: seed) { $0.assessment.kind == kind }
            let dated = Trials.share(process, course, runs: 40, trials: trials, seed: seed) { assessed in
                assessed.assessment.since.map { abs($0 - since) <= 1 } ?? false
            }
            table.append(name, [kind.rawValue, named.percent, dated.percent])
        }
        for (factor, runs) in [(1.5, 1), (1.2, 1), (1.2, 5), (1.2, 12)] {
            append(LevelCourse.step(factor, runs: runs).name, .independent, .step(factor, runs: runs), runs == 1 ? .newest : .step, since: 40 - runs)
        }
        append(LevelCourse.twoSteps.name, .independent, .twoSteps, .step, since: 25)
        append(LevelCourse.partialReturn.name, .independent, .partialReturn, .step, since: 25)
        append(LevelCourse.back.name, .independent, .back, .back, since: 34)
        append(LevelCourse.drift(0.01, runs: 40).name, .independent, .drift(0.01, runs: 40), .drift, since: 1)
        append(LevelCourse.alternating.name, .independent, .alternating, .unstable, since: 0)
        append("deviation × 3 in the last ten", .wider(3, "deviation × 3"), .unchanged, .moreVariable, since: 30)
        table.print()
    }

    private static func printFamilies() {
        var table = Table("Families of 200 series, 20 of them changed", ["false among flagged", "found", "kindred: false", "found"])
        func append(_ name: String, _ process: NoiseProcess, _ course: LevelCourse, changed: Int) {
            let cells = [false, true].flatMap { areKindred in
                let rates = Trials.families(
                    process, course, runs: 40, size: 200, changed: changed, areKindred: areKindred, trials: 200, seed: seed)
                return [rates.falseDiscoveries.percent, changed > 0 ? rates.found.percent : ""]
            }
            table.append(name, cells)
        }
        for (process, course) in [
            (NoiseProcess.independent, LevelCourse.step(1.2, runs: 5)), (.independent, .step(1.5, runs: 1)), (.correlated(0.5), .step(1.2, runs: 12)),
            (.correlated(0.8), .step(1.3, runs: 12)), (.heavyTails, .step(1.2, runs: 5)),
        ] {
            append("\(process.name): \(course.name)", process, course, changed: 20)
        }
        append("none changed: families with any flagged", .independent, .unchanged, changed: 0)
        table.print()
    }
}
