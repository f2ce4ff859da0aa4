import AgentRuns
import Bytes
import Charts
import Diagnostics

/// The list of all suites, all models or all configurations.
struct GroupIndexPage: Page {
    static let template = "groups"

    enum Kind: Sendable, CaseIterable {
        case suites, models, configurations
    }

    let kind: Kind

    var path: PagePath {
        switch kind {
        case .suites: .suites
        case .models: .models
        case .configurations: .configurations
        }
    }

    var title: String {
        switch kind {
        case .suites: "Suites"
        case .models: "Models"
        case .configurations: "Configurations"
        }
    }

    var section: PagePath? { path }

    func values(in site: SiteContext, reporting diagnostics: inout [Diagnostic]) -> [String: TemplateValue] {
        let groups = groups(in: site.model)
        return [
            "title": .text(title),
            "lede": .optional(groups.isEmpty ? nil : "\(counted(groups.count, thing)) in \(counted(site.model.runs.count, "run"))."),
            "table": .optional(groups.isEmpty ? nil : .markup { table(groups, in: site).write(into: &$0) }),
        ]
    }

    private var thing: String { String(title.lowercased().dropLast()) }

    private func groups(in model: SiteModel) -> [RunGroup] {
        switch kind {
        case .suites: model.suites
        case .models: model.models
        case .configurations: model.configurations
        }
    }

    private func table(_ groups: [RunGroup], in site: SiteContext) -> Table {
        Table(
            label: title,
            columns: [
                .text(title.dropLast().description),
                .figures("Runs", .count, note: ""),
                .figures("Executions", .count, secondary: true, note: ""),
                .text("Scenarios", secondary: true),
                .text(kind == .suites ? "Models" : "Suites", secondary: true),
                .figures("Failed", .count, note: "runs"),
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
            .figure(Double(runs.count(where: \.hasFailed))),
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
