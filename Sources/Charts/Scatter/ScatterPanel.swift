import Bytes

/// One panel of a scatter chart: its horizontal axis, and its points at their places.
struct ScatterPanel {
    /// A point at its place: a share of the width, and pixels from the top.
    struct Place {
        let point: ScatterPoint
        let x: Double
        let y: Double
    }

    static let height = 290.0

    let title: PanelTitle
    let axis: ValueAxis
    let places: [Place]
    /// Indices of the places on the Pareto front, from the best across; empty for cold points, which have none.
    let front: [Int]
    let isCold: Bool
    /// The points of each curve that is joined, in their order.
    let curves: [[Place]]

    init(_ points: [ScatterPoint], title: PanelTitle, isCold: Bool, of chart: ScatterChart, up: ValueAxis) {
        self.title = title
        self.isCold = isCold
        let values = points.map(\.across)
        let axis =
            chart.across.isTime
            ? ValueAxis(times: values)
            : ValueAxis(values, of: chart.across.quantity) { chart.across.kind.scale(covering: $0, start: .belowData(free: 0.08)) }
        self.axis = axis
        places = points.map { Place(point: $0, x: axis.fraction(of: $0.across), y: Self.height * (1 - up.fraction(of: $0.up))) }
        let joined = Dictionary(grouping: places.filter { $0.point.line != nil }) { [$0.point.group, $0.point.line ?? 0] }
        curves = joined.filter { $0.value.count > 1 }.sorted { $0.key.lexicographicallyPrecedes($1.key) }.map(\.value)
        front = isCold ? [] : chart.front(of: points)
    }

    /// The corners of the front's step, from the worse end of the vertical axis to the worse end of the horizontal one; across as a share of
    /// the width.
    func frontSteps(across: ParetoFront.Direction?, up: ParetoFront.Direction?) -> [(x: Double, y: Double)] {
        guard let first = front.first, let last = front.last else { return [] }
        let worstY = up == .lower ? 0 : Self.height
        var corners = [(x: places[first].x, y: worstY)]
        for (index, next) in zip(front, front.dropFirst().map(Optional.some) + [nil]) {
            corners.append((places[index].x, places[index].y))
            if let next { corners.append((places[next].x, places[index].y)) }
        }
        corners.append((across == .higher ? 0 : 1, places[last].y))
        return corners
    }

    /// Points that are labelled although they are not on the front: those far from the others up, by Tukey's fences; the farthest first.
    var outliers: [Int] {
        guard !isCold, places.count >= 8, let numbers = FiveNumbers(places.map(\.y)) else { return [] }
        let reach = 1.5 * (numbers.highQuartile - numbers.lowQuartile)
        let far = places.indices.filter {
            !front.contains($0) && (places[$0].y > numbers.highQuartile + reach || places[$0].y < numbers.lowQuartile - reach)
        }
        let distance = { (index: Int) in abs(places[index].y - numbers.median) }
        return Array(far.sorted { (distance($1), $0) < (distance($0), $1) }.prefix(6))
    }
}
