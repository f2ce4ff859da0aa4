/// A level that begins to rise or fall steadily at some run and does so to the newest.
///
/// Of all beginnings the one is taken that leaves the least sum of squares; sums from the end make that one pass.
/// Source: Hinkley, "Inference about the intersection in two-phase regression" (1969).
struct HingeFit: Sendable {
    /// The last value of the level, after which the drift begins.
    let start: Int
    /// The level before the drift, on the series' scale.
    let level: Double
    /// By what each run adds.
    let slope: Double
    /// The sum of squares that is left.
    let squares: Double
    /// The sum of squares of the hinge's own course around its mean.
    let spread: Double

    /// The fewest runs that a drift is told from.
    static let leastRuns = 8

    /// - Parameter range: the part of the series since its last accepted change.
    /// - Returns: `nil` with too few values.
    init?(_ range: Range<Int>, of series: CleanSeries) {
        guard range.count >= Self.leastRuns else { return nil }
        let end = range.upperBound
        var (weight, sum, square) = (0.0, 0.0, 0.0)
        let centre = series.mean(range)
        for i in range {
            let (w, y) = (series.weights[i], series.places[i] - centre)
            (weight, sum, square) = (weight + w, sum + w * y, square + w * y * y)
        }
        // Over the values after a beginning: their weight, and the sums of h, h², and h y, where h counts runs since the beginning.
        var (w0, w1, w2, y0, y1) = (0.0, 0.0, 0.0, 0.0, 0.0)
        var best: (start: Int, slope: Double, squares: Double, mean: Double, spread: Double)?
        for start in stride(from: end - 2, through: range.lowerBound, by: -1) {
            let (w, y) = (series.weights[start + 1], series.places[start + 1] - centre)
            (w0, y0) = (w0 + w, y0 + w * y)
            w2 += 2 * w1 + w0
            w1 += w0
            y1 += y0
            guard end - start >= Self.leastRuns else { continue }
            let spread = w2 - w1 * w1 / weight
            let product = y1 - w1 * sum / weight
            let left = square - product * product / spread
            if left < best?.squares ?? .infinity { best = (start, product / spread, left, w1 / weight, spread) }
        }
        guard let best else { return nil }
        (start, slope, squares, spread) = (best.start, best.slope, max(0, best.squares), best.spread)
        level = centre - best.slope * best.mean
    }

    /// Where the drift has led at a value.
    func place(at i: Int) -> Double { level + slope * Double(max(0, i - start)) }
}
