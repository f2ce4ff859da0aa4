import RunStatistics

/// The order in which changes are listed everywhere: what failed, then open regressions, of failures before all others, then what is
/// acknowledged, then improvements; each by size, the largest first.
struct ChangeOrder: Comparable {
    private let rank: Int
    private let size: Double

    init(_ verdict: VerdictWord, isAcknowledged: Bool, isShare: Bool, _ difference: Difference?) {
        rank =
            switch verdict {
            case _ where isAcknowledged: 3
            case .failed: 0
            case .regression: isShare ? 1 : 2
            case .improvement: 4
            default: 5
            }
        // Sizes that are printed alike are alike, so that their series stand in their own order.
        size = difference.map { (Self.size($0) * 1000).rounded() } ?? 0
    }

    /// How far the level moved, the same for a doubling and a halving; of shares in points, and where there is no ratio relative to the level before.
    private static func size(_ difference: Difference) -> Double {
        if let ratio = difference.ratio { return ratio > 0 ? max(ratio, 1 / ratio) : .infinity }
        return abs(difference.difference)
    }

    static func < (left: ChangeOrder, right: ChangeOrder) -> Bool { (left.rank, -left.size) < (right.rank, -right.size) }
}
