import AgentRuns
import Bytes
import Charts
import Diagnostics

/// One page of the list of all sweeps.
struct SweepIndexPage: Page {
    static let template = "groups"

    /// All of them, in their order.
    let sweeps: [Sweep]
    let pager: Pager

    /// No page where there is no sweep: then the navigation leaves the section out.
    static func pages(_ sweeps: [Sweep]) -> [SweepIndexPage] {
        sweeps.isEmpty ? [] : Pager.pages(forRows: sweeps.count).map { SweepIndexPage(sweeps: sweeps, pager: $0) }
    }

    var path: PagePath { pager.path(after: .sweeps) }
    var title: String { pager.title("Sweeps") }
    var description: String? { "What was measured over grids of options." }
    var section: PagePath? { .sweeps }

    func values(in site: SiteContext, reporting diagnostics: inout [Diagnostic]) -> [String: TemplateValue] {
        let configurations = sweeps.reduce(0) { $0 + $1.configurations.count }
        return [
            "title": .text("Sweeps"),
            "lede": .text("\(counted(sweeps.count, "sweep")), \(counted(configurations, "configuration"))."),
            "table": .html(.markup { table.write(into: &$0) }),
            "pager": .optional(pager.markup(after: .sweeps)),
        ]
    }

    private var table: Table {
        var rows = RowTable(of: pager.rows(of: sweeps))
        rows.add(.text("Sweep")) { sweep in
            .header(SweepWords(sweep: sweep).title, href: path.link(to: .sweep(sweep.slug)), detail: sweep.plan.suite)
        }
        rows.add(.text("Program", secondary: true), ifVaries: \.plan.program) { .text($0.plan.program ?? "–") }
        rows.add(.text("TTFT is", secondary: true)) { .text($0.kind.name) }
        rows.add(.figures("Configurations", .count, note: "")) { .figure(Double($0.configurations.count)) }
        rows.add(.figures("Failed", .count, secondary: true, note: "executions")) { sweep in
            .figure(Double(sweep.configurations.reduce(0) { $0 + $1.failures.count }))
        }
        rows.add(.figures("Fastest", .tokensPerSecond)) { sweep in
            .figure(sweep.configurations.compactMap { $0.median?.throughput }.max())
        }
        rows.add(.text("Newest run", secondary: true)) { .date($0.runs.compactMap(\.startedAt).max()) }
        return rows.table(label: "Sweeps")
    }
}
