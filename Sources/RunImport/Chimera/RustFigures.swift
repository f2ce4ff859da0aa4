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

/// One agent of the Rust programs, whichever of them wrote it.
struct RustAgent {
    var slot: String
    var ttftDefinition = TTFTDefinition.firstChunk
    /// Whether durations are means over the runs where the calls have no stages.
    var averagesDurations: Bool

    /// Reads an agent's result object.
    ///
    /// Calls stand in `llm_calls` with their stage, or in `individual_runs` without one; where both are there, they are the same calls.
    func execution(_ json: JSON) throws(JSONError) -> AgentExecution {
        let aggregate = try json.requireObject("aggregate_metrics")
        let calls = try calls(of: json)
        let failed = RustFigures.isLost(aggregate)
        let hasStages = calls.contains { $0.stage != nil }
        let figures = RustFigures(durations: averagesDurations && !hasStages ? .mean : .sum)
        return AgentExecution(
            slot: slot, agent: try json.optionalString("agent_type"), model: try json.requireString("model"),
            status: failed ? .failed : .completed, error: failed ? RustFigures.lostTelemetry : nil,
            configuration: try SamplingConfiguration(chimera: json["configuration"]), ttftDefinition: ttftDefinition,
            timestamp: try json.chimeraTimestamp("timestamp"), metrics: try figures.metrics(of: aggregate, calls: calls.count, failed: failed),
            calls: calls, workflow: try workflow(of: json), analysed: try AnalysedData(result: Self.lastWorkflow(of: json) ?? json))
    }

    private func calls(of json: JSON) throws(JSONError) -> [Call] {
        var staged = try json.optionalArray("llm_calls")
        if staged == nil, let runs = try json.optionalArray("workflow_runs") {
            staged = try runs.flatMapEach { run throws(JSONError) in try run.optionalArray("llm_calls") ?? [] }
        }
        var calls: [Call] = []
        if let staged {
            for call in staged {
                let stage = try call.optionalString("stage")
                calls.append(try RustFigures.call(try call.require("metrics"), stage: stage, repetition: try call.optionalInteger("run_number")))
            }
        } else {
            for (index, call) in (try json.optionalArray("individual_runs") ?? []).enumerated() {
                calls.append(try RustFigures.call(call, repetition: averagesDurations ? index + 1 : nil))
            }
        }
        return calls
    }

    private func workflow(of json: JSON) throws(JSONError) -> [String: Double] {
        guard let workflow = (Self.lastWorkflow(of: json) ?? json)["workflow"] else { return [:] }
        var seconds: [String: Double] = [:]
        for stage in ["ingest", "analysis", "report", "total"] { seconds[stage] = try workflow.optionalFigure("\(stage)_seconds") }
        return seconds
    }

    /// The last repetition, which is the one that the report speaks of.
    static func lastWorkflow(of json: JSON) -> JSON? { json["workflow_runs"]?.array?.last }
}
