import AgentRuns
import Bytes
import Charts
import Diagnostics

/// One page of the list of all suites, all models or all configurations.
struct GroupIndexPage: Page {
    static let template = "groups"

    let kind: GroupKind
    let pager: Pager

    static func pages(_ kind: GroupKind, of model: SiteModel) -> [GroupIndexPage] {
        Pager.pages(forRows: model.groups(of: kind).count).map { GroupIndexPage(kind: kind, pager: $0) }
    }

    var path: PagePath { pager.path(after: kind.index) }
    var title: String { pager.title(kind.heading) }
    var section: PagePath? { kind.index }

    func values(in site: SiteContext, reporting diagnostics: inout [Diagnostic]) -> [String: TemplateValue] {
        let groups = site.model.groups(of: kind)
        return [
            "title": .text(kind.heading),
            "lede": .optional(groups.isEmpty ? nil : "\(counted(groups.count, kind.thing)) in \(counted(site.model.runs.count, "run"))."),
            "table": .optional(groups.isEmpty ? nil : .markup { table(pager.rows(of: groups)).write(into: &$0) }),
            "data": .flag(false),
            "pager": .optional(pager.markup(after: kind.index)),
        ]
    }

    private func table(_ groups: [RunGroup]) -> Table {
        Table(
            label: kind.heading,
            columns: [
                .text(String(kind.heading.dropLast())),
                .figures("Runs", .count, note: ""),
                .figures("Executions", .count, secondary: true, note: ""),
                .text("Scenarios", secondary: true),
                .text(kind == .suites ? "Models" : "Suites", secondary: true),
                .figures("Failed", .count, note: "executions"),
                .text("Newest run"),
            ],
            rows: groups.map { row($0) })
    }

    private func row(_ group: RunGroup) -> [Table.Cell] {
        let runs = group.runs
        let others = kind == .suites ? Set(runs.flatMap(\.models)).sorted() : Set(runs.map(\.suite)).sorted()
        return [
            header(group),
            .figure(Double(runs.count)),
            .figure(Double(group.observations.count)),
            .text(Set(runs.map { $0.scenario ?? "–" }).sorted().joined(separator: ", ")),
            .text(others.count > 3 ? "\(others.count)" : others.joined(separator: ", ")),
            .figure(Double(group.failures)),
            .date(runs.compactMap(\.startedAt).max()),
        ]
    }

    private func header(_ group: RunGroup) -> Table.Cell {
        let href = path.link(to: group.path)
        return switch group.subject {
        case .suite(let suite): .header(suite, href: href, detail: nil)
        case .model(let model): .header(model, href: href, detail: nil)
        case .configuration(let configuration): .header(configuration.options.label, href: href, detail: configuration.modelName)
        }
    }
}
