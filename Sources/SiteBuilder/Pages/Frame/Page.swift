import Bytes
import Diagnostics

/// One page of the site: where it stands, and how it is made from the site's model.
///
/// A new kind of page is one type that conforms to this, one template, and one line in `SitePlan`.
protocol Page: Sendable {
    /// The template that lays the page out, by its name without the ending.
    static var template: String { get }

    var path: PagePath { get }
    /// The words in the window's title before the site's own.
    var title: String { get }
    /// A sentence for search engines and link previews.
    var description: String? { get }
    /// The section of the navigation that the page belongs to.
    var section: PagePath? { get }

    /// Scripts that the page loads, in their order; it must say everything without them.
    var scripts: [PagePath] { get }

    /// What the template's names stand for. Every page of a kind gives the same names.
    func values(in site: SiteContext, reporting diagnostics: inout [Diagnostic]) -> [String: TemplateValue]
}

extension Page {
    var description: String? { nil }
    var section: PagePath? { nil }
    var scripts: [PagePath] { [] }
}
