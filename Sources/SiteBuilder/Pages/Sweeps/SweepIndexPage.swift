import AgentRuns
import Bytes
import Charts
import Diagnostics

/// One page of the list of all sweeps.
struct SweepIndexPage: Page {
    static let template = "groups"

    /// All of them, in their order.
    let entries: [SweepEntry]
    let pager: Pager

    /// No page where there is no sweep: then the navigation leaves the section out.
    static func pages(_ model: SiteModel) -> [SweepIndexPage] {
        let entries = model.loads.map(SweepEntry.init) + model.optionSweeps.map(SweepEntry.init) + model.sweeps.map(SweepEntry.init)
        return entries.isEmpty ? [] : Pager.pages(forRows: entries.count).map { SweepIndexPage(entries: entries, pager: $0) }
    }

    var path: PagePath { pager.path(after: .sweeps) }
    var title: String { pager.title("Sweeps") }
    var description: String? { "What was measured over grids of options and over loads." }
    var section: PagePath? { .sweeps }

    func values(in site: SiteContext, reporting diagnostics: inout [Diagnostic]) -> [String: TemplateValue] {
        [
            "title": .text("Sweeps"),
            "lede": .text("\(counted(entries.count, "sweep")), \(counted(entries.reduce(0) { $0 + $1.configurations }, "configuration"))."),
            "table": .html(.markup { table.write(into: &$0) }),
            "pager": .optional(pager.markup(after: .sweeps)),
        ]
    }

    private var table: Table {
        var rows = RowTable(of: pager.rows(of: entries))
        rows.add(.text("Sweep")) { .header($0.title, href: path.link(to: .sweep($0.slug)), detail: $0.suite) }
        rows.add(.text("Program", secondary: true), ifVaries: \.program) { .text($0.program ?? "–") }
        rows.add(.text("TTFT is", secondary: true)) { .text($0.ttft) }
        rows.add(.figures("Configurations", .count, note: "")) { .figure(Double($0.configurations)) }
        rows.add(.figures("Failed", .count, secondary: true, note: "executions")) { .figure(Double($0.failures)) }
        rows.add(.figures("Fastest", .tokensPerSecond)) { .figure($0.fastest) }
        rows.add(.text("Throughput is", secondary: true), ifVaries: \.scope) { .text($0.scope.map { "of \($0)" } ?? "–") }
        rows.add(.text("Newest run", secondary: true)) { .date($0.newest) }
        return rows.table(label: "Sweeps")
    }
}
