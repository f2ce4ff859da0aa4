import AgentRuns
import Bytes
import Diagnostics
import Parallel

/// Every page that will exist, decided and sorted before any of them is rendered.
struct SitePlan: Sendable {
    let site: SiteContext
    /// By path.
    let pages: [any Page]
    /// The path of every file of the site.
    let paths: [String]
    private let data: DataFiles
    /// Files that go into the site as they are: style sheets, pictures beside pages.
    private let copies: [String: [UInt8]]
    private let problems: [Diagnostic]

    init(content: Content, model: SiteModel, templates: TemplateLibrary) {
        var problems: [Diagnostic] = []
        let histories = model.trajectories.filter { $0.runs > 1 }
        let comparisons = DeclaredComparison.all(content.settings, in: model, reporting: &problems).map { declared in
            ComparePage(declared: declared, comparison: Comparison(declared.a, declared.b, in: model))
        }
        var pages: [any Page] = [HomePage(), NotFoundPage(), RegressionsPage(), CompareIndexPage(pages: comparisons)]
        pages += comparisons.map { $0 as any Page }
        pages += HistoryIndexPage.pages(histories)
        pages += histories.map { HistoryPage(trajectory: $0) }
        pages += histories.flatMap(HistoryRunsPage.pages)
        pages += SweepIndexPage.pages(model)
        pages += model.loads.map { LoadPage(sweep: $0) }
        pages += model.optionSweeps.map { OptionSweepPage(sweep: $0) }
        pages += model.sweeps.map { SweepPage(sweep: $0) }
        pages += model.sweeps.flatMap(SweepRowsPage.pages)
        pages += Pager.pages(forRows: model.runs.count).map { RunsPage(pager: $0) }
        pages += GroupKind.allCases.flatMap { GroupIndexPage.pages($0, of: model) }
        pages += model.groups.flatMap(GroupPage.pages)
        pages += model.runs.map { RunPage(run: $0) }
        pages += content.articles.map { ArticlePage(article: $0) }
        self.pages = pages.sorted { $0.path < $1.path }
        data = DataFiles(model: model, histories: histories, comparisons: comparisons)
        let announced = pages.map(\.path) + data.paths + [Sitemap.path, .feed]
        let made = Set(announced)
        let (copies, collisions) = Self.separate(templates.assets.merging(content.attachments) { asset, _ in asset }, from: made)
        self.copies = copies
        paths = announced.map(\.text) + copies.keys
        self.problems = problems + collisions
        site = SiteContext(content: content, model: model, templates: templates, files: made.union(copies.keys.map(PagePath.init)))
    }

    /// The files that stand in no page's way; each other one is reported, and the page stands.
    private static func separate(_ files: [String: [UInt8]], from made: Set<PagePath>) -> ([String: [UInt8]], [Diagnostic]) {
        let folders = made.reduce(into: Set<PagePath>()) { $0.formUnion($1.folders) }
        var copies: [String: [UInt8]] = [:]
        var problems: [Diagnostic] = []
        for (name, bytes) in files.sorted(by: { $0.key < $1.key }) {
            let path = PagePath(name)
            if made.contains(path) || folders.contains(path) || path.folders.contains(where: made.contains) {
                problems.append(.error("the file '\(name)' would stand in the place of a page that the site makes; give it another name"))
            } else {
                copies[name] = bytes
            }
        }
        return (copies, problems)
    }

    /// Renders every file of the site, with the same bytes whatever the number of jobs.
    ///
    /// - Parameter files: is given the files in batches, as they come, and finished after the last.
    func render(jobs: Int, into files: AsyncStream<[SiteFile]>.Continuation) async -> [Diagnostic] {
        let templateProblems = checkTemplates()
        let frame = PageFrame(site: site)
        files.yield(copies.map { SiteFile(path: $0.key, bytes: ByteBuffer($0.value)) })
        let rendered = await pages.concurrentMap(jobs: jobs) { page in
            var diagnostics: [Diagnostic] = []
            let bytes = frame.render(page, reporting: &diagnostics)
            return (file: SiteFile(path: page.path.text, bytes: bytes), diagnostics: diagnostics)
        } sliceDone: {
            files.yield($0.map(\.file))
        }
        await data.render(jobs: jobs, into: files)
        files.yield([Sitemap(site: site, pages: pages).file, ChangeFeed(site: site).file])
        files.finish()
        return problems + templateProblems + rendered.flatMap(\.diagnostics)
    }

    /// Holds each template's names against those that its first page gives, so that a misspelt name is an error and not an empty place.
    private func checkTemplates() -> [Diagnostic] {
        var checked: Set<String> = []
        var diagnostics: [Diagnostic] = []
        let frame = PageFrame(site: site)
        for page in pages {
            let name = type(of: page).template
            guard checked.insert(name).inserted else { continue }
            var ignored: [Diagnostic] = []
            diagnostics += site.templates.check(name, against: page.values(in: site, reporting: &ignored))
            if checked.count == 1 { diagnostics += site.templates.check(PageFrame.template, against: frame.values(page, ByteBuffer())) }
        }
        return diagnostics
    }
}
