/// What a metric is: its name, its unit, and which way is better.
public struct Metric: Sendable, Hashable {
    public enum Direction: String, Sendable, Hashable {
        case lowerIsBetter = "lower"
        case higherIsBetter = "higher"
        case neither
    }

    public var id: MetricID
    /// As it stands in a heading.
    public var name: String
    public var unit: String
    public var direction: Direction

    /// The known metric of an id; `nil` for one that only its source knows.
    public init?(_ id: MetricID) {
        guard let known = Self.byID[id] else { return nil }
        self = known
    }

    /// A metric that only its source knows: it goes by its id, and is not judged.
    public init(unregistered id: MetricID, unit: String) {
        self.init(id, id.rawValue, unit, .neither)
    }

    private init(_ id: MetricID, _ name: String, _ unit: String, _ direction: Direction) {
        self.id = id
        self.name = name
        self.unit = unit
        self.direction = direction
    }

    /// Every metric that this program judges or converts; a metric that is not here is kept and shown without a judgement.
    public static let registry: [Metric] = measured + MetricID.tails.compactMap(tail)

    private static func tail(_ tail: MetricID.Tail) -> Metric? {
        measured.first { $0.id == tail.of }.map { Metric(tail.id, "\($0.name) \(tail.statistic.rawValue)", $0.unit, $0.direction) }
    }

    private static let measured: [Metric] = [
        Metric(.ttft, "TTFT", "ms", .lowerIsBetter),
        Metric(.tpot, "TPOT", "ms", .lowerIsBetter),
        Metric(.itl, "Inter-token latency", "ms", .lowerIsBetter),
        Metric(.e2eLatency, "End-to-end latency", "ms", .lowerIsBetter),
        Metric(.outputThroughput, "Output throughput", "tok/s", .higherIsBetter),
        Metric(.totalThroughput, "Total throughput", "tok/s", .higherIsBetter),
        Metric(.promptThroughput, "Prompt throughput", "tok/s", .higherIsBetter),
        Metric(.requestThroughput, "Request throughput", "req/s", .higherIsBetter),
        Metric(.loadDuration, "Load", "ms", .lowerIsBetter),
        Metric(.promptEvalDuration, "Prompt evaluation", "ms", .lowerIsBetter),
        Metric(.evalDuration, "Generation", "ms", .lowerIsBetter),
        Metric(.totalDuration, "Total duration", "ms", .neither),
        Metric(.inputTokens, "Input tokens", "tokens", .neither),
        Metric(.outputTokens, "Output tokens", "tokens", .neither),
        Metric(.requestsCompleted, "Requests completed", "requests", .neither),
        Metric(.requestsFailed, "Requests failed", "requests", .lowerIsBetter),
        Metric(.failureRate, "Failure rate", "%", .lowerIsBetter),
        Metric(.wallTime, "Wall time", "s", .lowerIsBetter),
        Metric(.executionTime, "Execution time", "s", .neither),
        Metric(.wallClock, "Wall clock", "ms", .neither),
        Metric(.goodput, "Goodput", "req/s", .higherIsBetter),
        Metric(.power, "Power", "W", .lowerIsBetter),
        Metric(.energy, "Energy", "J", .lowerIsBetter),
        Metric(.energyPerToken, "Energy per token", "J/token", .lowerIsBetter),
        Metric(.tokensPerJoule, "Tokens per joule", "tok/J", .higherIsBetter),
        Metric(.memory, "Memory", "GB", .lowerIsBetter),
    ]

    private static let byID = Dictionary(uniqueKeysWithValues: registry.map { ($0.id, $0) })
}
