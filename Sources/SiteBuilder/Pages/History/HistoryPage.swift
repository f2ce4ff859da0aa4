import AgentRuns
import Bytes
import Charts
import Diagnostics

/// The page of one series: its value now, every run in its band, what changed and when.
struct HistoryPage: Page {
    static let template = "history"
    /// The table under the chart; longer lists have pages of their own.
    static let newestRuns = 16

    let trajectory: Trajectory

    var path: PagePath { .history(trajectory.id) }
    var title: String { trajectory.title }
    var description: String? { "\(trajectory.name) over \(counted(trajectory.runs, "run")), with the limits that each run is held against." }
    var section: PagePath? { .histories }

    func values(in site: SiteContext, reporting diagnostics: inout [Diagnostic]) -> [String: TemplateValue] {
        let points = trajectory.points
        let table = HistoryTable(trajectory: trajectory, page: path, rules: site.model.rules, commits: site.settings.commitURL)
        return [
            "title": .text(trajectory.title),
            "crumbs": .html(
                Breadcrumb.markup([("History", .histories), (trajectory.key.scenario ?? "no scenario", nil)], last: trajectory.key.slot, from: path)),
            "meta": .html(meta(in: site)),
            "lede": .html(HistoryLede(trajectory: trajectory, in: site.model).markup),
            "reading": .optional(reading(in: site)),
            "splits": .list(notes(in: site).map { ["split": .html($0)] }, of: ["split"]),
            "chart": .html(chart(in: site)),
            "changes": .optional(
                trajectory.changes.isEmpty
                    ? nil : .markup { changeTable(in: site).write(into: &$0) }),
            "runs-note": .text(table.note),
            "runs": .html(.markup { table.table(of: points.suffix(Self.newestRuns).reversed()).write(into: &$0) }),
            "more": .html(more),
            "near": .optional(related(in: site)),
        ]
    }

    private func meta(in site: SiteContext) -> ByteBuffer {
        let key = trajectory.key
        let definition = key.measure.sentence.map { String($0.dropLast()) }
        return .markup { output in
            output.append(facts: [
                .escaped(key.scenario ?? "no scenario"), .escaped(key.program ?? ""),
                .markup { $0.append(link: key.configuration.title, to: path.link(to: site.page(of: key.configuration))) },
                .escaped(definition ?? ""), .escaped(trajectory.directionText),
            ])
        }
    }

    /// The changes of the same agent's metrics in one sentence, where there are several to be read together.
    private func reading(in site: SiteContext) -> String? {
        let standings = site.model.standings.filter { site.model.trajectories[$0.trajectory].key.agent == trajectory.key.agent }
        guard standings.count(where: { $0.isChange && $0.isTested }) > 1 else { return nil }
        return "Read together: \(site.model.reading(of: standings).text)"
    }

    private func changeTable(in site: SiteContext) -> Table {
        let least = site.model.rules(for: trajectory.key.measure.metric).leastChange
        let standing = site.model.standing(of: trajectory).map { StandingWords($0, in: site.model) }
        return ChangeTable(trajectory: trajectory, page: path, least: least, standing: standing).table
    }

    /// The runs in their band; runs without dates have no order, and their values are shown as they spread.
    private func chart(in site: SiteContext) -> ByteBuffer {
        .markup { output in
            if trajectory.isOrdered {
                HistoryDrawingOfSeries(trajectory: trajectory, page: path, rules: site.model.rules).chart.write(into: &output)
            } else {
                SpreadOfSeries(trajectory: trajectory, page: path).chart.write(into: &output)
            }
        }
    }

