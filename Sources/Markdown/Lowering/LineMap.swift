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
