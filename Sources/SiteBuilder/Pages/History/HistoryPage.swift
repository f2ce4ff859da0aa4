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
        let table = HistoryTable(trajectory: trajectory, page: path, rules: site.model.rules)
        return [
            "title": .text(trajectory.title),
            "crumbs": .html(
                Breadcrumb.markup([("History", .histories), (trajectory.key.scenario ?? "no scenario", nil)], last: trajectory.key.slot, from: path)),
            "meta": .html(meta(in: site)),
            "lede": .html(HistoryLede(trajectory: trajectory, rules: site.model.rules).markup),
            "reading": .optional(reading(in: site)),
            "splits": .list(splits(in: site).map { ["split": .html($0)] }, of: ["split"]),
            "chart": .html(
                .markup { HistoryDrawingOfSeries(trajectory: trajectory, page: path, rules: site.model.rules).chart.write(into: &$0) }),
            "changes": .optional(
                trajectory.changes.isEmpty ? nil : .markup { ChangeTable(trajectory: trajectory, page: path).table.write(into: &$0) }),
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
        guard standings.count(where: \.isChange) > 1 else { return nil }
        return "Read together: \(site.model.reading(of: standings).text)"
    }

    /// Where the agent's runs went on in another series, or came from one.
    private func splits(in site: SiteContext) -> [ByteBuffer] {
        SeriesSplit.around(trajectory, among: site.model.kin(of: trajectory.key.agent)).map { split in
            .markup { output in
                output.append(
                    split.isEarlier
                        ? "Earlier runs are another series, because this changed: " : "Later runs are another series, because this changed: ")
                output.append(escaped: split.change)
                output.append(". ")
                let target = site.has(split.other) ? PagePath.history(split.other.id) : site.page(of: split.other.key.configuration)
                output.append(link: split.other.title, to: path.link(to: target))
            }
        }
    }

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
            let key = TrajectoryKey.Agent(Observation(run: newest.run, index: other).series)
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
