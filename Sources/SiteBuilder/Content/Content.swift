import AgentRuns
import Diagnostics
import Files
import SystemPackage

/// Everything that a site is made from: settings, runs, hand-written pages.
struct Content: Sendable {
    var settings: SiteSettings
    let store: RunStore
    var runs: [Run]
    let acknowledged: [Acknowledgement]
    let excluded: [Exclusion]
    let edits: SeriesEdits
    /// In the order of the navigation; drafts are left out.
    let articles: [Article]
    /// Pictures and other files beside the hand-written pages, by their path in the site.
    let attachments: [String: [UInt8]]

    /// Reads a content folder. What is broken becomes a diagnostic, and everything else is there all the same.
    ///
    /// - Returns: `nil` where there is no such folder: a mistyped name must not build an empty site over a full one.
    static func load(_ folder: FilePath, jobs: Int, reporting diagnostics: inout [Diagnostic]) async -> Content? {
        guard Files.kind(of: folder) == .directory else {
            diagnostics.append(.error("there is no content folder here; 'sitegen import PATH' makes one", at: SourceLocation(folder.string)))
            return nil
        }
        let (settings, problems) = SiteSettings.load(content: folder)
        diagnostics += problems
        let store = RunStore(content: folder)
        let library = await store.load(jobs: jobs)
        diagnostics += library.diagnostics
        let acknowledged = Acknowledgement.load(content: folder, runs: library.runs, reporting: &diagnostics)
        let excluded = Exclusion.load(content: folder, runs: library.runs, reporting: &diagnostics)
        let edits = SeriesEdits.load(
            content: folder, keys: { TrajectoryBuilder().keys(of: library.runs.flatMap { Observation.all(of: $0, rules: settings.series) }) },
            reporting: &diagnostics)
        let (articles, attachments) = pages(in: folder.appending("pages"), reporting: &diagnostics)
        return Content(
            settings: settings, store: store, runs: library.runs, acknowledged: acknowledged, excluded: excluded, edits: edits,
            articles: articles, attachments: attachments)
    }

    private static func pages(
        in folder: FilePath, reporting diagnostics: inout [Diagnostic]
    ) -> (articles: [Article], attachments: [String: [UInt8]]) {
        guard Files.kind(of: folder) == .directory else { return ([], [:]) }
        let walk = FileWalk(folder)
        diagnostics += walk.diagnostics
        var articles: [Article] = []
        var attachments: [String: [UInt8]] = [:]
        var slugs: [String: String] = [:]
        for entry in walk.entries {
            do {
                let source = try Files.read(entry.path)
                guard entry.relative.hasSuffix(".md") else {
                    if isSafePath(entry.relative) { attachments[entry.relative] = source }
                    continue
                }
                let (frontMatter, problems) = FrontMatter.read(source, path: entry.path.string)
                diagnostics += problems
                guard !problems.contains(where: { $0.severity == .error }), !frontMatter.draft else { continue }
                let slug = frontMatter.slug ?? String(entry.relative.dropLast(3))
                if let problem = problem(withSlug: slug, taken: slugs) {
                    diagnostics.append(.error(problem, at: SourceLocation(entry.path.string, line: 1)))
                    continue
                }
                slugs[slug.lowercased()] = entry.relative
                articles.append(Article(file: entry.path.string, source: source, frontMatter: frontMatter, slug: slug))
            } catch {
                diagnostics.append(error.diagnostic)
            }
        }
        articles.sort { ($0.frontMatter.order ?? .max, $0.slug) < ($1.frontMatter.order ?? .max, $1.slug) }
        return (articles, attachments)
    }

    /// Names that the site's own pages have.
    private static let reserved: Set<String> = ["index", "404", "search", "regressions"]
    private static let reservedFolders: Set<String> = ["runs", "suites", "models", "configurations", "history", "compare", "sweeps", "data"]

    private static func problem(withSlug slug: String, taken: [String: String]) -> String? {
        let first = slug.split(separator: "/").first.map { $0.lowercased() } ?? ""
        if !isSafePath(slug) { return "'\(slug)' can't be a page's name; give the page a 'slug' of letters, digits and hyphens" }
        if reserved.contains(slug.lowercased()) || (slug.contains("/") && reservedFolders.contains(first)) {
            return "'\(slug)' is the name of a page that the site makes itself; give this page another 'slug'"
        }
        return taken[slug.lowercased()].map { "the page '\($0)' has the same name, '\(slug)'; give one of them another 'slug'" }
    }
}
