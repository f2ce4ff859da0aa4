import Foundation

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
        let from = text.split(separator: "/").dropLast()
        let to = target.text.split(separator: "/")
        let shared = zip(from, to.dropLast()).prefix { $0 == $1 }.count
        let steps = Array(repeating: "..", count: from.count - shared) + to.dropFirst(shared).map(String.init)
        return steps.joined(separator: "/") + (anchor.map { "#\($0)" } ?? "")
    }

    /// The path of a further page of the same list: `models/x~2.html`. No group's own name has the sign.
    func page(_ number: Int) -> PagePath { PagePath("\(text.dropLast(".html".count))~\(number).html") }

    /// Follows a relative link from a page; `nil` where it would leave the site.
    init?(relative link: String, to page: PagePath) {
        var parts = page.text.split(separator: "/").dropLast().map(String.init)
        for part in link.split(separator: "/").map({ $0.removingPercentEncoding ?? String($0) }) {
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
