import AgentRuns
import Charts
import RunStatistics

/// How far what is said of a series goes: on how many runs it rests, what those are worth, and what change would have been seen.
struct StandingLimits {
    let words: StandingWords

    /// Runs that are worth less than this share of their number are said to be.
    private static let leastWorth = 0.7
    private static let leastCorrelation = 0.1

    private var standing: Standing { words.standing }

    /// The sentences, without spaces around them.
    var sentences: [String] { [runs, sensitivity].compactMap(\.self) }

    /// On how few runs it rests, else what they are worth.
    private var runs: String? {
        if words.few != nil { return "This is held against only \(counted(earlier, "earlier run"))." }
        return worth.map { "The \(counted(earlier, "earlier run")) \($0)." }
    }

    private var earlier: Int { standing.reference?.observations.count ?? 0 }

    /// What the runs are worth that the newest state is held against, where that is noticeably less than their number.
    private var worth: String? {
        // Runs that go back and forth or drift resemble their neighbours by what is said of them already.
        guard standing.isTested, standing.kind != .unstable, standing.kind != .drift, let reference = standing.reference else { return nil }
        let runs = reference.observations.count
        guard reference.effectiveRuns < Self.leastWorth * Double(runs) else { return nil }
        let effective = max(1, Int(reference.effectiveRuns.rounded()))
        return "count as \(effective == 1 ? "one independent one" : "\(counted(effective)) independent ones"), because \(ground(reference))"
    }

    private func ground(_ reference: Assessment.Reference) -> String {
        let runs = Double(reference.observations.count)
        let points = reference.observations.map { words.trajectory.points[$0] }
        let byCorrelation = runs * (1 - reference.correlation) / (1 + reference.correlation)
        if reference.correlation >= Self.leastCorrelation, byCorrelation <= reference.effectiveRuns * 1.3 {
            let number = NumberFormat(unit: NumberFormat(1, of: .speedUp, in: .column).unit, decimals: 2).number(reference.correlation)
            return "neighbouring runs resemble each other (correlation taken as \(number))"
        }
        let weight = points.reduce(0) { $0 + 1 / $1.varianceFactor }
        return weight < Self.leastWorth * runs ? "some are made of fewer calls than usual" : "runs within twelve hours resemble each other"
    }

    /// What would have been seen, where nothing was.
    private var sensitivity: String? {
        guard standing.kind == nil, standing.unproven == nil, standing.acknowledgement == nil, !standing.isChange,
            let sensitivity = standing.sensitivity
        else { return nil }
        if let newest = words.trajectory.usable.last.map({ words.trajectory.points[$0] }), newest.varianceFactor > 1.3, let calls = newest.value?.n {
            return "It is made of only \(counted(calls, "call")), fewer than usual, so that only a greater change of it would have been seen."
        }
        let least = percent(words.rules.leastChange)
        // Beyond the double a share says no more than that little would have been seen.
        if sensitivity.ofNewest > 1 { return "Even a newest run at double the level might not have been seen." }
        let newest = "A newest run \(percent(sensitivity.ofNewest)) away would have been seen in four of five cases"
        guard sensitivity.ofNewest > words.rules.leastChange else { return newest + "." }
        return sensitivity.runsForLeast.map { "\(newest), and a lasting change of \(least) once \(counted($0, "run")) lie behind it." }
            ?? "\(newest); a lasting change of \(least) would not be seen as surely even after 100 runs."
    }
}
