import AgentRuns

/// What the top of a hand-written Markdown page says about the page, and where its text begins.
struct FrontMatter: Sendable, Hashable {
    var title: String?
    var description: String?
    var date: Timestamp?
    /// The page's place among its neighbours; the lowest first.
    var order: Int?
    /// A draft is not published.
    var draft = false
    /// The page's file name without its ending, where it is not to be that of the Markdown file.
    var slug: String?
    /// The bytes of the file that are Markdown.
    var body: Range<Int>
    /// The line of the file on which the Markdown begins, from 1.
    var bodyLine = 1

    /// Whether a text can be a page's file name on every host: ASCII letters, digits, `-`, `_` and single dots between them.
    static func isSafeSlug(_ text: String) -> Bool {
        text.utf8.count <= 100 && text.wholeMatch(of: /[A-Za-z0-9_][A-Za-z0-9_-]*(\.[A-Za-z0-9_-]+)*/) != nil
    }
}
