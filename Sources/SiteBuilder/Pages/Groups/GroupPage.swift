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
        let sweeps = isFirst ? sweepCharts(in: site) : []
        // What was measured once at each point of a sweep has no history, and the sweep's curve shows all of it.
        let isAllSweep = !sweeps.isEmpty && Set(group.observations.map(\.series)).count == group.observations.count
        return [
            "title": .text(name),
            "crumbs": .html(Breadcrumb.markup([(group.subject.kind.heading, section)], last: name, from: path)),
            "meta": .optional(meta(in: site)),
            "lede": .optional(isFirst ? lede(in: site) : nil),
            "sweeps": .list(sweeps, of: ["heading", "id", "chart"]),
            "charts": .list(isFirst && !isAllSweep ? charts(in: site) : [], of: ["heading", "id", "history", "distribution"]),
            "series": .optional(
                isFirst
                    ? .markup {
                        SeriesTable(observations: group.observations, label: "Series").write(from: path, in: site, into: &$0)
                    } : nil),
            "runs": .html(.markup { runTable(in: site).write(into: &$0) }),
            "runs-note": .text(pager.extent(of: Self.rows(of: group))),
            "data": .html(group.data.links(from: path)),
            "pager": .optional(pager.markup(after: group.path)),
        ]
    }

    /// The worst open change of the group's series, then how much there is.
    private func lede(in site: SiteContext) -> String {
        let runs = group.runs
        let span = dateSpan(of: runs).map { ", \($0)" } ?? ""
        let failures = group.failures == 0 ? "" : " \(counted(group.failures, "execution")) failed."
        let words = changes(in: site)
        let extent = "\(runs.extent(executions: group.observations.count))\(span).\(failures)"
        return ((words.headline == nil ? [] : words.worst) + [extent]).joined(separator: " ")
    }

    /// What became of the series whose newest run is in the group.
    private func changes(in site: SiteContext) -> ChangeWords {
        ChangeWords(model: site.model, ofNewest: group.runs) { [subject = group.subject] trajectory in
            switch subject {
            case .suite: true
            case .model(let model): trajectory.key.configuration.modelName == model
            case .configuration(let configuration): trajectory.key.configuration == configuration
            }
        }
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
        facts += sweepLinks(in: site)
        facts.append(.escaped(programs.joined(separator: ", ")))
        // The heading of a configuration says all of its options.
        if case .configuration = group.subject {} else { facts.append(.escaped(group.options.throughout ?? "")) }
        return .markup { $0.append(facts: facts) }
    }

    private func runTable(in site: SiteContext) -> Table {
        switch group.subject {
        case .suite: return RunTable(runs: pager.rows(of: group.runs.newestFirst), label: "Runs", isOfOneSuite: true).table(from: path, in: site)
        case .model, .configuration:
            return ObservationTable(observations: pager.rows(of: group.observations.newestFirst), label: "Executions", options: group.options)
                .table(from: path, in: site)
        }
    }

    /// TTFT once for each kind of it that occurs, then throughput once for each basis.
    private func charts(in site: SiteContext) -> [[String: TemplateValue]] {
        let said = Set(group.options.shared.map(\.name))
        return GroupCharts(observations: group.observations).sections.map { section in
            let charts = MetricCharts(population: section.population, page: path, site: site, data: group.data, saidOptions: said)
            return [
                "heading": .text(section.heading),
                "id": .text("p-\(section.id)"),
                "history": .html(.markup { charts.writeHistory(into: &$0) }),
                "distribution": .html(.markup { charts.writeDistribution(into: &$0) }),
            ]
        }
    }
}
