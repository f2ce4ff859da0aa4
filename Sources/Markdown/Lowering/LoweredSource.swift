/// A source in which the extensions are written as plain CommonMark with marks, and what those marks stand for.
struct LoweredSource {
    var bytes: [UInt8]
    var marks: MarkNames
    /// In the order of the source.
    var tables: [LoweredTable] = []
    /// Whether each task item is done, by the line it begins on.
    var taskItems: [Int: Bool] = [:]
    var autolinks: [Autolink] = []
    var lines = LineMap()
}

/// A table written as a run of headings, one for each cell.
struct LoweredTable {
    /// The line of the first cell.
    var line: Int
    var alignments: [TableAlignment]
    /// How many cells each row wrote; the first row is the header.
    var rows: [Int]
}

/// A bare address that became a link.
struct Autolink {
    var destination: [UInt8]
    var text: [UInt8]
}

/// Which line of the whole file a line of the lowered source came from.
struct LineMap {
    /// Where the distance between the two changes, in order.
    private var changes: [(line: Int, distance: Int)] = []

    /// From `line` on, lowered lines come from `line + distance`.
    mutating func change(at line: Int, distance: Int) {
        if changes.last?.distance == distance { return }
        changes.append((line, distance))
    }

    func sourceLine(of line: Int) -> Int {
        var low = 0
        var high = changes.count
        while low < high {
            let middle = (low + high) / 2
            if changes[middle].line <= line { low = middle + 1 } else { high = middle }
        }
        return low == 0 ? line : line + changes[low - 1].distance
    }
}
