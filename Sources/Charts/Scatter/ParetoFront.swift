/// The points that no other point beats in both measures.
public enum ParetoFront {
    /// Which way a measure is better.
    public enum Direction: Sendable, Hashable {
        case lower, higher

        func isBetter(_ left: Double, than right: Double) -> Bool {
            self == .lower ? left < right : left > right
        }
    }

    /// The indices of the points on the front, from the best across to the best up.
    ///
    /// Of points that are alike in both measures only the first is on the front, and points with a measure that is not finite never are.
    public static func indices(of points: [(across: Double, up: Double)], across: Direction, up: Direction) -> [Int] {
        let sorted = points.indices.filter { points[$0].across.isFinite && points[$0].up.isFinite }.sorted { left, right in
            let (a, b) = (points[left], points[right])
            if a.across != b.across { return across.isBetter(a.across, than: b.across) }
            if a.up != b.up { return up.isBetter(a.up, than: b.up) }
            return left < right
        }
        var front: [Int] = []
        for index in sorted where front.last.map({ up.isBetter(points[index].up, than: points[$0].up) }) ?? true { front.append(index) }
        return front
    }
}