    /// What tells the reader which runs are here and which are elsewhere: variants, neighbours in time, and what the site's owner moved.
    private func notes(in site: SiteContext) -> [ByteBuffer] {
        let relations = SeriesRelations(of: trajectory, among: site.model.kin(of: trajectory.key.agent))
        func link(_ other: SeriesRelations.Other, _ output: inout ByteBuffer) {
            let target = site.has(other.trajectory) ? PagePath.history(other.trajectory.id) : site.page(of: other.trajectory.key.configuration)
            output.append(link: other.difference, to: path.link(to: target))
        }
        var notes: [ByteBuffer] = []
        if !relations.variants.isEmpty {
            notes.append(
                .markup { output in
                    output.append("Variants measured beside it: ")
                    for (index, other) in relations.variants.prefix(Self.mostVariants).enumerated() {
                        if index > 0 { output.append("; ") }
                        link(other, &output)
                    }
                    if relations.variants.count > Self.mostVariants {
                        output.append(escaped: "; and \(counted(relations.variants.count - Self.mostVariants)) more")
                    }
                    output.append(".")
                })
        }
        for (words, other) in [("Earlier runs are of another series: ", relations.earlier), ("Later runs are of another series: ", relations.later)] {
            guard let other else { continue }
            notes.append(
                .markup { output in
                    output.append(escaped: words)
                    link(other, &output)
                    output.append(".")
                })
        }
        return notes + [renamed, ignored(in: site)].compactMap(\.self)
    }

    /// The name that the runs give the series, where series.toml gives it another.
    private var renamed: ByteBuffer? {
        guard !trajectory.id.hasPrefix(trajectory.key.id) else { return nil }
        return .markup { $0.append(escaped: "Stands here as series.toml says; by its runs it is \(trajectory.key.id).") }
    }

    /// Which of the facts that tell series apart elsewhere do not on this site, where they differ among these runs.
    private func ignored(in site: SiteContext) -> ByteBuffer? {
        let parts = site.model.seriesRules.ignore.sorted().compactMap { id -> String? in
            let field = RunField.named(id)
            let values = Set(trajectory.points.map { field.value($0.observation)?.description ?? "not recorded" })
            return values.count > 1 ? "\(id) (\(values.sorted(by: NaturalOrder.isBefore).joined(separator: ", ")))" : nil
        }
        return parts.isEmpty
            ? nil : .markup { $0.append(escaped: "Joined over \(parts.joined(separator: " and ")), as site.toml says under [series].") }
    }

    private static let mostVariants = 12

    private var more: ByteBuffer {
        .markup { output in
            if trajectory.runs > Self.newestRuns {
                output.append(link: "All \(counted(trajectory.runs)) runs", to: path.link(to: HistoryRunsPage.first(of: trajectory)))
                output.append(" · ")
            }
            output.append(DataPath("history/\(trajectory.id)").links(from: path))
        }
    }

    /// The other measures of the same agent, and the same measure of the run's other agent.
    private func related(in site: SiteContext) -> ByteBuffer? {
        let agent = trajectory.key.agent
        let own = site.model.kin(of: agent).filter { $0.key.agent == agent && $0.id != trajectory.id && site.has($0) }
        let partner = trajectory.newest.flatMap { newest -> Trajectory? in
            guard let other = newest.run.executions.indices.first(where: { $0 != newest.observation.index }), newest.run.executions.count == 2 else {
                return nil
            }
            let key = TrajectoryKey.Agent(site.model.observations(of: newest.run)[other].series)
            return site.model.kin(of: key).first { $0.key.agent == key && $0.key.measure.metric == trajectory.key.measure.metric && site.has($0) }
        }
        guard !own.isEmpty || partner != nil else { return nil }
        return .markup { output in
            output.append("<nav class=\"near\" aria-label=\"Related series\">\n")
            if !own.isEmpty {
                output.append("<p><span>Same agent and configuration</span> ")
                for (index, other) in own.enumerated() {
                    if index > 0 { output.append(", ") }
                    output.append(link: other.key.measure.label.capitalizedFirst, to: path.link(to: .history(other.id)))
                }
                output.append("</p>\n")
            }
            if let partner {
                output.append("<p class=\"next\"><span>Same run, other agent</span> ")
                output.append(link: partner.title, to: path.link(to: .history(partner.id)))
                output.append("</p>\n")
            }
            output.append("</nav>\n")
        }
    }
}

extension SiteContext {
    /// Whether a series has a page: what was measured once has no history.
    func has(_ trajectory: Trajectory) -> Bool { contains(.history(trajectory.id)) }
}
