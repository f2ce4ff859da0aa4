/// The segmentation of a standardised series with the least sum of squares around the segments' means and a penalty for each change.
///
/// PELT: the best last change before every position, among those that a later one has not beaten for good.
struct PrunedSearch {
    /// The first index of every segment but the first, ascending.
    let changes: [Int]

    init(_ series: [Double], leastSegment: Int, penalty: Double) {
        let (sums, squares) = Self.cumulated(series)
        var best = [Double](repeating: .infinity, count: series.count + 1)
        var last = [Int](repeating: 0, count: series.count + 1)
        best[0] = -penalty
        var open: [Beginning] = []
        for end in stride(from: leastSegment, through: series.count, by: 1) {
            open.append(Beginning(index: end - leastSegment))
            var kept = 0
            for i in open.indices where end - leastSegment < open[i].beaten {
                let start = open[i].index
                let sum = sums[end] - sums[start]
                let cost = best[start] + squares[end] - squares[start] - sum * sum / Double(end - start)
                if cost + penalty < best[end] { (best[end], last[end]) = (cost + penalty, start) }
                open[kept] = Beginning(index: start, beaten: open[i].beaten, cost: cost)
                kept += 1
            }
            open.removeSubrange(kept...)
            for i in open.indices where open[i].cost >= best[end] { open[i].beaten = min(open[i].beaten, end) }
        }
        var changes: [Int] = []
        var end = last[series.count]
        while end > 0 {
            changes.append(end)
            end = last[end]
        }
        self.changes = changes.reversed()
    }

    /// A beginning that may still be the best of some later segment.
    private struct Beginning {
        let index: Int
        /// The position since which a change there is always better, which only segments that begin there or later can have.
        var beaten = Int.max
        /// Of all before the position at hand, if a segment runs from here to there.
        var cost = 0.0
    }

    private static func cumulated(_ series: [Double]) -> (sums: [Double], squares: [Double]) {
        var (sums, squares) = ([0.0], [0.0])
        for (i, value) in series.enumerated() {
            sums.append(sums[i] + value)
            squares.append(squares[i] + value * value)
        }
        return (sums, squares)
    }
}
