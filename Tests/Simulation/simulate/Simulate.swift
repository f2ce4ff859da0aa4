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
        printNames()
        printFamilies()
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
        let newest = Course.step(1.5, runs: 1)
        let (five, twelve, creep) = (Course.step(1.2, runs: 5), Course.step(1.2, runs: 12), Course.drift(0.01, runs: 40))
        let independent: [Course] = [
            newest, .step(1.3, runs: 1), .step(1.2, runs: 1), .step(1.3, runs: 5), five, twelve, .step(1.1, runs: 5), .step(1.1, runs: 12),
            .afterReverted(1.5, runs: 1), .afterReverted(1.2, runs: 5), .twoSteps, .partialReturn, creep, .drift(0.01, runs: 20),
            .drift(0.01, runs: 10), .drift(0.005, runs: 40),
        ]
        let others: [NoiseProcess] = [.outliers, .heavyTails, .correlated(0.5), .correlated(0.8), .daily, .weekly]
        var table = Table("Changed: called a regression", Detector.allCases.map(\.name))
        func append(_ name: String, _ process: NoiseProcess, _ course: Course) {
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
        let kin = VarianceModeration(priorVariance: NoiseProcess.deviation * NoiseProcess.deviation, priorFreedom: 10)
        var table = Table(
            "Earlier runs", ["unchanged", "with kin", "correlated by 0.5", "by 0.8", "+50 %", "+20 %", "+20 %, with kin"])
        for earlier in [5, 6, 8, 10, 20, 100] {
            func flagged(_ process: NoiseProcess, _ course: Course, _ kin: VarianceModeration?) -> String {
                Trials.share(process, course, runs: earlier + 1, trials: trials, seed: seed, kin: kin) {
                    $0.verdict == .regression || (course.name == Course.unchanged.name && $0.verdict == .improvement)
                }.percent
            }
            let (half, fifth) = (Course.step(1.5, runs: 1), Course.step(1.2, runs: 1))
            table.append(
                String(earlier),
                [
                    flagged(.independent, .unchanged, nil), flagged(.independent, .unchanged, kin), flagged(.correlated(0.5), .unchanged, nil),
                    flagged(.correlated(0.8), .unchanged, nil), flagged(.independent, half, nil), flagged(.independent, fifth, nil),
                    flagged(.independent, fifth, kin),
                ])
        }
        table.print()
    }

    /// What is said besides the verdict: of which kind a change is, and since when.
    private static func printNames() {
        var table = Table("Named as it is", ["kind", "named so", "since right within one run"])
        func append(_ name: String, _ process: NoiseProcess, _ course: Course, _ kind: Assessment.Kind, since: Int) {
            let named = Trials.share(process, course, runs: 40, trials: trials, seed: seed) { $0.assessment.kind == kind }
            let dated = Trials.share(process, course, runs: 40, trials: trials, seed: seed) { assessed in
                assessed.assessment.since.map { abs($0 - since) <= 1 } ?? false
            }
            table.append(name, [kind.rawValue, named.percent, dated.percent])
        }
        for (factor, runs) in [(1.5, 1), (1.2, 1), (1.2, 5), (1.2, 12)] {
            append(Course.step(factor, runs: runs).name, .independent, .step(factor, runs: runs), runs == 1 ? .newest : .step, since: 40 - runs)
        }
        append(Course.twoSteps.name, .independent, .twoSteps, .step, since: 25)
        append(Course.partialReturn.name, .independent, .partialReturn, .step, since: 25)
        append(Course.back.name, .independent, .back, .back, since: 34)
        append(Course.drift(0.01, runs: 40).name, .independent, .drift(0.01, runs: 40), .drift, since: 1)
        append(Course.alternating.name, .independent, .alternating, .unstable, since: 0)
        append("deviation × 3 in the last ten", .wider(3, "deviation × 3"), .unchanged, .moreVariable, since: 30)
        table.print()
    }

    private static func printFamilies() {
        var table = Table("Families of 200 series, 20 of them changed", ["false among flagged", "found"])
        for (process, course) in [
            (NoiseProcess.independent, Course.step(1.2, runs: 5)), (.independent, .step(1.5, runs: 1)), (.correlated(0.5), .step(1.2, runs: 12)),
            (.heavyTails, .step(1.2, runs: 5)),
        ] {
            let rates = Trials.families(process, course, runs: 40, size: 200, changed: 20, trials: 200, seed: seed)
            table.append("\(process.name): \(course.name)", [rates.falseDiscoveries.percent, rates.found.percent])
        }
        let rates = Trials.families(.independent, .unchanged, runs: 40, size: 200, changed: 0, trials: 200, seed: seed)
        table.append("none changed: families with any flagged", [rates.falseDiscoveries.percent, "-"])
        table.print()
    }
}
