import Bytes
import Diagnostics

/// One page of the index of all runs, newest first.
struct RunsPage: Page {
    static let template = "runs"
    static let rowsPerPage = 50

    /// From 1.
    let number: Int
    let pageCount: Int

    var path: PagePath { Self.path(number) }
    var title: String { number == 1 ? "Runs" : "Runs, page \(number)" }
    var section: PagePath? { .runs }

    static func path(_ number: Int) -> PagePath { number == 1 ? .runs : PagePath.runs.page(number) }

    func values(in site: SiteContext, reporting diagnostics: inout [Diagnostic]) -> [String: TemplateValue] {
        let runs = site.model.runs
        let newest = Array(runs.reversed())
        let first = (number - 1) * Self.rowsPerPage
        let shown = Array(newest[min(first, newest.count)..<min(first + Self.rowsPerPage, newest.count)])
        let failed = runs.count(where: \.hasFailed)
        let span = dateSpan(of: runs).map { ", \($0)" } ?? ""
        let lede =
            "\(counted(runs.count, "run")) in \(counted(site.model.suites.count, "suite"))\(span). \(failed == 0 ? "None" : "\(failed)") failed."
        return [
            "title": .text("Runs"),
            "lede": .optional(runs.isEmpty ? nil : lede),
            "note": .optional(shown.isEmpty ? nil : Self.note(first: first, shown: shown.count, of: newest.count)),
            "table": .optional(shown.isEmpty ? nil : .markup { RunTable(runs: shown, label: "Runs").table(from: path, in: site).write(into: &$0) }),
            "pager": .optional(Pager(current: number, count: pageCount, path: Self.path).markup(from: path)),
        ]
    }

    private static func note(first: Int, shown: Int, of count: Int) -> String {
        "\(first + 1)–\(first + shown) of \(count), newest first. A and B are the two agents of a run: collector and insight, or baseline and chimera. "
            + "TTFT and throughput are the median of the warm calls, else what the program reports."
    }
}
