import AgentRuns
import Bytes
import Charts
import Diagnostics

/// The page of one sweep: what was best, two maps, throughput against TTFT, and every configuration.
struct SweepPage: Page {
    static let template = "sweep"

    let sweep: Sweep

    var path: PagePath { .sweep(sweep.slug) }
    var title: String { words.title }
    var description: String? { "Throughput and TTFT of \(words.title), \(counted(sweep.configurations.count, "configuration"))." }
    var section: PagePath? { .sweeps }

    private var words: SweepWords { SweepWords(sweep: sweep) }

    func values(in site: SiteContext, reporting diagnostics: inout [Diagnostic]) -> [String: TemplateValue] {
        let rows = SweepRow.rows(of: sweep)
        let table = SweepTable(sweep: sweep, page: path, site: site)
        let shown = rows.count > Pager.rowsPerPage ? Array(rows.prefix(SweepTable.rowLimit)) : rows
        return [
            "title": .text(words.title),
            "crumbs": .html(Breadcrumb.markup([("Sweeps", .sweeps)], last: sweep.plan.suite, from: path)),
            "meta": .html(.markup { $0.append(facts: words.facts.map(ByteBuffer.escaped)) }),
            "lede": .html(SweepLede(sweep: sweep, rules: site.model.rules).markup),
            "maps": .list(maps(in: site), of: ["id", "heading", "unit", "map"]),
            "scatter-heading": .text("Throughput against time to first token\(sweep.kind.isWarm ? "" : ", " + sweep.kind.population.name)"),
            "scatter": .html(.markup { SweepScatter(sweep: sweep, page: path, site: site).chart.write(into: &$0, withTable: true) }),
            "table-note": .optional(table.note),
            "table": .html(.markup { table.table(of: shown).write(into: &$0) }),
            "more": .html(more(rows.count, in: site)),
        ]
    }

    /// The second map says only what the first one has not said.
    private func maps(in site: SiteContext) -> [[String: TemplateValue]] {
        let maps = SweepMetric.allCases.map { SweepMap(sweep: sweep, metric: $0, page: path, site: site) }.filter { !$0.isEmpty }
        return maps.enumerated().map { index, map in
            [
                "id": .text(map.metric == .ttft ? "p-ttft" : "p-throughput"),
                "heading": .text(map.metric.heading(in: sweep)),
                "unit": .text(map.unit),
                "map": .html(.markup { map.chart(captioned: index == 0 || map.caption != maps[0].caption).write(into: &$0, withTable: true) }),
            ]
        }
    }

    private func more(_ count: Int, in site: SiteContext) -> ByteBuffer {
        .markup { output in
            let all = "All \(counted(sweep.configurations.count)) configurations"
            if count > Pager.rowsPerPage {
                output.append(link: all, to: path.link(to: SweepRowsPage.first(of: sweep)))
                output.append(" · ")
            } else {
                output.append(escaped: all + ": ")
            }
            output.append(SweepData(sweep: sweep).path.links(from: path))
            output.append(" · ")
            output.append(link: "runs of \(sweep.plan.suite)", to: path.link(to: site.page(ofSuite: sweep.plan.suite)))
        }
    }
}
