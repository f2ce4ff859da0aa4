/// Where on a band its label stands: above the upper edge, inside, or under the lower edge, clear of marks, lines and rules.
struct HistoryBandLabel {
    let text: String
    /// The middle of the label, as a share of the width, and its baseline, in pixels from the panel's top.
    let x: Double
    let y: Double

    /// From the baseline up to the top of the letters, and down to the foot of the longest.
    private static let ascent = 10.0
    private static let descent = 3.0
    private static let air = 5.0

    /// The whole wording clear of all rules, else over a rule where the day changes, else the short one.
    ///
    /// - Returns: `nil` where no wording has room beside everything else on wide screens; narrow ones never show it.
    static func placed(in drawing: HistoryDrawing) -> HistoryBandLabel? {
        let words = drawing.chart.words
        let changes = drawing.rings.places.map(\.x)
        let days = drawing.stretches.dropFirst().map { drawing.order.edge(before: $0.positions.lowerBound) }
        return HistoryBandLabel(words.bandLabel, in: drawing, rules: changes + days) ?? HistoryBandLabel(words.bandLabel, in: drawing, rules: changes)
            ?? HistoryBandLabel(words.band, in: drawing, rules: changes + days)
    }

    private init?(_ text: String, in drawing: HistoryDrawing, rules: [Double]) {
        guard let band = drawing.band, drawing.order.count > 0 else { return nil }
        let slots = Double(2 * drawing.order.count)
        let half = (TextWidth.of(text) / 2 + 4) / drawing.margins.plotWidth(in: ChartWidth.medium)
        let obstacles = Self.obstacles(in: drawing)
        var best: (x: Double, y: Double, slope: Double)?
        for step in 0...100 {
            let x = Double(step) / 100
            let span = (x - half)...(x + half)
            guard span.lowerBound >= 0, span.upperBound <= 1, !rules.contains(where: span.contains) else { continue }
            for (y, slope) in Self.baselines(over: span, of: band, slots: slots) where slope < (best?.slope ?? .infinity) - 0.5 {
                let rows = (y - Self.ascent - Self.air)...(y + Self.descent + Self.air)
                guard rows.lowerBound >= 0, rows.upperBound <= band.height else { continue }
                if obstacles.contains(where: { $0.x.overlaps(span) && $0.y.overlaps(rows) }) { continue }
                best = (x, y, slope)
            }
        }
        guard let best else { return nil }
        self.text = text
        x = best.x
        y = best.y
    }

    /// Baselines beside the edges that a stretch has over all of a span, with how uneven the edge is there; outside is better than inside.
    private static func baselines(over span: ClosedRange<Double>, of band: HistoryBandShape, slots: Double) -> [(y: Double, slope: Double)] {
        for stretch in band.stretches {
            guard let first = stretch.first, let last = stretch.last, Double(first.x) / slots <= span.lowerBound,
                Double(last.x) / slots >= span.upperBound
            else { continue }
            let ends = [span.lowerBound * slots, span.upperBound * slots]
            let inner = stretch.filter { ends[0] < Double($0.x) && Double($0.x) < ends[1] }
            let corners = ends.map { corner(of: stretch, at: $0) } + inner.map { ($0.upper, $0.lower) }
            let upper = corners.map(\.0)
            let lower = corners.map(\.1)
            guard let top = upper.min(), let roof = upper.max(), let bottom = lower.max(), let floor = lower.min() else { return [] }
            return [
                (top - 5, roof - top), (roof + ascent + air, roof - top + 20), (floor - air - descent, bottom - floor + 20),
                (bottom + ascent + air, bottom - floor + 10),
            ]
        }
        return []
    }

    /// The edges at a place between two corners.
    private static func corner(of stretch: [HistoryBandShape.Corner], at x: Double) -> (Double, Double) {
        guard let next = stretch.firstIndex(where: { Double($0.x) >= x }), next > 0 else {
            return stretch.first.map { ($0.upper, $0.lower) } ?? (0, 0)
        }
        let (left, right) = (stretch[next - 1], stretch[next])
        let share = (x - Double(left.x)) / Double(right.x - left.x)
        return (left.upper + share * (right.upper - left.upper), left.lower + share * (right.lower - left.lower))
    }

    /// Marks, and the boxes round the pieces of line between them.
    private static func obstacles(in drawing: HistoryDrawing) -> [(x: ClosedRange<Double>, y: ClosedRange<Double>)] {
        func place(_ point: HistoryPoint) -> (x: Double, y: Double) {
            let mark = drawing.mark(point, of: 0, in: drawing.main, style: .thin)
            return (mark.x, mark.y)
        }
        return drawing.series.flatMap { series in
            let marks = series.points.filter(\.isDrawn).map(place).map { ($0.x...$0.x, ($0.y - 4)...($0.y + 4)) }
            let pieces = drawing.segments(of: series.points).flatMap { segment in
                zip(segment, segment.dropFirst()).map { start, end in
                    let (start, end) = (place(start), place(end))
                    return (min(start.x, end.x)...max(start.x, end.x), min(start.y, end.y)...max(start.y, end.y))
                }
            }
            return marks + pieces
        }
    }
}
