/// Which of six steps of colour a value has: the last is the best, whatever the direction of the metric.
struct HeatmapSteps: Sendable, Hashable {
    static let count = 6

    private let weakest: Double
    private let best: Double

    /// Six equal steps from the value that a tenth of all do not reach to the best one, so that one bad cell does not make all others alike.
    ///
    /// The tenth is taken by Hazen's rule (type 5), which leaves room for the worst of the few values that a map has.
    ///
    /// - Returns: `nil` without a value.
    /// - Source: Hyndman & Fan, 1996, definition 5.
    init?(_ values: [Double], higherIsBetter: Bool) {
        let fromWorst = higherIsBetter ? values.sorted() : values.sorted(by: >)
        guard let last = fromWorst.last else { return nil }
        let place = min(max(0.1 * Double(fromWorst.count) - 0.5, 0), Double(fromWorst.count - 1))
        let below = Int(place)
        let above = min(below + 1, fromWorst.count - 1)
        weakest = fromWorst[below] + (place - Double(below)) * (fromWorst[above] - fromWorst[below])
        best = last
    }

    /// From 0, the weakest, to 5.
    func step(of value: Double) -> Int {
        guard best != weakest else { return value == best ? Self.count - 1 : 0 }
        let share = (value - weakest) / (best - weakest)
        return min(max(Int((share * Double(Self.count)).rounded(.down)), 0), Self.count - 1)
    }
}
