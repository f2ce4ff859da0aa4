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
    var number = 0
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
    var runs = 0
    /// The last run before it.
    var last: Int?
    var acknowledgement: Acknowledgement?
}

extension TrajectoryChange {
    /// The changes of a history in the order of time: those of its level, and runs that lay apart alone, each with the return from it.
    ///
    /// - Parameter usable: the points whose values are held against each other, ascending.
    static func all(in assessment: Assessment, of usable: [Int], count: Int, rules: VerdictRules) -> [TrajectoryChange] {
        var changes = assessment.changes.map { change in
            TrajectoryChange(start: change.start, extent: .level, before: change.before, after: change.after, ratio: change.ratio, p: change.p)
        }
        for spike in assessment.spikes where spike.isFound(rules) {
            changes.append(
                TrajectoryChange(start: spike.observation, extent: .oneRun, before: spike.level, after: spike.value, ratio: spike.ratio, p: spike.p))
            guard let next = usable.first(where: { $0 > spike.observation }), !assessment.changes.contains(where: { $0.start == next }) else { continue }
            let inverse = spike.ratio.map { 1 / $0 }
            changes.append(TrajectoryChange(start: next, extent: .returned, before: spike.value, after: spike.level, ratio: inverse, p: nil))
        }
        changes.sort { $0.start < $1.start }
        for place in changes.indices {
            let start = changes[place].start
            let end = place + 1 < changes.count ? changes[place + 1].start : count
            changes[place].number = place + 1
            changes[place].runs = usable.count { (start..<end).contains($0) }
            changes[place].last = usable.last { $0 < start }
        }
        return changes
    }
}

extension Spike {
    /// Whether it lies apart beyond chance and by as much as counts.
    func isFound(_ rules: VerdictRules) -> Bool {
        let share = level == 0 ? .infinity : abs(value / level - 1)
        return p <= rules.chance && share >= rules.leastChange
    }
}
