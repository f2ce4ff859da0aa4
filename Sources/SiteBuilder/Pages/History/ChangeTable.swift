import AgentRuns
import Charts
import RunStatistics

/// The changes of a series: when each came, what was before and after it, and what else was different from then on.
struct ChangeTable {
    let trajectory: Trajectory
    let page: PagePath
    /// The smallest change that counts, as a share of the level before.
    let least: Double
    /// Where the series stands now; `nil` where nothing can be said of it.
    let standing: StandingWords?

    var table: Table {
        var rows = RowTable(of: trajectory.changes)
        rows.add(.text("Change")) { change in
            .header(
                "\(change.number)\u{A0} \(first(change).run.nameInSuite)", href: page.link(to: .run(first(change).run.id)), detail: nil,
                id: Self.anchor(change.number))
        }
        rows.add(.text("From", secondary: true)) { .date(first($0).run.startedAt) }
        rows.add(.figures("Before", trajectory.quantity, group: "Level", secondary: true)) { .figure($0.before) }
        rows.add(.figures("After", trajectory.quantity, group: "Level")) { .figure($0.after) }
        rows.add(.figures("Change", .fraction)) { .change($0.ratio.map { $0 - 1 }) }
        rows.add(.text("Also changed there", secondary: true), ifAny: { difference(at: $0) != nil }) { .text(difference(at: $0) ?? "–") }
        rows.add(.figures("Runs after", .count, secondary: true, note: "")) { .figure(Double($0.runs)) }
        rows.add(.text("State")) { state(of: $0) }
        return rows.table(label: "Changes of this series")
    }

    /// The row of a change, which the number above the chart leads to.
    static func anchor(_ number: Int) -> String { "p-change-\(number)" }

    private func first(_ change: TrajectoryChange) -> TrajectoryPoint { trajectory.points[change.start] }

    /// What the records say was different from this run on, which need not be why; `nil` where they say nothing.
    private func difference(at change: TrajectoryChange) -> String? {
        let run = first(change).run
        guard let before = change.last.map({ trajectory.points[$0].run }) else { return nil }
        if let version = first(change).version, let earlier = change.last.flatMap({ trajectory.points[$0].version }),
            let difference = version.difference(from: earlier)
        {
            return difference
        }
        let facts: [(String, (Run) -> String?)] = [("program", \.producer.program), ("suite", { $0.suite })]
        let differing = facts.first { fact in fact.1(run) != fact.1(before) }
        return differing.map { "\($0.0) \($0.1(run) ?? "not recorded")" }
    }

    /// What the level after a change is beside the one that was accepted, so that a return is none the better for what came before it.
    private func state(of change: TrajectoryChange) -> Table.Cell {
        let own = trajectory.verdict(from: change.before, to: change.after, least: least)
        if let acknowledged = change.acknowledgement {
            let detail = [own == .noChange ? below : nil, acknowledged.figures.signedReason].compactMap(\.self).joined(separator: "; ")
            return .verdict(.acknowledged, Verdict.acknowledged.word, detail: detail.isEmpty ? nil : detail)
        }
        switch change.extent {
        case .oneRun: return .verdict(Verdict(own), Verdict(own).word, detail: "one run alone")
        case .returned: return .verdict(.noChange, "back", detail: "at the level before")
        case .level: break
        }
        if let quiet = quiet(change) { return .verdict(.noChange, quiet.word, detail: quiet.detail) }
        let level = accepted(before: change)
        let word = own == .noChange ? own : trajectory.verdict(from: level, to: change.after, least: least)
        let verdict = Verdict(word)
        guard own != .noChange else { return .verdict(verdict, verdict.word, detail: below) }
        if word == .noChange { return .verdict(verdict, "back", detail: "at the level before") }
        return .verdict(verdict, verdict.word, detail: word == own ? nil : "partly back")
    }

    /// What a change is called from which on the series is as it is now, where that is no change for better or worse.
    private func quiet(_ change: TrajectoryChange) -> (word: String, detail: String?)? {
        guard let standing, !standing.standing.isChange, standing.standing.acknowledgement == nil, change.start >= standing.standing.since else {
            return nil
        }
        switch standing.standing.kind {
        case .back: return ("back", standing.isExactlyBack ? "at the level before" : "near the level before")
        case nil where standing.standing.unproven != nil: return (Verdict.noChange.word, "not beyond chance among all series")
        default: return (Verdict.noChange.word, standing.detail)
        }
    }

    /// The level that the changes since the last acknowledged one are held against.
    private func accepted(before change: TrajectoryChange) -> Double {
        let earlier = trajectory.levelChanges.filter { $0.number < change.number }
        return earlier.last { $0.acknowledgement != nil }?.after ?? earlier.first?.before ?? change.before
    }

    private var below: String { "below \(percent(least))" }
}
