import AgentRuns

/// How many calls, and of which stages, the values of a history are usually made from: what a run must have to be compared with the others.
struct UsualCalls {
    private let count: Int?
    private let stages: Set<String>

    /// A value of fewer calls than this share of the usual number is not held against the others.
    private static let leastShare = 0.75

    init(_ points: [TrajectoryPoint]) {
        let measured = points.filter { $0.value != nil }
        count = Self.mostCommon(measured.compactMap { $0.value?.n }) { $0 > $1 }
        stages = Self.mostCommon(measured.map { $0.stages }) { $0.count > $1.count } ?? []
    }

    /// Whether a thin point lacks nothing but calls, so that its value is one of the same kind, though less sure.
    func isShortOfCallsAlone(_ point: TrajectoryPoint) -> Bool { point.state == .thin && point.stages.isSuperset(of: stages) }

    /// By what the variance of a point's value is greater than that of one of the usual number of calls.
    func varianceFactor(of point: TrajectoryPoint) -> Double {
        guard let count, let n = point.value?.n, n > 0, n < count else { return 1 }
        return Double(count) / Double(n)
    }

    func isThin(_ point: TrajectoryPoint) -> Bool {
        if !point.stages.isSuperset(of: stages) { return true }
        guard let count, let n = point.value?.n else { return false }
        return Double(n) < Double(count) * Self.leastShare
    }

    /// Of several that are equally common, the one that comes first by the order given.
    private static func mostCommon<Value: Hashable>(_ values: [Value], preferring isBefore: (Value, Value) -> Bool) -> Value? {
        var counts: [Value: Int] = [:]
        for value in values { counts[value, default: 0] += 1 }
        let most = counts.values.max()
        return counts.filter { $0.value == most }.keys.sorted(by: isBefore).first
    }
}

extension TrajectoryPoint {
    /// The stages of the warm calls, where the value is made from them.
    fileprivate var stages: Set<String> {
        guard value?.statistic == .warmMedian else { return [] }
        return Set(observation.execution.calls.filter { $0.cold == false && $0.error == nil }.compactMap(\.stage))
    }
}
