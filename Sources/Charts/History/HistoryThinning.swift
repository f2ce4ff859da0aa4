/// Fewer points of a long series, so chosen that its shape stays: the first, the last, and of each stretch the lowest, the highest and a failure.
enum HistoryThinning {
    static func thinned(_ points: [HistoryPoint], to limit: Int) -> [HistoryPoint] {
        guard points.count > limit, limit >= 8 else { return points }
        let hasFailures = points.contains { $0.kind == .failed }
        let stretches = (limit - 2) / (hasFailures ? 3 : 2)
        var kept: Set<Int> = [0, points.count - 1]
        for stretch in 0..<stretches {
            let range = points.count * stretch / stretches..<points.count * (stretch + 1) / stretches
            let valued = range.filter { points[$0].value != nil && points[$0].kind != .failed }
            let value = { (index: Int) in points[index].value ?? 0 }
            valued.min { value($0) < value($1) }.map { _ = kept.insert($0) }
            valued.max { value($0) < value($1) }.map { _ = kept.insert($0) }
            range.first { points[$0].kind == .failed }.map { _ = kept.insert($0) }
        }
        return keepingBreaks(points, kept)
    }

    /// Where a dropped point broke the line, the next kept one does.
    private static func keepingBreaks(_ points: [HistoryPoint], _ kept: Set<Int>) -> [HistoryPoint] {
        var result: [HistoryPoint] = []
        var isBroken = false
        for (index, point) in points.enumerated() {
            guard kept.contains(index) else {
                isBroken = isBroken || point.startsLine || !point.isJoined
                continue
            }
            var point = point
            point.startsLine = point.startsLine || isBroken
            isBroken = false
            result.append(point)
        }
        return result
    }
}
