import Bytes
import Diagnostics

/// One page of the list of all runs of a series, where they are more than its own page shows.
struct HistoryRunsPage: Page {
    static let template = "history-runs"

    let trajectory: Trajectory
    let pager: Pager

    static func pages(_ trajectory: Trajectory) -> [HistoryRunsPage] {
        guard trajectory.runs > HistoryPage.newestRuns else { return [] }
        return Pager.pages(forRows: trajectory.runs).map { HistoryRunsPage(trajectory: trajectory, pager: $0) }
    }

    static func first(of trajectory: Trajectory) -> PagePath { .history(trajectory.id + "~runs") }

    private var first: PagePath { Self.first(of: trajectory) }
    var path: PagePath { pager.path(after: first) }
    var title: String { pager.title("Runs: \(trajectory.title)") }
    var section: PagePath? { .histories }

    func values(in site: SiteContext, reporting diagnostics: inout [Diagnostic]) -> [String: TemplateValue] {
        let history = PagePath.history(trajectory.id)
        let table = HistoryTable(trajectory: trajectory, page: path, rules: site.model.rules, commits: site.settings.commitURL)
        return [
            "title": .text("All runs"),
            "crumbs": .html(Breadcrumb.markup([("History", .histories), (trajectory.title, history)], last: "all runs", from: path)),
            "note": .text("\(pager.extent(of: trajectory.runs)) \(table.note)"),
            "runs": .html(.markup { table.table(of: pager.rows(of: trajectory.points.reversed())).write(into: &$0) }),
            "more": .html(DataPath("history/\(trajectory.id)").links(from: path)),
            "pager": .optional(pager.markup(after: first)),
        ]
    }
}
