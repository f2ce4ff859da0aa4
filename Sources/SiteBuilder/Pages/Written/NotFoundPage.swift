import Diagnostics

/// What a static host shows for an address that leads nowhere.
struct NotFoundPage: Page {
    static let template = "not-found"

    var path: PagePath { PagePath("404.html") }
    var title: String { "Page not found" }

    func values(in site: SiteContext, reporting diagnostics: inout [Diagnostic]) -> [String: TemplateValue] {
        ["title": .text(title), "home": .text(site.root(from: path) + PagePath.home.text), "runs": .text(site.root(from: path) + PagePath.runs.text)]
    }
}
