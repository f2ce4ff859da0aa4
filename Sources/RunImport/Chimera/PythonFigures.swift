import AgentRuns
import JSON

/// The figures that the Python programs write for an agent.
enum PythonFigures {
    /// Reads an object with `model`, `configuration` and `aggregate_metrics`, whose 95th percentiles stand in the place of deviations.
    static func execution(_ slot: String, metrics json: JSON, ttft definition: TTFTDefinition) throws(JSONError) -> AgentExecution {
        let aggregate = try json.requireObject("aggregate_metrics")
        let counter = [aggregate, json["execution_summary"], json].first { $0?["request_count"] != nil } ?? nil
        let calls = try counter?.optionalInteger("request_count") ?? aggregate["total_requests"]?.integer
        let failed = RustFigures.isLost(aggregate)
        var metrics: [MetricID: MetricSummary] = [
            .ttft: MetricSummary(unit: "ms", n: calls, [.mean: try aggregate.requireFigure("average_ttft_ms")]),
            .outputThroughput: MetricSummary(
                unit: "tok/s", n: calls, [.mean: failed ? nil : try aggregate.requireFigure("average_tokens_per_second")]),
        ]
        if let tokens = try aggregate.optionalFigure("total_tokens_generated") {
            metrics[.outputTokens] = MetricSummary(unit: "tokens", n: calls, [.sum: failed ? nil : tokens])
        }
        if let duration = try aggregate.optionalFigure("total_duration_ms") {
            metrics[.totalDuration] = MetricSummary(unit: "ms", n: calls, [.sum: duration])
        }
        if let p95 = try aggregate.optionalFigure("p95_ttft_ms") { metrics[.ttft]?[.p95] = p95 }
        if let p95 = try aggregate.optionalFigure("p95_tokens_per_second"), !failed { metrics[.outputThroughput]?[.p95] = p95 }
        return AgentExecution(
            slot: slot, agent: try json.optionalString("agent_type"), model: try json.requireString("model"),
            status: failed ? .failed : .completed, error: failed ? RustFigures.lostTelemetry : nil,
            configuration: try SamplingConfiguration(chimera: json["configuration"]), ttftDefinition: definition, metrics: metrics,
            callCount: calls)
    }
}
