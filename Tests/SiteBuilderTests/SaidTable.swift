import Foundation

/// A table of a page as a reader finds it: each row with its cells, where its links lead, and the verdict in it.
struct SaidTable {
    struct Row {
        let cells: [String]
        /// The files that the row's links lead to, from the root of the site.
        let links: [String]
        /// `no-change`, as the mark beside the word says.
        let mark: String?
        /// `no change`.
        let word: String?
        /// What stands under the verdict.
        let detail: String?
    }

    let rows: [Row]

    /// - Parameter path: of the page, from the root of the site.
    init(_ label: String, in html: String, at path: String) {
        guard let start = html.firstRange(of: "aria-label=\"\(label)\""), let end = html[start.upperBound...].firstRange(of: "</table>") else {
            rows = []
            return
        }
        rows = html[start.upperBound..<end.lowerBound].components(separatedBy: "<tr>").dropFirst().filter { $0.contains("<td") }.map { row in
            let cells = row.replacing("</th>", with: "\u{1}").replacing("</td>", with: "\u{1}").split(
                separator: "\u{1}", omittingEmptySubsequences: false)
            let said = SaidVerdict(row)
            return Row(
                cells: cells.dropLast().map { SaidTable.text(String($0)) }, links: SaidTable.links(in: row, from: path), mark: said?.mark,
                word: said?.word, detail: row.captures(#/<small>([^<]*)</small></td>/#).last)
        }
    }

    static func links(in html: String, from path: String) -> [String] {
        html.captures(#/href="([^"#]*)/#).map { link in
            var folders = path.split(separator: "/").dropLast().map(String.init)
            for part in link.split(separator: "/") where part != "." {
                if part == ".." { folders = folders.dropLast() } else { folders.append(String(part)) }
            }
            let joined = folders.joined(separator: "/")
            return joined.removingPercentEncoding ?? joined
        }
    }

    /// Text without tags, with plain spaces and signs.
    static func text(_ html: String) -> String {
        let plain = html.replacing(#/<[^>]*>/#, with: "").replacing(#/[\u{202F}\u{A0}\s]+/#, with: " ").replacing("−", with: "-")
        return [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&amp;", "&")].reduce(plain) { $0.replacing($1.0, with: $1.1) }
            .trimmingCharacters(in: .whitespaces)
    }
}

/// The first mark in some markup, and the word beside it.
struct SaidVerdict {
    let mark: String
    let word: String

    init?(_ html: String) {
        guard let found = html.firstMatch(of: #/<span class="v ([a-z-]+)"><svg.*?</svg>([^<]*)</span>/#) else { return nil }
        (mark, word) = (String(found.1), SaidTable.text(String(found.2)))
    }
}

/// A figure as it is printed, with how far off it may be.
struct SaidFigure {
    let value: Double
    let tolerance: Double

    /// The first number of a text: `1.80 s`, `+38 %`, `×2.4`.
    init?(_ text: String) {
        guard
            let found = text.replacing("−", with: "-").replacing(#/(\d)[\u{202F}\u{A0} ](\d{3})\b/#, with: { "\($0.1)\($0.2)" })
                .firstMatch(of: #/[-+]?\d+(\.\d+)?/#), let value = Double(found.0.replacing("+", with: ""))
        else { return nil }
        self.value = value
        tolerance = 0.5 * pow(10, -Double(found.1.map { $0.count - 1 } ?? 0)) + 1e-9
    }

    func isNear(_ exact: Double) -> Bool { abs(value - exact) <= tolerance * 1.001 + 1e-9 }
}

extension String {
    /// What the first group of each match holds.
    func captures(_ pattern: Regex<(Substring, Substring)>) -> [String] { matches(of: pattern).map { String($0.1) } }
}
