import Bytes
import Diagnostics

/// The frame that every page stands in: head, navigation, footer.
struct PageFrame {
    let site: SiteContext

    /// The whole page: its own template filled, then the frame around it.
    func render(_ page: some Page, reporting diagnostics: inout [Diagnostic]) -> ByteBuffer {
        let content = site.templates.render(type(of: page).template, page.values(in: site, reporting: &diagnostics))
        return site.templates.render(Self.template, values(page, content))
    }

    static let template = "page"

    func values(_ page: some Page, _ content: ByteBuffer) -> [String: TemplateValue] {
        let title = page.title.isEmpty ? site.settings.title : "\(page.title) – \(site.settings.title)"
        return [
            "language": .text(site.settings.language),
            "title": .text(title),
            "description": .optional(page.description ?? (page.path == .home ? site.settings.description : "")),
            "canonical": .optional(site.settings.baseURL.map { $0 + page.path.text }),
            "root": .text(site.root(from: page.path)),
            "site-title": .text(site.settings.title),
            "is-home": .flag(page.path == .home),
            "sections": .list(sections(page), of: ["name", "href", "is-here", "is-above"]),
            "scripts": .list(page.scripts.filter(site.contains).map { ["src": .text(page.path.link(to: $0))] }, of: ["src"]),
            "content": .html(content),
            "counts": .text(site.counts),
        ]
    }

    private func sections(_ page: some Page) -> [[String: TemplateValue]] {
        let groups = GroupKind.allCases.filter { $0 != .configurations }.map { ($0.heading, $0.index) }
        let sweeps: [(String, PagePath)] = site.contains(.sweeps) ? [("Sweeps", .sweeps)] : []
        let own: [(String, PagePath)] =
            [("Runs", .runs), ("History", .histories), ("Compare", .comparisons)] + sweeps + groups + [("Regressions", .regressions)]
        let root = site.root(from: page.path)
        return (own + site.articles.map { ($0.title, $0.path) }).map { name, target in
            [
                "name": .text(name),
                "href": .text(page.path.text == "404.html" ? root + target.text : page.path.link(to: target)),
                "is-here": .flag(page.path == target),
                "is-above": .flag(page.path != target && page.section == target),
            ]
        }
    }
}

extension SiteContext {
    /// What leads from a page to the root of the site.
    ///
    /// A host shows the page for missing addresses at any depth, so that page alone names the root by the site's own address, where it is known.
    func root(from page: PagePath) -> String {
        if page.text == "404.html", let base = settings.baseURL { return base }
        return String(repeating: "../", count: page.text.split(separator: "/").count - 1)
    }
}
