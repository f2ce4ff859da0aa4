/// The range in which each value was expected, given those before it: an area with dotted edges behind the line of one series.
public struct HistoryBand: Sendable, Hashable {
    /// What was expected at one position.
    public struct Limits: Sendable, Hashable {
        /// The place in the order, from 0.
        public var position: Int
        /// In the chart's quantity.
        public var lower: Double
        public var upper: Double
        /// Whether the band is a new one from here on, which does not join the one before.
        public var startsBand: Bool

        public init(at position: Int, lower: Double, upper: Double, startsBand: Bool = false) {
            self.position = position
            self.lower = lower
            self.upper = upper
            self.startsBand = startsBand
        }
    }

    /// In the order of their positions; a position that is left out is a gap in the band.
    public var limits: [Limits]

    /// Limits that are not finite, or whose lower one lies above the upper, are left out.
    public init(limits: [Limits]) {
        self.limits = limits.filter { $0.lower.isFinite && $0.upper.isFinite && $0.lower <= $0.upper }
    }

    /// The limits in pieces without a gap.
    var stretches: [[Limits]] {
        limits.reduce(into: []) { stretches, limit in
            if let last = stretches.last?.last, last.position + 1 == limit.position, !limit.startsBand {
                stretches[stretches.count - 1].append(limit)
            } else {
                stretches.append([limit])
            }
        }
    }

    func limits(at position: Int) -> Limits? {
        limits.first { $0.position == position }
    }
}
