import Bytes

/// A band laid out in its panel: corners across in half slots, down in pixels, as few as show its course.
struct HistoryBandShape {
    struct Corner: Hashable {
        let x: Int
        let upper: Double
        let lower: Double
    }

    /// As many corners as a chart has marks, so that a limit of a drawn value is never moved by more than a part of a pixel.
    private static let cornerLimit = HistoryDrawing.markLimit + 20

    let stretches: [[Corner]]
    let height: Double

    init(_ band: HistoryBand, in panel: HistoryPanel) {
        let height = panel.height
        self.height = height
        func y(_ value: Double) -> Double { min(max(panel.y(of: value), 0), height) }
        let pitch = max(1, band.limits.count / (2 * Self.cornerLimit))
        let all = band.stretches.map { stretch in
            // Of a very long band, neighbouring limits share a pixel; simplifying them all would take long.
            let chosen = stretch.enumerated().filter { $0.offset.isMultiple(of: pitch) || $0.offset == stretch.count - 1 }.map(\.element)
            let middles = chosen.map { Corner(x: 2 * $0.position + 1, upper: y($0.upper), lower: y($0.lower)) }
            return Self.widened(middles)
        }
        var tolerance = 0.3
        var kept = all
        while true {
            kept = all.map { Self.simplified($0, tolerance: tolerance) }
            if kept.reduce(0, { $0 + $1.count }) <= max(Self.cornerLimit, 2 * all.count) { break }
            tolerance *= 2
        }
        stretches = kept
    }

    /// Whether an edge lies outside the panel.
    var isCut: Bool {
        stretches.contains { $0.contains { !isShown($0.upper) || !isShown($0.lower) } }
    }

    /// From the middles of the outer slots out to their edges.
    private static func widened(_ corners: [Corner]) -> [Corner] {
        guard let first = corners.first, let last = corners.last else { return [] }
        return [Corner(x: first.x - 1, upper: first.upper, lower: first.lower)] + corners
            + [Corner(x: last.x + 1, upper: last.upper, lower: last.lower)]
    }

    /// Fewer corners, so that neither edge moves by more than the tolerance.
    ///
    /// Source: Douglas and Peucker, 1973.
    private static func simplified(_ corners: [Corner], tolerance: Double) -> [Corner] {
        guard corners.count > 2 else { return corners }
        var kept: Set<Int> = [0, corners.count - 1]
        var open = [0...(corners.count - 1)]
        while let range = open.popLast() {
            let (start, end) = (corners[range.lowerBound], corners[range.upperBound])
            var farthest = (index: range.lowerBound, distance: tolerance)
            for index in range.dropFirst().dropLast() {
                let corner = corners[index]
                let share = Double(corner.x - start.x) / Double(end.x - start.x)
                let upper = abs(start.upper + share * (end.upper - start.upper) - corner.upper)
                let lower = abs(start.lower + share * (end.lower - start.lower) - corner.lower)
                if max(upper, lower) > farthest.distance { farthest = (index, max(upper, lower)) }
            }
            guard farthest.index > range.lowerBound else { continue }
            kept.insert(farthest.index)
            open.append(range.lowerBound...farthest.index)
            open.append(farthest.index...range.upperBound)
        }
        return kept.sorted().map { corners[$0] }
    }

    private func isShown(_ y: Double) -> Bool { y > 0 && y < height }

    /// Writes the area and over it its edges, but none where the band leaves the panel.
    func write(slots: Int, into buffer: inout ByteBuffer) {
        buffer.openStretched(width: 2 * slots, height: height, classes: "band")
        buffer.append("<path d=\"")
        for stretch in stretches {
            buffer.appendPath(stretch.map { ($0.x, $0.upper) } + stretch.reversed().map { ($0.x, $0.lower) })
            buffer.append("z")
        }
        buffer.append("\"/><path class=\"edge\" d=\"")
        for stretch in stretches {
            for edge in [\Corner.upper, \.lower] {
                for piece in stretch.split(whereSeparator: { !isShown($0[keyPath: edge]) }) where piece.count > 1 {
                    buffer.appendPath(piece.map { ($0.x, $0[keyPath: edge]) })
                }
            }
        }
        buffer.append("\"/></svg>")
    }
}
