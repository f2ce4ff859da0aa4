import AgentRuns
import JSON

/// The figures that the Rust programs write for an agent: `aggregate_metrics`, and one object of the same shape for each call.
struct RustFigures {
    /// Whether durations are the sum over the calls or their mean.
    var durations: MetricSummary.Statistic

    /// What a run says of a call whose counters the server never sent: first chunk and end were seen, the rest is not measured.
    static let lostTelemetry = "the server's token counts and timings did not arrive"

    func metrics(of aggregate: JSON, calls: Int, failed: Bool) throws(JSONError) -> [MetricID: MetricSummary] {
        let n = calls > 0 ? calls : nil
        let throughput = try aggregate.requireFigure("average_tokens_per_second")
        let tokens = try aggregate.requireFigure("total_tokens_generated")
        var metrics: [MetricID: MetricSummary] = [
            .ttft: MetricSummary(unit: "ms", n: n, [.mean: try aggregate.requireFigure("average_ttft_ms")]),
            .outputThroughput: MetricSummary(unit: "tok/s", n: n, [.mean: failed ? nil : throughput]),
            .outputTokens: MetricSummary(unit: "tokens", n: n, [.sum: failed ? nil : tokens]),
            .totalDuration: MetricSummary(unit: "ms", n: n, [durations: try aggregate.requireFigure("total_duration_ms")]),
        ]
        for (key, metric) in [("prompt_eval", MetricID.promptEvalDuration), ("eval", .evalDuration), ("load", .loadDuration)] {
            guard let value = try aggregate.optionalFigure("\(key)_duration_ms") else { continue }
            metrics[metric] = MetricSummary(unit: "ms", n: n, [durations: failed ? nil : value])
        }
        if let deviation = try aggregate.optionalFigure("stddev_ttft") { metrics[.ttft]?[.stddev] = calls > 1 ? deviation : nil }
        if let deviation = try aggregate.optionalFigure("stddev_throughput") {
            metrics[.outputThroughput]?[.stddev] = calls > 1 && !failed ? deviation : nil
        }
        return metrics
    }

    /// Reads one call. Counters that are all zero were lost, not measured.
    static func call(_ json: JSON, stage: String? = nil, repetition: Int? = nil) throws(JSONError) -> Call {
        var call = Call(
            stage: stage, repetition: repetition, ttft: try json.optionalFigure("ttft_ms"), load: try json.optionalFigure("load_duration_ms"),
            promptEval: try json.optionalFigure("prompt_eval_duration_ms"), eval: try json.optionalFigure("eval_duration_ms"),
            total: try json.requireFigure("total_duration_ms"), outputTokens: try json.optionalInteger("tokens_generated"),
            throughput: try json.optionalFigure("throughput_tokens_per_sec"))
        if call.outputTokens ?? 0 == 0, call.eval ?? 0 == 0, call.throughput ?? 0 == 0 {
            call.load = nil
            call.promptEval = nil
            call.eval = nil
            call.outputTokens = nil
            call.throughput = nil
            call.error = lostTelemetry
        }
        call.cold = Call.isCold(load: call.load)
        return call
    }

    /// Whether an agent's counters are all zero, so that nothing but its times was measured.
    static func isLost(_ aggregate: JSON) -> Bool {
        aggregate["total_tokens_generated"]?.number == 0 && aggregate["average_tokens_per_second"]?.number == 0
    }
}
