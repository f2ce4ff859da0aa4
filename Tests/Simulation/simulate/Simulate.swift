import NoiseModel

/// Prints how often this program's rules are right and wrong, beside rules that other tools use.
@main
struct Simulate {
    static func main() {
        var simulation = Simulation(seed: 20_251_115)
        print("Log-normal noise, 15 % within a run and 8 % between runs, 20 samples a run, 31 earlier runs; lower is better.")
        print("Each figure has its standard error. Rates are in per cent.")
        printSingleSeries(&simulation)
        printFamilies(&simulation)
        printChangePoints(&simulation)
    }

    private static func printSingleSeries(_ simulation: inout Simulation) {
        let unchanged = simulation.singleSeries(factor: 1, trials: 60_000)
        let byFifth = simulation.singleSeries(factor: 1.2, trials: 20_000)
        let byHalf = simulation.singleSeries(factor: 1.5, trials: 20_000)
        var table = Table("One series", ["unchanged, flagged", "+20 %, found", "+50 %, found"])
        table.append("trials", [unchanged, byFifth, byHalf].map { String($0[0].trials) })
        for (i, rule) in Rule.all.enumerated() { table.append(rule.name, [unchanged[i], byFifth[i], byHalf[i]].map(\.percent)) }
        table.print()
    }

    private static func printFamilies(_ simulation: inout Simulation) {
        let changed = simulation.families(changed: 20, trials: 400)
        let unchanged = simulation.families(changed: 0, trials: 400)
        var table = Table(
            "Families of 200 series", ["20 at +50 %: false among flagged", "20 at +50 %: found", "none changed: series flagged"])
        table.append("families", [changed[0].found, changed[0].found, unchanged[0].flagged].map { String($0.trials) })
        for (i, rule) in Rule.all.enumerated() {
            table.append(rule.name, [changed[i].falseDiscoveries.percent, changed[i].found.percent, unchanged[i].flagged.number])
        }
        table.print()
    }

    private static func printChangePoints(_ simulation: inout Simulation) {
        var table = Table("Change points", ["rate", "trials"])
        func append(_ name: String, _ rate: Rate) { table.append(name, [rate.percent, String(rate.trials)]) }
        for runs in [12, 31, 100, 400] {
            append("unchanged, \(runs) runs: false", simulation.falseChangePoints(runs: runs, trials: runs > 100 ? 1500 : 4000))
        }
        append("one run at three times, 31 runs: false", simulation.falseChangePoints(runs: 31, outlier: 3, trials: 4000))
        for (before, after) in [(10, 10), (10, 4), (31, 4), (100, 4)] {
            append("+50 % between \(before) and \(after) runs: found", simulation.foundChangePoints(before: before, after: after, trials: 2000))
        }
        table.print()
    }
}

extension Rule {
    var name: String {
        switch self {
        case .predictionBand: "sitegen: band, 5 %, FDR"
        case .threshold(let factor): "\(Int(factor * 100)) % of the previous run"
        case .rankTestWithinRuns: "Mann-Whitney within runs"
        case .welchTestWithinRuns: "Welch within runs"
        }
    }
}
