import AgentRuns
import Bytes
import Charts
import Diagnostics

/// The page of a sweep over load: throughput against each latency, and every point.
struct LoadPage: Page {
    static let template = "load"

    let sweep: LoadSweep

    var path: PagePath { .sweep(sweep.slug) }
    var title: String { words.title }
    var description: String? { "Throughput and latency of \(words.title), \(counted(sweep.places.count, "point"))." }
    var section: PagePath? { .sweeps }

    private var words: LoadWords { LoadWords(sweep: sweep) }

    func values(in site: SiteContext, reporting diagnostics: inout [Diagnostic]) -> [String: TemplateValue] {
        let shown = Set(sweep.shownCurves)
        let places = sweep.places.filter { shown.contains($0.curve) }
        let table = LoadTable(sweep: sweep, page: path, site: site)
        return [
            "title": .text(words.title),
            "crumbs": .html(Breadcrumb.markup([("Sweeps", .sweeps)], last: sweep.plan.suite, from: path)),
            "meta": .html(.markup { $0.append(facts: words.facts.map(ByteBuffer.escaped)) }),
            "lede": .optional(LoadLede(sweep: sweep).markup),
            "charts": .list(charts(in: site), of: ["id", "heading", "chart"]),
            "table": .html(.markup { table.table(of: places).write(into: &$0) }),
            "more": .html(more(in: site)),
        ]
    }

    /// The first latency, and the one that says how the answer then flows, or how long all of it took.
    static func charted(_ sweep: LoadSweep) -> [LoadLatency] {
        guard let first = sweep.latencies.first else { return [] }
        let others = sweep.latencies.dropFirst()
        return [first, others.first { $0.metric != .e2eLatency } ?? others.first].compactMap(\.self)
    }

    private func charts(in site: SiteContext) -> [[String: TemplateValue]] {
        Self.charted(sweep).map { latency in
            let chart = LoadChart(sweep: sweep, latency: latency, page: path, site: site)
            return [
                "id": .text("p-\(latency.metric.rawValue)"), "heading": .text(chart.heading),
                "chart": .html(.markup { chart.chart.write(into: &$0, withTable: true) }),
            ]
        }
    }

    private func more(in site: SiteContext) -> ByteBuffer {
        .markup { output in
            output.append(escaped: "All \(counted(sweep.places.count, "point")) of \(counted(sweep.runs.count, "run")): ")
            output.append(LoadData(sweep: sweep).path.links(from: path))
            output.append(" · ")
            output.append(link: "runs of \(sweep.plan.suite)", to: path.link(to: site.page(ofSuite: sweep.plan.suite)))
        }
    }
}
