import Bytes
import Diagnostics

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
            "body": .html(ByteBuffer()),
        ]
    }
}
