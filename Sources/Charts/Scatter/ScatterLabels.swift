/// Where the labels of points stand: beside them, clear of marks, of the front and of each other at every width that the panel may have.
struct ScatterLabels {
    /// Where a label stands to its point, in pixels; a negative distance across means that it ends there.
    struct Label: Hashable {
        let index: Int
        let dx: Double
        let dy: Double
        /// The narrowest screens on which it has room.
        let screen: Screen
    }

    /// Classes of screens, from the narrowest on which something is shown.
    enum Screen: Sendable, Hashable {
        case any, medium, wide
    }

    /// A rectangle that moves with a point: pixels from the point across, pixels from the top down.
    private struct Box {
        let x: Double
        let across: ClosedRange<Double>
        let down: ClosedRange<Double>
    }

    private static let markReach = 6.0
    private static let spots: [(dx: Double, dy: Double)] = [
        (9, 4), (-9, 4), (9, -7), (-9, -7), (9, 15), (-9, 15), (12, -16), (-12, -16), (12, 24), (-12, 24),
    ]

    private(set) var labels: [Label] = []
    private var boxes: [Box] = []

    /// - Parameters:
    ///   - wanted: indices of the places to label, the most important first.
    ///   - lines: the curves, corner by corner.
    ///   - widths: which widths the panel may have, for each class of screens.
    init(
        of wanted: [Int], in panel: ScatterPanel, steps: [(x: Double, y: Double)], lines: [[ScatterPanel.Place]],
        widths: (Screen) -> [ClosedRange<Double>]
    ) {
        for index in wanted {
            let width = TextWidth.of(panel.places[index].point.label)
            for screen in [Screen.any, .medium, .wide] {
                let spot = Self.spots.first { spot in
                    let box = Self.box(of: panel.places[index], width: width, spot: spot)
                    return widths(screen).allSatisfy { range in
                        isFree(box, except: index, in: panel, steps: steps, widths: range)
                            && !lines.contains { Self.lies(box, on: $0, widths: range) }
                    }
                }
                guard let spot else { continue }
                labels.append(Label(index: index, dx: spot.dx, dy: spot.dy, screen: screen))
                boxes.append(Self.box(of: panel.places[index], width: width, spot: spot))
                break
            }
        }
    }

    private static func box(of place: ScatterPanel.Place, width: Double, spot: (dx: Double, dy: Double)) -> Box {
        let across = spot.dx > 0 ? spot.dx...(spot.dx + width) : (spot.dx - width)...spot.dx
        return Box(x: place.x, across: across, down: (place.y + spot.dy - 10)...(place.y + spot.dy + 3))
    }

    private func isFree(
        _ box: Box, except own: Int, in panel: ScatterPanel, steps: [(x: Double, y: Double)], widths: ClosedRange<Double>
    ) -> Bool {
        guard box.x * widths.lowerBound + box.across.lowerBound >= 4, (1 - box.x) * widths.lowerBound + 12 >= box.across.upperBound,
            box.down.lowerBound >= -4, box.down.upperBound <= ScatterPanel.height - 4
        else { return false }
        let reach = Self.markReach
        let marks = panel.places.enumerated().filter { $0.offset != own }.map { _, place in
            Box(x: place.x, across: -reach...reach, down: (place.y - reach)...(place.y + reach))
        }
        guard !(marks + boxes).contains(where: { Self.touch(box, $0, widths: widths) }) else { return false }
        return !zip(steps, steps.dropFirst()).contains { Self.crosses(box, from: $0, to: $1, widths: widths) }
    }

    /// Whether two boxes touch at any width: their distance grows with the width, so it takes all values between those at the ends.
    private static func touch(_ left: Box, _ right: Box, widths: ClosedRange<Double>) -> Bool {
        guard left.down.overlaps(right.down) else { return false }
        let distances = [widths.lowerBound, widths.upperBound].map { (right.x - left.x) * $0 }.sorted()
        return distances[0] <= left.across.upperBound - right.across.lowerBound && distances[1] >= left.across.lowerBound - right.across.upperBound
    }

    /// Whether a curve runs through a box at the least, the middle or the greatest of the widths.
    private static func lies(_ box: Box, on curve: [ScatterPanel.Place], widths: ClosedRange<Double>) -> Bool {
        let air = 1.0
        return [widths.lowerBound, (widths.lowerBound + widths.upperBound) / 2, widths.upperBound].contains { width in
            zip(curve, curve.dropFirst()).contains { start, end in
                let across = [(start.x - box.x) * width, (end.x - box.x) * width]
                // The stretch of the piece, as shares of its length, over which it is within the box across, and then down.
                let overlap = Self.stretch(from: across[0], to: across[1], within: (box.across.lowerBound - air)...(box.across.upperBound + air))
                let depth = Self.stretch(from: start.y, to: end.y, within: (box.down.lowerBound - air)...(box.down.upperBound + air))
                guard let overlap, let depth else { return false }
                return overlap.overlaps(depth)
            }
        }
    }

    /// The shares of the way from one value to another that lie within a range; `nil` for none.
    private static func stretch(from start: Double, to end: Double, within range: ClosedRange<Double>) -> ClosedRange<Double>? {
        guard start != end else { return range.contains(start) ? 0...1 : nil }
        let shares = [(range.lowerBound - start) / (end - start), (range.upperBound - start) / (end - start)].sorted()
        let (first, last) = (max(0, shares[0]), min(1, shares[1]))
        return first <= last ? first...last : nil
    }

    /// Whether a piece of the front runs through a box at one of the widths.
    private static func crosses(_ box: Box, from start: (x: Double, y: Double), to end: (x: Double, y: Double), widths: ClosedRange<Double>) -> Bool {
        let air = 2.0
        guard box.down.overlaps((min(start.y, end.y) - air)...(max(start.y, end.y) + air)) else { return false }
        let (left, right) = (min(start.x, end.x) - box.x, max(start.x, end.x) - box.x)
        let nearest = [widths.lowerBound, widths.upperBound].map { left * $0 }.min() ?? 0
        let farthest = [widths.lowerBound, widths.upperBound].map { right * $0 }.max() ?? 0
        return nearest <= box.across.upperBound + air && farthest >= box.across.lowerBound - air
    }
}
