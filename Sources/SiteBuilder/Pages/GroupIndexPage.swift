import AgentRuns
import Bytes
import Charts
import Diagnostics

/// One page of the list of all suites, all models or all configurations.
struct GroupIndexPage: Page {
    static let template = "groups"
    private static let rowsPerPage = 50

    enum Kind: Sendable, CaseIterable {
        case suites, models, configurations
    }

    let kind: Kind
    /// From 1.
    let number: Int
    let pageCount: Int

    static func pages(_ kind: Kind, of model: SiteModel) -> [GroupIndexPage] {
        let count = max(1, (groups(kind, of: model).count + rowsPerPage - 1) / rowsPerPage)
        return (1...count).map { GroupIndexPage(kind: kind, number: $0, pageCount: count) }
    }

    private static func groups(_ kind: Kind, of model: SiteModel) -> [RunGroup] {
        switch kind {
        case .suites: model.suites
        case .models: model.models
        case .configurations: model.configurations
        }
    }

    var path: PagePath { path(number) }
    var title: String { number == 1 ? heading : "\(heading), page \(number)" }
    var section: PagePath? { path(1) }

    private func path(_ number: Int) -> PagePath {
        let first: PagePath =
            switch kind {
            case .suites: .suites
            case .models: .models
            case .configurations: .configurations
            }
        return number == 1 ? first : first.page(number)
    }

    private var heading: String {
        switch kind {
        case .suites: "Suites"
        case .models: "Models"
        case .configurations: "Configurations"
        }
    }

    func values(in site: SiteContext, reporting diagnostics: inout [Diagnostic]) -> [String: TemplateValue] {
        let groups = Self.groups(kind, of: site.model)
        let shown = groups.dropFirst((number - 1) * Self.rowsPerPage).prefix(Self.rowsPerPage)
        return [
            "title": .text(heading),
            "lede": .optional(groups.isEmpty ? nil : "\(counted(groups.count, thing)) in \(counted(site.model.runs.count, "run"))."),
            "table": .optional(groups.isEmpty ? nil : .markup { table(Array(shown), in: site).write(into: &$0) }),
            "pager": .optional(Pager(current: number, count: pageCount, path: path).markup(from: path)),
        ]
    }

    private var thing: String { String(heading.lowercased().dropLast()) }

    private func table(_ groups: [RunGroup], in site: SiteContext) -> Table {
        Table(
            label: heading,
            columns: [
                .text(String(heading.dropLast())),
                .figures("Runs", .count, note: ""),
                .figures("Executions", .count, secondary: true, note: ""),
                .text("Scenarios", secondary: true),
                .text(kind == .suites ? "Models" : "Suites", secondary: true),
                .figures("Failed", .count, note: "executions"),
                .text("Newest run"),
            ],
            rows: groups.map { row($0, in: site) })
    }

    private func row(_ group: RunGroup, in site: SiteContext) -> [Table.Cell] {
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
