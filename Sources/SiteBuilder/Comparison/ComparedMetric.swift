import AgentRuns
import RunStatistics

/// A metric as comparisons know it: the metrics of calls, and those that only whole runs have.
struct ComparedMetric: Sendable, Hashable {
    /// The metric's own id; cold calls, failures and the agents together have ids of their own.
    let id: String
    /// As it stands after the agent's name: `TTFT, warm`.
    let name: String
    let unit: String
    let direction: Metric.Direction
    /// Whether the values are shares of executions, 0 or 1 each, rather than figures.
    let isShare: Bool

    private init(id: String, name: String, unit: String, direction: Metric.Direction, isShare: Bool = false) {
        self.id = id
        self.name = name
        self.unit = unit
        self.direction = direction
        self.isShare = isShare
    }

    init(_ metric: MetricID, unit: String?) {
        let known = Metric(metric)
        self.init(
            id: metric.rawValue, name: known?.shortName ?? metric.rawValue, unit: unit ?? known?.unit ?? "", direction: known?.direction ?? .neither)
    }

    static let coldTTFT = ComparedMetric(id: "ttft_cold", name: "TTFT, cold", unit: "ms", direction: .lowerIsBetter)
    static let failureRate = failureRate(of: .runs)
    static let wallTime = ComparedMetric(.wallTime, unit: nil)
    static let speedup = ComparedMetric(id: "speedup", name: "speed-up", unit: "×", direction: .higherIsBetter)
    static let efficiency = ComparedMetric(id: "efficiency", name: "efficiency", unit: "%", direction: .higherIsBetter)
    static let contention = ComparedMetric(id: "contention", name: "contention", unit: "%", direction: .lowerIsBetter, isShare: true)

    /// - Parameter basis: what the failures are counted in.
    static func failureRate(of basis: MetricBasis) -> ComparedMetric {
        ComparedMetric(
            id: MetricID.failureRate.rawValue, name: "failure rate of \(basis.name)", unit: "%", direction: .lowerIsBetter, isShare: true)
    }

    /// The metric whose figures these are: of `ttft_p99` the TTFT.
    var base: MetricID { MetricID(rawValue: id).base }

    /// Whether it is a high percentile, which is judged among its like.
    var isTail: Bool { MetricID(rawValue: id).tail != nil }

    /// Whether it says once more what the wall time of the agents says.
    var followsFromWallTime: Bool { [Self.speedup, Self.efficiency, Self.contention].contains(self) }

    /// The ids that only comparisons have.
    static let ofRuns = [coldTTFT, failureRate, wallTime, speedup, efficiency, contention]

    /// Where rows of the metric stand among those of an agent: the judged metrics first, each in its place, what only runs have last.
    var order: Int {
        if let place = Measure.judged.firstIndex(where: { $0.rawValue == id }) { return place * 2 }
        // Cold starts come right after the TTFT of warm calls.
        if id == Self.coldTTFT.id { return 1 }
        return Self.ofRuns.firstIndex { $0.id == id }.map { 1000 + $0 } ?? 500
    }
}
