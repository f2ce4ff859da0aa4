import Bytes
import Charts

/// What was measured over loads and over options in a suite: links to the sweeps' pages, and the curves of benchmarks, which such suites were
/// made for.
extension GroupPage {
    /// More curves than these are better looked at one by one, on their own pages.
    private static let loadLimit = 3

    private var suite: String? {
        if case .suite(let suite) = group.subject { suite } else { nil }
    }

    private func loads(in site: SiteContext) -> [LoadSweep] { site.model.loads.filter { $0.plan.suite == suite } }

    func sweepLinks(in site: SiteContext) -> [ByteBuffer] {
        let loads = loads(in: site).map { ("sweep of \(LoadWords(sweep: $0).title)", $0.slug) }
        let grids = site.model.sweeps.filter { $0.plan.suite == suite }.map { sweep in
            ("sweep over \(sweep.options.map(\.name).joined(separator: ", "))", sweep.slug)
        }
        return (loads + grids).map { title, slug in .markup { $0.append(link: title, to: path.link(to: .sweep(slug))) } }
    }

    /// Throughput against the first latency of each sweep over load.
    func loadCharts(in site: SiteContext) -> [[String: TemplateValue]] {
        loads(in: site).prefix(Self.loadLimit).enumerated().compactMap { number, sweep in
            guard let latency = sweep.latencies.first else { return nil }
            let chart = LoadChart(sweep: sweep, latency: latency, page: path, site: site)
            let title = LoadWords(sweep: sweep).title
            return [
                "heading": .html(.markup { $0.append(link: title, to: path.link(to: .sweep(sweep.slug))) }),
                "id": .text("p-load-\(number + 1)"), "chart": .html(.markup { chart.chart.write(into: &$0, withTable: false) }),
            ]
        }
    }
}
