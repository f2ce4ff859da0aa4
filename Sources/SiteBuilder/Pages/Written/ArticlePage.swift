import Bytes
import Diagnostics
import Markdown

/// A page that somebody wrote by hand.
struct ArticlePage: Page {
    static let template = "article"

    let article: Article

    var path: PagePath { article.path }
    var title: String { article.title }
    var description: String? { article.frontMatter.description }
    var section: PagePath? { path }

    func values(in site: SiteContext, reporting diagnostics: inout [Diagnostic]) -> [String: TemplateValue] {
        [
            "title": .text(title),
            "meta": .optional(article.frontMatter.date?.longDate),
            "lede": .optional(article.frontMatter.description),
            "body": .html(body(in: site, reporting: &diagnostics)),
        ]
    }

    /// The page's title is its only first-level heading, so the text's own begin at the second.
    private func body(in site: SiteContext, reporting diagnostics: inout [Diagnostic]) -> ByteBuffer {
        let document = MarkdownDocument(
            parsing: article.source[article.frontMatter.body], extensions: .page, firstLine: article.frontMatter.bodyLine)
        let charts = ChartBlocks(source: SourceText(article.source, path: article.file), page: path, site: site)
        let rendering = PageRendering(
            path: article.file, topHeading: 2, idPrefix: "s-", language: site.settings.language, resolve: { resolve($0, in: site) },
            drawFence: charts.draw)
        var output = ByteBuffer()
        let report = document.render(.page(rendering), into: &output)
        diagnostics += report.diagnostics
        return output
    }

    /// A relative link of a hand-written page leads to another one by its file, to a page of the site, or to a file beside the page.
    private func resolve(_ target: LinkTarget, in site: SiteContext) -> LinkResolution {
        let parts = target.destination.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
        guard let relative = parts.first, let wanted = PagePath(relative: String(relative), to: path) else { return .unresolved }
        let anchor = parts.count > 1 ? String(parts[1]) : nil
        let candidates = [wanted, PagePath(wanted.text.replacing(/\.md$/, with: ".html"))]
        guard let found = candidates.first(where: site.contains) else { return .unresolved }
        return .url(path.link(to: found, anchor: anchor))
    }
}
