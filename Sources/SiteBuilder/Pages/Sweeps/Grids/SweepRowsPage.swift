import Bytes
import Diagnostics

/// One page of the list of all configurations of a sweep, where they are more than its own page shows.
struct SweepRowsPage: Page {
    static let template = "history-runs"

    let sweep: Sweep
    let pager: Pager

    static func pages(_ sweep: Sweep) -> [SweepRowsPage] {
        let count = SweepRow.rows(of: sweep).count
        return count > Pager.rowsPerPage ? Pager.pages(forRows: count).map { SweepRowsPage(sweep: sweep, pager: $0) } : []
    }

    static func first(of sweep: Sweep) -> PagePath { .sweep(sweep.slug + "~configurations") }

    private var first: PagePath { Self.first(of: sweep) }
    var path: PagePath { pager.path(after: first) }
    var title: String { pager.title("Configurations: \(SweepWords(sweep: sweep).title)") }
    var section: PagePath? { .sweeps }

    func values(in site: SiteContext, reporting diagnostics: inout [Diagnostic]) -> [String: TemplateValue] {
        let rows = SweepRow.rows(of: sweep)
        let table = SweepTable(sweep: sweep, page: path, site: site)
        let shown = pager.rows(of: rows)
        let start = (pager.number - 1) * Pager.rowsPerPage
        return [
            "title": .text("All configurations"),
            "crumbs": .html(
                Breadcrumb.markup(
                    [("Sweeps", .sweeps), (SweepWords(sweep: sweep).title, .sweep(sweep.slug))], last: "all configurations", from: path)),
            "note": .text(
                ["\(start + 1)–\(start + shown.count) of \(counted(rows.count)), the fastest first.", table.note].compactMap(\.self)
                    .joined(separator: " ")),
            "runs": .html(.markup { table.table(of: shown).write(into: &$0) }),
            "more": .html(SweepData(sweep: sweep).path.links(from: path)),
            "pager": .optional(pager.markup(after: first)),
        ]
    }
}
