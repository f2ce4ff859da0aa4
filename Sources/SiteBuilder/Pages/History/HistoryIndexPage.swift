import AgentRuns
import Bytes
import Charts
import Diagnostics

/// One page of the list of all series that have a history.
struct HistoryIndexPage: Page {
    static let template = "groups"

    /// The series that have pages, in their order.
    let trajectories: [Trajectory]
    let pager: Pager

    static func pages(_ trajectories: [Trajectory]) -> [HistoryIndexPage] {
        Pager.pages(forRows: trajectories.count).map { HistoryIndexPage(trajectories: trajectories, pager: $0) }
    }

    var path: PagePath { pager.path(after: .histories) }
    var title: String { pager.title("History") }
    var section: PagePath? { .histories }

    func values(in site: SiteContext, reporting diagnostics: inout [Diagnostic]) -> [String: TemplateValue] {
        [
            "title": .text("History"),
            "lede": .optional(lede(in: site)),
            "table": .optional(trajectories.isEmpty ? nil : .markup { table(in: site).write(into: &$0) }),
            "data": .optional(SeriesData.path.links(from: path)),
            "pager": .optional(pager.markup(after: .histories)),
        ]
    }

    private func lede(in site: SiteContext) -> String {
        let all = site.model.trajectories.count
        guard !trajectories.isEmpty else {
            return all == 0
                ? "No runs are stored." : "Each of the \(counted(all)) series was measured once; a history begins with the second run."
        }
        let once = all - trajectories.count
        let tested = site.model.standings.count { $0.judgement.pAdjusted != nil }
        let rest = once == 0 ? "" : " \(counted(once)) more \(once == 1 ? "was" : "were") measured once and \(once == 1 ? "has" : "have") none."
        return "\(counted(trajectories.count)) series with a history; \(counted(tested)) of them have enough runs for a verdict.\(rest)"
    }

    private func table(in site: SiteContext) -> Table {
        var rows = RowTable(of: pager.rows(of: trajectories))
        rows.add(.text("Series")) { trajectory in
            .header(
                trajectory.name, href: path.link(to: .history(trajectory.id)), detail: trajectory.detail, unit: trajectory.newestFormat?.unit.symbol)
        }
        rows.add(.drawing("Last \(Sparkline.limit) runs", .sparkline)) { $0.isOrdered ? .drawing($0.sparkline) : .blank }
        rows.add(.figures("Runs", .count, note: "")) { .figure(Double($0.runs)) }
        rows.add(.figures("Failed", .count, secondary: true, note: "runs"), ifAny: { $0.failures > 0 }) { .figure(Double($0.failures)) }
        rows.add(.figures("Now", .count, note: "")) { trajectory in
            trajectory.newestFormat.map { .number(trajectory.newestValue, $0) } ?? .figure(nil)
        }
        rows.add(.figures("Changes", .count, secondary: true, note: "")) { .figure(Double($0.changes.count)) }
        rows.add(.text("Verdict")) { trajectory in
            if let standing = site.model.standing(of: trajectory) { return standing.cell }
            return trajectory.unjudged == nil
                ? .verdict(.notEnoughData, Verdict.notEnoughData.word) : .verdict(.notComparable, trajectory.isOrdered ? "not judged" : "no dates")
        }
        return rows.table(label: "Series")
    }
}

extension Trajectory {
    fileprivate var newestValue: Double? { points.last { $0.value != nil }?.value?.value }

    fileprivate var newestFormat: NumberFormat? { newestValue.map { NumberFormat([$0], of: quantity, in: .column) } }

    /// The newest values as a line for a table.
    var sparkline: ByteBuffer {
        .markup { Sparkline(name: "\(name), last \(min(runs, Sparkline.limit)) runs", values: points.map { $0.value?.value }).write(into: &$0) }
    }
}

extension Standing {
    /// The verdict as a table's cell; an acknowledged one shows its flag.
    var cell: Table.Cell {
        if let acknowledgement { return .verdict(.acknowledged, Verdict.acknowledged.word, detail: acknowledgement.reason) }
        let verdict = Verdict(judgement.verdict)
        return .verdict(verdict, verdict.word, detail: kind?.word)
    }
}
