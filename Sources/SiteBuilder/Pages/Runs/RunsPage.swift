import AgentRuns
import Bytes
import Diagnostics

/// One page of the index of all runs, newest first.
struct RunsPage: Page {
    static let template = "runs"

    let pager: Pager

    var path: PagePath { pager.path(after: .runs) }
    var title: String { pager.title("Runs") }
    var section: PagePath? { .runs }

    func values(in site: SiteContext, reporting diagnostics: inout [Diagnostic]) -> [String: TemplateValue] {
        let runs = site.model.runs
        let shown = pager.rows(of: runs.newestFirst)
        let failed = runs.count(where: site.model.hasFailed)
        let excluded = runs.count(where: site.model.isExcluded)
        let span = dateSpan(of: runs).map { ", \($0)" } ?? ""
        let lede =
            "\(counted(runs.count, "run")) in \(counted(site.model.suites.count, "suite"))\(span). \(failed == 0 ? "None" : "\(failed)") failed."
            + (excluded == 0 ? "" : " \(counted(excluded)) \(excluded == 1 ? "is" : "are") excluded.")
        return [
            "title": .text("Runs"),
            "lede": .optional(runs.isEmpty ? nil : lede),
            "note": .optional(shown.isEmpty ? nil : pager.extent(of: runs.count) + Self.explanation(of: runs)),
            "table": .optional(shown.isEmpty ? nil : .markup { RunTable(runs: shown, label: "Runs").table(from: path, in: site).write(into: &$0) }),
            "pager": .optional(pager.markup(after: .runs)),
        ]
    }

    private static func explanation(of runs: [Run]) -> String {
        let agents = " A and B are the two agents of a run: collector and insight, or baseline and chimera."
        return (runs.contains { $0.executions.count > 1 } ? agents : "")
            + " TTFT and throughput are the median of the warm calls, else what the program reports."
    }
}
