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

    /// The worst open change of all, then how far the list goes.
    private func lede(in site: SiteContext) -> String {
        let all = site.model.trajectories.count
        let words = ChangeWords(model: site.model)
        guard !trajectories.isEmpty else {
            return all == 0 ? words.nothing : "Each of the \(counted(all)) series was measured once; a history begins with the second run."
        }
        let once = all - trajectories.count
        let rest = once == 0 ? nil : "\(counted(once)) more \(once == 1 ? "was" : "were") measured once and \(once == 1 ? "has" : "have") none."
        let judged = words.judged == 1 ? "one of them has" : "\(counted(words.judged)) of them have"
        let extent = "\(counted(trajectories.count)) series with a history; \(judged) enough runs for a verdict."
        return (words.worst + [extent, rest].compactMap(\.self)).joined(separator: " ")
    }

    private func table(in site: SiteContext) -> Table {
        var rows = RowTable(of: pager.rows(of: trajectories))
        rows.add(.text("Series")) { trajectory in
            .header(
                trajectory.name, href: path.link(to: .history(trajectory.id)), detail: trajectory.detail,
                unit: format(trajectory, in: site)?.unit.symbol)
        }
        rows.add(.drawing("Last \(Sparkline.limit) runs", .sparkline)) { $0.isOrdered ? .drawing($0.sparkline) : .blank }
        rows.add(.figures("Runs", .count, note: "")) { .figure(Double($0.runs)) }
        rows.add(.figures("Failed", .count, secondary: true, note: "runs"), ifAny: { $0.failures > 0 }) { .figure(Double($0.failures)) }
        rows.add(.figures("Now", .count, note: "")) { trajectory in
            if site.model.failure(of: trajectory) != nil { return .faint("failed") }
            return format(trajectory, in: site).map { .number(site.model.now(of: trajectory)?.value, $0) } ?? .figure(nil)
        }
        rows.add(.figures("Changes", .count, secondary: true, note: "")) { .figure(Double($0.changes.count)) }
        rows.add(.text("Verdict")) { trajectory in
            if let standing = site.model.answers(of: trajectory).first {
                return StandingWords(standing, in: site.model).cell
            }
            return trajectory.unjudged == nil
                ? .verdict(.notEnoughData, Verdict.notEnoughData.word) : .verdict(.notComparable, trajectory.isOrdered ? "not judged" : "no dates")
        }
        return rows.table(label: "Series")
    }

    private func format(_ trajectory: Trajectory, in site: SiteContext) -> NumberFormat? {
        (site.model.now(of: trajectory) ?? site.model.standing(of: trajectory)?.now).map {
            NumberFormat([$0.value], of: trajectory.quantity, in: .column)
        }
    }
}

extension Trajectory {
    /// The newest values as a line for a table.
    var sparkline: ByteBuffer {
        .markup { Sparkline(name: "\(name), last \(min(runs, Sparkline.limit)) runs", values: points.map { $0.value?.value }).write(into: &$0) }
    }
}
