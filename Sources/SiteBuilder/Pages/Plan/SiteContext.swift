import AgentRuns
import Bytes
import Charts

/// What every page may look at while it is rendered: the model, the settings, and where the other pages are.
struct SiteContext: Sendable {
    let settings: SiteSettings
    let model: SiteModel
    let store: RunStore
    let templates: TemplateLibrary
    /// The hand-written pages, in the order of the navigation.
    let articles: [Article]
    private let suitePages: [String: PagePath]
    private let modelPages: [String: PagePath]
    private let configurationPages: [Configuration: PagePath]
    private let historyPages: [TrajectoryKey: PagePath]
    private let files: Set<PagePath>
    /// `529 runs, 1286 agent executions · newest 2025-11-27 22:04 UTC`.
    let counts: String

    /// - Parameter files: every file that the site will have.
    init(content: Content, model: SiteModel, templates: TemplateLibrary, files: Set<PagePath>) {
        settings = content.settings
        store = content.store
        articles = content.articles
        self.model = model
        self.templates = templates
        var suites: [String: PagePath] = [:]
        var models: [String: PagePath] = [:]
        var configurations: [Configuration: PagePath] = [:]
        for group in model.groups {
            switch group.subject {
            case .suite(let suite): suites[suite] = group.path
            case .model(let model): models[model] = group.path
            case .configuration(let configuration): configurations[configuration] = group.path
            }
        }
        (suitePages, modelPages, configurationPages) = (suites, models, configurations)
        historyPages = Dictionary(
            model.trajectories.map { ($0.key, .history($0.id)) }.filter { files.contains($0.1) }, uniquingKeysWith: { first, _ in first })
        self.files = files
        counts = model.runs.extent + (model.runs.last?.startedAt.map { " · newest \($0.spoken)" } ?? "")
    }

    func page(ofSuite suite: String) -> PagePath { suitePages[suite] ?? .suites }
    func page(ofModel model: String) -> PagePath { modelPages[model] ?? .models }
    func page(of configuration: Configuration) -> PagePath { configurationPages[configuration] ?? .configurations }

    /// The history of a measure of an agent; `nil` where it was measured once.
    func history(of key: SeriesKey, _ measure: Measure) -> PagePath? { historyPages[TrajectoryKey(key, measure)] }

    /// Whether the site has a file: a page, a run's data, an asset, a file beside a hand-written page.
    func contains(_ path: PagePath) -> Bool { files.contains(path) }
}

extension SiteModel {
    var groups: [RunGroup] { suites + models + configurations }

    func groups(of kind: GroupKind) -> [RunGroup] {
        switch kind {
        case .suites: suites
        case .models: models
        case .configurations: configurations
        }
    }
}

extension RunGroup {
    var path: PagePath { subject.kind.page(slug) }
}
