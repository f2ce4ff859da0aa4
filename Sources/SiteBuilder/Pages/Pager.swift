import Bytes

/// The page numbers under a long list.
struct Pager {
    let current: Int
    let count: Int
    let path: (Int) -> PagePath

    /// The markup; nothing where there is one page.
    func markup(from page: PagePath) -> ByteBuffer? {
        guard count > 1 else { return nil }
        return .markup { output in
            output.append("<nav class=\"pager\" aria-label=\"Pages\">\n<ul>\n")
            var previous = 0
            for number in shownNumbers {
                if number > previous + 1 { output.append("<li>…</li>\n") }
                writeLink(number, from: page, into: &output)
                previous = number
            }
            if current < count {
                output.append("<li><a rel=\"next\"")
                output.append(attribute: "href", page.link(to: path(current + 1)))
                output.append(">Next</a></li>\n")
            }
            output.append("</ul>\n</nav>\n")
        }
    }

    /// The first, the last, and those around the current one.
    private var shownNumbers: [Int] {
        Set([1, count] + (current - 2...current + 2)).filter { (1...count).contains($0) }.sorted()
    }

    private func writeLink(_ number: Int, from page: PagePath, into output: inout ByteBuffer) {
        output.append("<li><a")
        output.append(attribute: "href", page.link(to: path(number)))
        output.append(attribute: "aria-label", "Page \(number)")
        if number == current { output.append(" aria-current=\"page\"") }
        output.append(">")
        output.append(number)
        output.append("</a></li>\n")
    }
}
