import Bytes
import Charts

/// What was measured over loads and over options in a suite: links to the sweeps' pages, and the curves of benchmarks, which such suites were
/// made for.
extension GroupPage {
    /// More curves than these are better looked at one by one, on their own pages.
    private static let chartLimit = 4

    private var suite: String? {
        if case .suite(let suite) = group.subject { suite } else { nil }
    }

    private func loads(in site: SiteContext) -> [LoadSweep] { site.model.loads.filter { $0.plan.suite == suite } }

    func sweepLinks(in site: SiteContext) -> [ByteBuffer] {
        let loads = loads(in: site).map { ("sweep of \(LoadWords(sweep: $0).title)", $0.slug) }
        let grids = site.model.sweeps.filter { $0.plan.suite == suite }.map { sweep in
            ("sweep over \(sweep.options.map(\.name).joined(separator: ", "))", sweep.slug)
        }
        let options = site.model.optionSweeps.filter { $0.plan.suite == suite }.map { ("sweep of \(OptionSweepWords(sweep: $0).title)", $0.slug) }
        return (loads + options + grids).map { title, slug in .markup { $0.append(link: title, to: path.link(to: .sweep(slug))) } }
    }

    /// Throughput against the first latency of each sweep over load, and each figure of those over an option.
    func sweepCharts(in site: SiteContext) -> [[String: TemplateValue]] {
        let loads = loads(in: site).compactMap { sweep in
            sweep.latencies.first.map { latency in
                (LoadWords(sweep: sweep).title, sweep.slug, LoadChart(sweep: sweep, latency: latency, page: path, site: site).chart)
            }
        }
        let options = site.model.optionSweeps.filter { $0.plan.suite == suite }.flatMap { sweep in
            sweep.figures.map { figure in
                let words = OptionSweepWords(sweep: sweep)
                let title = "\(words.title): \(words.name(of: figure).lowercased())"
                return (title, sweep.slug, OptionSweepChart(sweep: sweep, figure: figure, page: path).chart)
            }
        }
        return (loads + options).prefix(Self.chartLimit).enumerated().map { number, entry in
            [
                "heading": .html(.markup { $0.append(link: entry.0, to: path.link(to: .sweep(entry.1))) }),
                "id": .text("p-sweep-\(number + 1)"), "chart": .html(.markup { entry.2.write(into: &$0, withTable: false) }),
            ]
        }
    }
}
