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
        // Beginnings that may still be the best of some later segment, and since when each is beaten.
        var starts: [(index: Int, beaten: Int)] = []
        for end in leastSegment...max(leastSegment, series.count) where end <= series.count {
            starts.append((end - leastSegment, .max))
            // What is beaten at a position loses to a change there, which only segments long enough can have.
            starts.removeAll { end - leastSegment >= $0.beaten }
            for start in starts {
                let cost = best[start.index] + Self.cost(sums, squares, start.index, end)
                if cost + penalty < best[end] { (best[end], last[end]) = (cost + penalty, start.index) }
            }
            for i in starts.indices where starts[i].beaten == .max {
                let start = starts[i].index
                if best[start] + Self.cost(sums, squares, start, end) >= best[end] { starts[i].beaten = end }
            }
        }
        var changes: [Int] = []
        var end = last[series.count]
        while end > 0 {
            changes.append(end)
            end = last[end]
        }
        self.changes = changes.reversed()
    }

    private static func cumulated(_ series: [Double]) -> (sums: [Double], squares: [Double]) {
        var (sums, squares) = ([0.0], [0.0])
        for (i, value) in series.enumerated() {
            sums.append(sums[i] + value)
            squares.append(squares[i] + value * value)
        }
        return (sums, squares)
    }

    /// The sum of squared distances from the mean, from one index to before another.
    private static func cost(_ sums: [Double], _ squares: [Double], _ start: Int, _ end: Int) -> Double {
        let sum = sums[end] - sums[start]
        return squares[end] - squares[start] - sum * sum / Double(end - start)
    }
}
