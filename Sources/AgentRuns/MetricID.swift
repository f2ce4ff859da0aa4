/// The id of a metric, in the serving tools' common terms.
public struct MetricID: RawRepresentable, Sendable, Hashable, Comparable {
    public var rawValue: String

    public init(rawValue: String) { self.rawValue = rawValue }

    public static func < (left: MetricID, right: MetricID) -> Bool { left.rawValue < right.rawValue }

    public static let ttft = MetricID(rawValue: "ttft")
    public static let tpot = MetricID(rawValue: "tpot")
    public static let itl = MetricID(rawValue: "itl")
    public static let e2eLatency = MetricID(rawValue: "e2e_latency")
    public static let outputThroughput = MetricID(rawValue: "output_throughput")
    public static let totalThroughput = MetricID(rawValue: "total_throughput")
    public static let promptThroughput = MetricID(rawValue: "prompt_throughput")
    public static let requestThroughput = MetricID(rawValue: "request_throughput")
    public static let loadDuration = MetricID(rawValue: "load_duration")
    public static let promptEvalDuration = MetricID(rawValue: "prompt_eval_duration")
    public static let evalDuration = MetricID(rawValue: "eval_duration")
    public static let totalDuration = MetricID(rawValue: "total_duration")
    public static let inputTokens = MetricID(rawValue: "input_tokens")
    public static let outputTokens = MetricID(rawValue: "output_tokens")
    public static let requestsCompleted = MetricID(rawValue: "requests_completed")
    public static let requestsFailed = MetricID(rawValue: "requests_failed")
    /// The share of requests, calls or runs that failed, in per cent.
    public static let failureRate = MetricID(rawValue: "failure_rate")
    /// From the first start to the last end of the agents of a run.
    public static let wallTime = MetricID(rawValue: "wall_time")
    public static let executionTime = MetricID(rawValue: "execution_time")
    public static let wallClock = MetricID(rawValue: "wall_clock")
    public static let goodput = MetricID(rawValue: "goodput")
    public static let power = MetricID(rawValue: "power")
    public static let energy = MetricID(rawValue: "energy")
    public static let energyPerToken = MetricID(rawValue: "energy_per_token")
    public static let tokensPerJoule = MetricID(rawValue: "tokens_per_joule")
    /// Gigabytes of a thousand million bytes, whatever unit the source has.
    public static let memory = MetricID(rawValue: "memory")
}
