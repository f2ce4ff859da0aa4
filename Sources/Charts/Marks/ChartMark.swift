import Bytes

/// One mark at its place, with what it says and where it leads.
struct ChartMark: Sendable, Hashable {
    var x: Double
    var y: Double
    var style: MarkStyle
    /// What the mark stands for: the name of its link.
    var label: String
    /// The label and the value, shown over the mark.
    var title: String
    var href: String?

    /// Writes the mark; with words only if there is room for them in the page.
    func write(withWords: Bool, into buffer: inout ByteBuffer) {
        guard withWords, let href else {
            return style.write(x: x, y: y, title: withWords && !title.isEmpty ? title : nil, into: &buffer)
        }
        buffer.append("<a tabindex=\"-1\"")
        buffer.append(attribute: "href", href)
        buffer.append(attribute: "aria-label", label)
        buffer.append("><title>")
        buffer.append(escaped: title)
        buffer.append("</title>")
        style.write(x: x, y: y, title: nil, into: &buffer)
        buffer.append("</a>")
    }

    /// About how many bytes the words and the link take beyond the bare mark.
    var wordBytes: Int {
        16 + title.utf8.count + (href.map { $0.utf8.count + label.utf8.count + 44 } ?? 8)
    }

    /// How many of the last marks can have their words and links within a number of bytes.
    static func wordedSuffix(of marks: [ChartMark], within budget: Int) -> Int {
        var left = budget
        var count = 0
        for mark in marks.reversed() {
            left -= mark.wordBytes
            guard left >= 0 else { break }
            count += 1
        }
        return count
    }
}
