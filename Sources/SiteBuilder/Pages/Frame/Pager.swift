import Bytes

/// One page of a long list: which rows stand on it, where it stands, and the page numbers under it.
struct Pager: Sendable {
    static let rowsPerPage = 50

    /// From 1.
    let number: Int
    let count: Int

    /// Every page that a list of so many rows fills; one for an empty list.
    static func pages(forRows rows: Int) -> [Pager] {
        let count = max(1, (rows + rowsPerPage - 1) / rowsPerPage)
        return (1...count).map { Pager(number: $0, count: count) }
    }

    var isFirst: Bool { number == 1 }

    /// The rows of the whole list that stand on this page.
    func rows<Row>(of list: [Row]) -> [Row] {
        Array(list.dropFirst((number - 1) * Self.rowsPerPage).prefix(Self.rowsPerPage))
    }

    /// `1–50 of 75, newest first.`
    func extent(of rows: Int) -> String {
        let first = (number - 1) * Self.rowsPerPage
        return "\(first + 1)–\(min(first + Self.rowsPerPage, rows)) of \(rows), newest first."
    }

    /// The heading of the first page, with the number on the others.
    func title(_ heading: String) -> String { isFirst ? heading : "\(heading), page \(number)" }

    /// Where a page of the list stands whose first is at a path.
    func path(after first: PagePath) -> PagePath { isFirst ? first : first.page(number) }

    /// The markup; nothing where there is one page.
    func markup(after first: PagePath) -> ByteBuffer? {
        guard count > 1 else { return nil }
        let page = path(after: first)
        func target(_ number: Int) -> PagePath { Pager(number: number, count: count).path(after: first) }
        return .markup { output in
            output.append("<nav class=\"pager\" aria-label=\"Pages\">\n<ul>\n")
            var previous = 0
            for shown in shownNumbers {
                if shown > previous + 1 { output.append("<li>…</li>\n") }
                writeLink(shown, to: page.link(to: target(shown)), into: &output)
                previous = shown
            }
            if number < count {
                output.append("<li><a rel=\"next\"")
                output.append(attribute: "href", page.link(to: target(number + 1)))
                output.append(">Next</a></li>\n")
            }
            output.append("</ul>\n</nav>\n")
        }
    }

    /// The first, the last, and those around the current one.
    private var shownNumbers: [Int] {
        Set([1, count] + (number - 2...number + 2)).filter { (1...count).contains($0) }.sorted()
    }

    private func writeLink(_ shown: Int, to href: String, into output: inout ByteBuffer) {
        output.append("<li><a")
        output.append(attribute: "href", href)
        output.append(attribute: "aria-label", "Page \(shown)")
        if shown == number { output.append(" aria-current=\"page\"") }
        output.append(">")
        output.append(shown)
        output.append("</a></li>\n")
    }
}
