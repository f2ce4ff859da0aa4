/// A file of the site by its path from the root, such as `runs/tr115/run_2.html`.
struct PagePath: Sendable, Hashable, Comparable {
    let text: String

    init(_ text: String) { self.text = text }

    /// The folders above the file, the nearest last.
    var folders: [PagePath] {
        text.indices.filter { text[$0] == "/" }.map { PagePath(String(text[..<$0])) }
    }

    /// The way from this page to another file, as a relative link that works on any host, in a sub-folder and from `file://`.
    func link(to target: PagePath, anchor: String? = nil) -> String {
        let (from, to) = (text.utf8, target.text.utf8)
        // Behind the last slash up to which both are the same, the rest of the target follows; each slash left of this page leads up.
        var (own, other) = (from.startIndex, to.startIndex)
        var (ownRest, otherRest) = (own, other)
        while own < from.endIndex, other < to.endIndex, from[own] == to[other] {
            let isSlash = from[own] == UInt8(ascii: "/")
            own = from.index(after: own)
            other = to.index(after: other)
            if isSlash { (ownRest, otherRest) = (own, other) }
        }
        let steps = from[ownRest...].count { $0 == UInt8(ascii: "/") }
        let way = String(repeating: "../", count: steps) + target.text[otherRest...]
        return anchor.map { "\(way)#\($0)" } ?? way
    }

    /// The path of a further page of the same list: `models/x~2.html`. No group's own name has the sign.
    func page(_ number: Int) -> PagePath { PagePath("\(text.dropLast(".html".count))~\(number).html") }

    /// Follows a relative link from a page; `nil` where it would leave the site.
    init?(relative link: String, to page: PagePath) {
        var parts = page.text.split(separator: "/").dropLast().map(String.init)
        for part in link.split(separator: "/").map({ $0.percentDecoded ?? String($0) }) {
            switch part {
            case ".": continue
            case "..":
                guard !parts.isEmpty else { return nil }
                parts.removeLast()
            default: parts.append(part)
            }
        }
        self.init(parts.joined(separator: "/"))
    }

    static func < (left: PagePath, right: PagePath) -> Bool { left.text.utf8.lexicographicallyPrecedes(right.text.utf8) }

    static let home = PagePath("index.html")
    static let runs = PagePath("runs/index.html")
    static let suites = PagePath("suites/index.html")
    static let models = PagePath("models/index.html")
    static let configurations = PagePath("configurations/index.html")

    static let histories = PagePath("history/index.html")
    static let comparisons = PagePath("compare/index.html")
    static let sweeps = PagePath("sweeps/index.html")
    static let regressions = PagePath("regressions.html")
    static let feed = PagePath("regressions.atom")

    static func history(_ id: String) -> PagePath { PagePath("history/\(id).html") }
    static func sweep(_ slug: String) -> PagePath { PagePath("sweeps/\(slug).html") }
    static func run(_ id: String) -> PagePath { PagePath("runs/\(id).html") }
    static func runData(_ id: String) -> PagePath { PagePath("runs/\(id).json") }
    static func data(_ name: String) -> PagePath { PagePath("data/\(name)") }
}
