import AgentRuns
import Bytes
import Diagnostics
import Parallel

/// Every page that will exist, decided and sorted before any of them is rendered.
struct SitePlan: Sendable {
    let site: SiteContext
    /// By path.
    let pages: [any Page]
    private let runs: [Run]
    private let attachments: [String: [UInt8]]

    init(content: Content, model: SiteModel, templates: TemplateLibrary) {
        runs = model.runs
        attachments = content.attachments
        var pages: [any Page] = [HomePage(), NotFoundPage()]
        let pageCount = max(1, (model.runs.count + RunsPage.rowsPerPage - 1) / RunsPage.rowsPerPage)
        pages += (1...pageCount).map { RunsPage(number: $0, pageCount: pageCount) }
        pages += GroupIndexPage.Kind.allCases.flatMap { GroupIndexPage.pages($0, of: model) }
        pages += model.groups.flatMap(GroupPage.pages)
        pages += model.runs.map { RunPage(run: $0) }
        pages += content.articles.map { ArticlePage(article: $0) }
        self.pages = pages.sorted { $0.path < $1.path }
        let others =
            content.attachments.keys.map(PagePath.init) + templates.assets.keys.map(PagePath.init) + model.runs.map { PagePath.runData($0.id) }
        site = SiteContext(content: content, model: model, templates: templates, files: Set(pages.map(\.path) + others + DataFiles.paths))
    }

    /// The bytes of every file of the site, the same whatever the number of jobs.
    func render(jobs: Int) async -> (files: [SiteFile], diagnostics: [Diagnostic]) {
        let templateProblems = checkTemplates()
        let frame = PageFrame(site: site)
        let rendered = await pages.concurrentMap(jobs: jobs) { page in
            var diagnostics: [Diagnostic] = []
            let bytes = frame.render(page, reporting: &diagnostics)
            return (file: SiteFile(path: page.path.text, bytes: bytes), diagnostics: diagnostics)
        }
        let data = await runs.concurrentMap(jobs: jobs) { SiteFile(path: PagePath.runData($0.id).text, bytes: RunFile.encode($0)) }
        let assets = site.templates.assets.merging(attachments) { asset, _ in asset }.map { SiteFile(path: $0.key, bytes: ByteBuffer($0.value)) }
        let files = rendered.map(\.file) + data + assets + DataFiles(runs: runs).files + [Sitemap(site: site, pages: pages).file]
        return (files.sorted { PagePath($0.path) < PagePath($1.path) }, templateProblems + rendered.flatMap(\.diagnostics))
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
