import Diagnostics

/// A page that somebody wrote by hand, from `content/pages`.
struct Article: Sendable {
    /// The file, as a diagnostic names it.
    let file: String
    let source: [UInt8]
    let frontMatter: FrontMatter
    /// The page's name in the site, without the ending.
    let slug: String

    var path: PagePath { PagePath("\(slug).html") }
    var title: String { frontMatter.title ?? slug }
}
