import AgentRuns
import RunStatistics

/// A place in a history from which on the values are others.
struct TrajectoryChange: Sendable {
    enum Extent: Sendable {
        /// The level is another one.
        case level
        /// One run alone lies apart.
        case oneRun
        /// The run after one that lay apart, where the level was.
        case returned
    }

    /// As it stands in the ring above the chart, from 1.
    let number: Int
    /// The first point after the change, in all points of the history.
    let start: Int
    let extent: Extent
    /// The levels on both sides, in the series' unit; of one run alone its value.
    let before: Double
    let after: Double
    /// From the one to the other; `nil` where values are not all above 0.
    let ratio: Double?
    /// Two-sided, its choice paid for; `nil` for one that was accepted, and for a return.
    let p: Double?
    /// How many usable runs lie behind it, up to the next change.
    let runs: Int
    /// The last run before it.
    let last: Int?
    var acknowledgement: Acknowledgement?
}

extension TrajectoryChange {
    /// The changes of a history in the order of time: those of its level, and runs that lay apart alone, each with the return from it.
    ///
    /// - Parameter usable: the points whose values are held against each other, ascending.
    static func all(in assessment: Assessment, of usable: [Int], count: Int, rules: VerdictRules) -> [TrajectoryChange] {
        var steps = assessment.changes.map { Step(start: $0.start, extent: .level, before: $0.before, after: $0.after, ratio: $0.ratio, p: $0.p) }
        for spike in assessment.spikes where spike.isFound(rules) {
            let inverse = spike.ratio.map { 1 / $0 }
            steps.append(
                Step(start: spike.observation, extent: .oneRun, before: spike.level, after: spike.value, ratio: spike.ratio, p: spike.p))
            guard let next = usable.first(where: { $0 > spike.observation }), !assessment.changes.contains(where: { $0.start == next }) else { continue }
            steps.append(Step(start: next, extent: .returned, before: spike.value, after: spike.level, ratio: inverse, p: nil))
        }
        steps.sort { $0.start < $1.start }
        return steps.enumerated().map { place, step in
            let end = place + 1 < steps.count ? steps[place + 1].start : count
            return TrajectoryChange(
                number: place + 1, start: step.start, extent: step.extent, before: step.before, after: step.after, ratio: step.ratio, p: step.p,
                runs: usable.count { (step.start..<end).contains($0) }, last: usable.last { $0 < step.start })
        }
    }

    private struct Step {
        let start: Int
        let extent: Extent
        let before: Double
        let after: Double
        let ratio: Double?
        let p: Double?
    }
}

extension Spike {
    /// Whether it lies apart beyond chance and by as much as counts.
    func isFound(_ rules: VerdictRules) -> Bool {
        let share = level == 0 ? .infinity : abs(value / level - 1)
        return p <= rules.chance && share >= rules.leastChange
    }
}
