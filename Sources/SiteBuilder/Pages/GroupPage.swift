import AgentRuns
import Bytes
import Charts
import Diagnostics

/// The page of a suite, a model or a configuration: its figures over time and across series, its series, its runs.
struct GroupPage: Page {
    static let template = "group"

    let group: RunGroup
    /// The charts stand on the first page.
    let pager: Pager

    static func pages(_ group: RunGroup) -> [GroupPage] {
        Pager.pages(forRows: rows(of: group)).map { GroupPage(group: group, pager: $0) }
    }

    /// More curves than these are better looked at one by one, on their own pages.
    private static let loadLimit = 3

    private static func rows(of group: RunGroup) -> Int {
        if case .suite = group.subject { group.runs.count } else { group.observations.count }
    }

    var path: PagePath { pager.path(after: group.path) }
    var title: String { pager.title(name) }
    var description: String? { "TTFT and throughput of \(name), over time and across configurations." }
    var section: PagePath? { group.subject.kind.index }

    private var name: String { group.subject.name }

    func values(in site: SiteContext, reporting diagnostics: inout [Diagnostic]) -> [String: TemplateValue] {
        let isFirst = pager.isFirst
        return [
            "title": .text(name),
            "crumbs": .html(Breadcrumb.markup([(group.subject.kind.heading, section)], last: name, from: path)),
            "meta": .optional(meta(in: site)),
            "lede": .optional(isFirst ? lede : nil),
            "loads": .list(isFirst ? loadCharts(in: site) : [], of: ["heading", "id", "chart"]),
            "charts": .list(isFirst ? charts(in: site) : [], of: ["heading", "id", "history", "distribution"]),
            "series": .optional(
                isFirst
                    ? .markup {
                        SeriesTable(observations: group.observations, label: "Series").table(from: path, in: site).write(into: &$0)
                    } : nil),
            "runs": .html(.markup { runTable(in: site).write(into: &$0) }),
            "runs-note": .text(pager.extent(of: Self.rows(of: group))),
            "data": .html(group.data.links(from: path)),
            "pager": .optional(pager.markup(after: group.path)),
        ]
    }

    private var lede: String {
        let runs = group.runs
        let span = dateSpan(of: runs).map { ", \($0)" } ?? ""
        let failures = group.failures == 0 ? "" : " \(counted(group.failures, "execution")) failed."
        return "\(counted(runs.count, "run")), \(counted(group.observations.count, "agent execution"))\(span).\(failures)"
    }

    private func meta(in site: SiteContext) -> ByteBuffer {
        let models = group.runs.flatMap(\.models).reduce(into: [String]()) { if !$0.contains($1) { $0.append($1) } }.sorted()
        let scenarios = Set(group.runs.compactMap(\.scenario)).sorted()
        let programs = Set(group.runs.compactMap { $0.producer.program ?? $0.producer.language }).sorted()
        var facts = [ByteBuffer.escaped(scenarios.joined(separator: ", "))]
        if case .suite = group.subject {
            facts += models.map { model in .markup { $0.append(link: model, to: path.link(to: site.page(ofModel: model))) } }
        }
        if case .configuration(let configuration) = group.subject {
            facts.append(.markup { $0.append(link: configuration.modelName, to: path.link(to: site.page(ofModel: configuration.modelName))) })
        }
        if case .suite(let suite) = group.subject {
            facts += loads(in: site).map { load in
                .markup { $0.append(link: "sweep of \(LoadWords(sweep: load).title)", to: path.link(to: .sweep(load.slug))) }
            }
            facts += site.model.sweeps.filter { $0.plan.suite == suite }.map { sweep in
                .markup { $0.append(link: "sweep over \(sweep.options.map(\.name).joined(separator: ", "))", to: path.link(to: .sweep(sweep.slug))) }
            }
        }
        facts.append(.escaped(programs.joined(separator: ", ")))
        return .markup { $0.append(facts: facts) }
    }

    private func runTable(in site: SiteContext) -> Table {
        switch group.subject {
        case .suite: return RunTable(runs: pager.rows(of: group.runs.reversed()), label: "Runs", isOfOneSuite: true).table(from: path, in: site)
        case .model, .configuration:
            return ObservationTable(observations: pager.rows(of: group.observations.reversed()), label: "Executions").table(from: path, in: site)
        }
    }

    private func loads(in site: SiteContext) -> [LoadSweep] {
        guard case .suite(let suite) = group.subject else { return [] }
        return site.model.loads.filter { $0.plan.suite == suite }
    }

    /// What servers gave under their loads, which is what such a suite was made for.
    private func loadCharts(in site: SiteContext) -> [[String: TemplateValue]] {
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

    /// TTFT once for each kind of it that occurs, then throughput.
    private func charts(in site: SiteContext) -> [[String: TemplateValue]] {
        guard let ttft = Metric(.ttft), let throughput = Metric(.outputThroughput) else { return [] }
        let kinds = Dictionary(grouping: group.observations) { TTFTKind($0.execution) }.sorted { $0.key < $1.key }
        let ofTTFT = kinds.enumerated().map { index, entry in
            let heading = kinds.count == 1 ? ttft.name : "\(ttft.name): \(entry.key.name)"
            return section(
                heading, "ttft-\(index + 1)",
                MetricCharts(metric: ttft, observations: entry.value, page: path, site: site, kind: entry.key, data: group.data))
        }
        return ofTTFT + [
            section(
                throughput.name, "throughput",
                MetricCharts(metric: throughput, observations: group.observations, page: path, site: site, kind: nil, data: group.data))
        ]
    }

    private func section(_ heading: String, _ id: String, _ charts: MetricCharts) -> [String: TemplateValue] {
        [
            "heading": .text(heading),
            "id": .text("p-\(id)"),
            "history": .html(.markup { charts.writeHistory(into: &$0) }),
            "distribution": .html(.markup { charts.writeDistribution(into: &$0) }),
        ]
    }
}
