import AgentRuns
import Charts
import RunStatistics

/// The runs of a series, each with its value, its limits and its verdict.
struct HistoryTable {
    let trajectory: Trajectory
    let page: PagePath
    let rules: VerdictRules
    /// The address of a commit's page, with `{commit}` in it.
    var commits: String?

    /// `67 runs; 7 cold calls in 7 of them; 1 failed.`
    var note: String {
        let points = trajectory.points
        let cold = points.filter { !$0.cold.isEmpty }
        let calls = cold.reduce(0) { $0 + $1.cold.count }
        let parts = [
            counted(points.count, "run"), calls > 0 ? "\(counted(calls, "cold call")) in \(counted(cold.count)) of them" : nil,
            trajectory.failures > 0 ? "\(counted(trajectory.failures)) failed" : nil,
            trajectory.excluded > 0 ? "\(counted(trajectory.excluded)) excluded" : nil,
        ]
        let statistics = Set(points.compactMap { $0.value?.statistic.name }).sorted().joined(separator: " or ")
        let limits = trajectory.isOrdered ? "; its limits are made from the runs before it" : ""
        let values = statistics.isEmpty ? "" : " Each value is the \(statistics) of its run\(limits)."
        return parts.compactMap(\.self).joined(separator: "; ") + "." + values
    }

    func table(of points: [TrajectoryPoint]) -> Table {
        let quantity = trajectory.quantity
        var rows = RowTable(of: points)
        rows.add(.text("Started", sorted: true, note: zone)) { point in
            .dated(point.run.startedAt, href: page.link(to: .run(point.run.id)), otherwise: point.run.nameInSuite)
        }
        rows.add(.text("Suite", secondary: true), ifVaries: { $0.run.suite }) { .text($0.run.suite) }
        rows.add(.text("Version", secondary: true), ifVaries: { $0.version?.label }) { .version($0.version, commits: commits) }
        rows.add(.text("Branch", secondary: true), ifVaries: { $0.observation.branch }) { .text($0.observation.branch ?? "–") }
        rows.add(.figures(trajectory.key.measure.label.capitalizedFirst, quantity)) { .figure($0.value?.value) }
        rows.add(.figures("n", .count, secondary: true, note: "calls")) { .figure($0.value?.n.map(Double.init)) }
        rows.add(.figures("Cold", quantity, secondary: true), ifAny: { !$0.cold.isEmpty }) { .figure($0.cold.max()) }
        rows.add(.figures("\(percent(rules.bandConfidence)) limits", quantity, secondary: true), ifAny: { $0.limits != nil }) { point in
            point.limits.map { .range($0.lower, $0.upper) } ?? .blank
        }
        rows.add(.figures("To centre", .fraction), ifAny: { $0.limits != nil }) { point in
            .change(point.limits.flatMap { limits in point.value.map { $0.value / limits.center - 1 } })
        }
        rows.add(.text("Verdict")) { point in
            let (verdict, word) = trajectory.verdict(of: point)
            return .verdict(verdict, word, detail: point.exclusion?.reason ?? point.acknowledgement?.reason)
        }
        return rows.table(label: "Runs of this series")
    }

    /// The zone that all times share, for the head of their column.
    private var zone: String? {
        let zones = Set(trajectory.points.compactMap(\.run.startedAt).filter { $0.timeOfDay != nil }.map { $0.zoneName ?? "as written" })
        return zones.count > 1 ? "as written" : zones.first
    }
}

extension Table.Cell {
    /// A version, which leads to its commit where the site says where commits are.
    fileprivate static func version(_ version: RunVersion?, commits: String?) -> Table.Cell {
        guard let version else { return .faint("–") }
        guard let commits, let commit = version.commit else { return .text(version.label) }
        return .link(version.label, href: commits.replacing("{commit}", with: commit))
    }
}
