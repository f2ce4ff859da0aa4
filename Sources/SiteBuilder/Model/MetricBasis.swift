import AgentRuns

/// What figures of a metric are of, where programs mean different things by its name: whose definition they follow, or how much of a server they
/// count.
///
/// Figures of different bases never share a series, a scale, a mean or a row. Every metric but TTFT has one at most; see `TTFTKind` for that.
struct MetricBasis: Sendable, Hashable {
    /// What tells it from the others of its metric: `one stream`, or `vLLM: (latency − TTFT) / (tokens − 1), a value for each request`.
    let name: String
    /// What a caption says of it after the metric's name: `is of one stream`.
    let phrase: String
    /// Where it stands among the others of its metric.
    private let rank: Int

    init(_ name: String, phrase: String, rank: Int = 0) {
        self.name = name
        self.phrase = phrase
        self.rank = rank
    }

    /// `Output throughput is of one stream.`
    func sentence(for metric: Metric) -> String { "\(metric.name) \(phrase)." }
}

extension MetricBasis: Comparable {
    static func < (left: MetricBasis, right: MetricBasis) -> Bool { (left.rank, left.name) < (right.rank, right.name) }
}

extension MetricBasis {
    /// Tokens per second of one request at a time, so that twice the requests give no more of them.
    static let oneStream = MetricBasis("one stream", phrase: "is of one stream", rank: 0)
    /// Tokens over the whole time of a request, the wait for the first token included, so that it falls with the prompt's length.
    static let wholeRequest = MetricBasis("one request, its wait included", phrase: "is of one request, over its whole time", rank: 1)
    /// The tokens of all requests over the time of the whole benchmark.
    static let wholeServer = MetricBasis("whole server", phrase: "is of the whole server", rank: 2)
    /// The mean of what the server gave at each moment, which weighs the moments and not the tokens.
    static let momentaryRates = MetricBasis(
        "whole server, mean of momentary rates", phrase: "is of the whole server, as the mean of momentary rates", rank: 3)

    static let oneRequest = MetricBasis("one request", phrase: "is of one request", rank: 0)
    /// Of requests that all start with the run: the later ones wait for the earlier ones, and the last one's latency is about the length of the run.
    static let allAtOnce = MetricBasis(
        "every request sent at once", phrase: "is from the start of the run, because every request is sent at once", rank: 1)
}

extension Observation {
    /// What the execution's figures of a metric are of; `nil` where every program means the same by it.
    func basis(of metric: MetricID) -> MetricBasis? {
        switch metric.base {
        case .tpot, .itl: definition(of: metric.base)
        case .outputThroughput, .totalThroughput, .promptThroughput:
            tool?.throughput(generation: generation, backend: execution.configuration["backend"]?.description)
                ?? (run.isServingBenchmark ? .wholeServer : .oneStream)
        case .e2eLatency: tool?.sendsAllAtOnce(execution.configuration) == true ? .allAtOnce : .oneRequest
        default: nil
        }
    }

    /// By the program, or by the agent's name where tidy records leave the program out.
    private var tool: ToolDefinitions? {
        if let program = run.producer.program { return ToolDefinitions.all[program] }
        return run.isServingBenchmark ? execution.agent.flatMap { name in ToolDefinitions.byTitle[name] } : nil
    }

    /// The option by which a tool says which of its definitions hold.
    private var generation: String? { run.isServingBenchmark ? execution.configuration["generation"]?.description : nil }

    /// The definition of the program, and of its generation where it says one: nothing else defines the figure alike for certain.
    private func definition(of metric: MetricID) -> MetricBasis {
        let title = [tool?.title ?? run.producer.program ?? run.producer.language ?? "program not recorded", generation.map { "generation \($0)" }]
            .compactMap(\.self).joined(separator: ", ")
        let words = tool?.definition(of: metric, generation: generation) ?? "by its own definition"
        return MetricBasis("\(title): \(words)", phrase: "of \(title): \(words)")
    }
}

extension Run {
    /// Whether a tool measured a server with many requests, rather than a program the calls of its agents.
    var isServingBenchmark: Bool { scenario == Self.servingBenchmark }

    /// The scenario of what a serving tool measured.
    static let servingBenchmark = "serving_benchmark"
}
