import AgentRuns

@testable import SiteBuilder

/// Runs of serving benchmarks: one execution each, without calls, as the importer makes them.
enum Serving {
    /// - Parameter figures: each as the tool's mean, or as its p50 where the statistic says so.
    static func run(
        _ id: String, of program: String?, _ figures: [MetricID: Double], statistic: MetricSummary.Statistic = .mean, model: String? = "m",
        options: [String: OptionValue] = [:], definition: TTFTDefinition = .firstChunk, started: String? = "2025-11-20T10:00:00Z",
        calls: Int? = nil, cold: Int? = nil
    ) -> Run {
        var metrics: [MetricID: MetricSummary] = [:]
        for (metric, value) in figures { metrics[metric] = MetricSummary(unit: Metric(metric)?.unit ?? "", [statistic: value]) }
        return Run(
            id: id, suite: id.split(separator: "/").dropLast().joined(separator: "/"), scenario: "serving_benchmark",
            startedAt: started.flatMap { Timestamp($0) }, producer: Producer(program: program),
            executions: [
                AgentExecution(
                    slot: program ?? "tool", agent: program?.uppercased(), model: model, configuration: SamplingConfiguration(options),
                    ttftDefinition: definition, metrics: metrics, callCount: calls, coldCount: cold)
            ],
            provenance: Provenance(importer: program ?? "test"))
    }

    /// One run of an agent with two warm calls.
    static func agent(_ id: String, ttft: Double = 500, throughput: Double = 40) -> Run {
        Run(
            id: id, suite: id.split(separator: "/").dropLast().joined(separator: "/"), scenario: "single_agent",
            startedAt: Timestamp("2025-11-20T10:00:00Z"), producer: Producer(program: "bench"),
            executions: [
                AgentExecution(
                    slot: "insight", model: "m", ttftDefinition: .firstChunk,
                    calls: [1, 2].map { Call(stage: "stage \($0)", ttft: ttft, throughput: throughput, cold: false) })
            ],
            provenance: Provenance(importer: "test"))
    }
}
