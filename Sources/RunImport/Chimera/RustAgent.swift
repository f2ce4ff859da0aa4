import AgentRuns
import JSON

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
