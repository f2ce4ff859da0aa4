/// A table in plain text: aligned columns that fit a width, what is too long for the first of them on lines of its own.
struct TextTable {
    struct Column {
        let head: String
        /// Figures stand at the right.
        var isFigure = false
        /// What is left out first where the table is too wide; 0 for what never is.
        var dispensability = 0
    }

    let columns: [Column]
    let rows: [[String]]

    /// The least width of the first column, below which other columns are left out.
    private static let leastWidth = 20

    /// - Parameter width: in columns of a terminal. Where not even the columns that are never left out have room, each row's first cell stands above
    ///   the others.
    func lines(width: Int) -> [String] {
        let table = [columns.map(\.head)] + rows
        let widths = columns.indices.map { column in table.map { $0[column].terminalWidth }.max() ?? 0 }
        let least = min(widths[0], Self.leastWidth)
        var shown = Array(columns.indices.dropFirst())
        func room() -> Int { width - shown.reduce(0) { $0 + widths[$1] + 2 } }
        while room() < least, let most = shown.map({ columns[$0].dispensability }).max(), most > 0 {
            shown.removeAll { columns[$0].dispensability == most }
        }
        let isStacked = room() < least
        let first = isStacked ? width : min(widths[0], room())
        return table.flatMap { row in
            let rest = shown.map { "  " + pad(row[$0], to: widths[$0], isFigure: columns[$0].isFigure) }.joined()
            let lines = row[0].wrappedAtCommas(at: first)
            if isStacked { return lines + [rest.withoutSpacesAtEnd] }
            return [(pad(lines[0], to: first, isFigure: false) + rest).withoutSpacesAtEnd] + lines.dropFirst()
        }
    }

    private func pad(_ text: String, to width: Int, isFigure: Bool) -> String {
        let space = String(repeating: " ", count: max(0, width - text.terminalWidth))
        return isFigure ? space + text : text + space
    }
}

extension String {
    /// Lines of at most a width, broken at spaces, and within a word only where it is longer than a line.
    func wrapped(at width: Int) -> [String] {
        var lines: [String] = []
        var line = ""
        for word in split(separator: " ", omittingEmptySubsequences: false) {
            var word = word
            if !lines.isEmpty || !line.isEmpty {
                if line.terminalWidth + 1 + word.terminalWidth <= width {
                    line += " " + word
                    continue
                }
                lines.append(line)
                line = ""
            }
            while word.terminalWidth > width, let end = word.end(ofWidth: width) {
                lines.append(String(word[..<end]))
                word = word[end...]
            }
            line = String(word)
        }
        return lines + [line]
    }

    /// Lines that end at commas, and at spaces only where what stands between two commas is longer than a line.
    fileprivate func wrappedAtCommas(at width: Int) -> [String] {
        let parts = split(separator: ", ", omittingEmptySubsequences: false)
        var lines: [String] = []
        for (place, part) in parts.enumerated() {
            let text = String(part) + (place + 1 < parts.count ? "," : "")
            if let last = lines.last, last.terminalWidth + 1 + text.terminalWidth <= width {
                lines[lines.count - 1] = last + " " + text
            } else {
                lines += text.wrapped(at: width)
            }
        }
        return lines
    }

    fileprivate var withoutSpacesAtEnd: String {
        var text = self[...]
        while text.last == " " { text.removeLast() }
        return String(text)
    }
}

extension StringProtocol {
    /// How many columns of a terminal the text takes; ideographs and pictures take two.
    ///
    /// Source: Unicode Standard Annex 11, the ranges of East Asian Wide and Fullwidth, coarsely.
    var terminalWidth: Int { reduce(0) { $0 + $1.terminalWidth } }

    /// The end of as many characters as fit a width, at least one; `nil` for an empty text.
    fileprivate func end(ofWidth width: Int) -> Index? {
        var taken = 0
        for place in indices {
            taken += self[place].terminalWidth
            if taken > width { return place == startIndex ? index(after: place) : place }
        }
        return isEmpty ? nil : endIndex
    }
}

extension Character {
    private static let wide: [ClosedRange<UInt32>] = [
        0x1100...0x115F, 0x2E80...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F, 0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x1F300...0x1FAFF,
        0x20000...0x3FFFD,
    ]

    fileprivate var terminalWidth: Int {
        guard let first = unicodeScalars.first?.value, first >= 0x1100 else { return 1 }
        return Self.wide.contains { $0.contains(first) } ? 2 : 1
    }
}
