import AgentRuns
import JSON

/// What the one-agent program in Python writes as JSON: an array with one element for each run, each with a baseline and a tuned agent.
///
/// Times have no zone: they are local to the machine. Its TTFT difference is baseline − chimera.
enum PythonAgentFiles {
    /// Dialects J-PYAGENT-METRICS (October 2025) and J-PYAGENT-METRICS-2, which counts requests under another name.
    static func metrics(_ json: JSON, of file: ImportedFile) throws(JSONError) -> [Account] {
        var accounts: [Account] = []
        for (index, element) in (json.array ?? []).enumerated() {
            let isSecond = isSecondRevision(element)
            let number = try element.optionalInteger("run_number") ?? index + 1
            var key = RunKey.singleAgent(in: file.folder, number: number)
            if file.name != "metrics.json" { key.file = file.stem }
            var account = Account(key, .figures, isSecond ? .pythonAgent2 : .pythonAgent1)
            account.producer = Producer(program: "demo_agent", language: "python")
            account.scenario = ChimeraScenario.single
            account.runNumber = number
            for slot in [ChimeraSlot.baseline, ChimeraSlot.chimera] {
                let results = try element.requireObject("\(slot)_results")
                account.executions.append(try execution(slot, results: results, run: element, isSecond: isSecond))
                if let text = try results.optionalString("report") { account.reports.append(EmbeddedReport.attached(text, slot: slot)) }
            }
            if let delta = element["performance_delta"], delta.members != nil { account.stated = try AgentDelta.stated(in: delta) }
            accounts.append(account)
        }
        return accounts
    }

    private static func isSecondRevision(_ element: JSON) -> Bool {
        let metrics = element[path: "baseline_results", "metrics"]
        return metrics?[path: "aggregate_metrics", "request_count"] != nil || metrics?["request_count"] != nil
            || metrics?["execution_summary"]?.members != nil
    }

    private static func execution(_ slot: String, results: JSON, run: JSON, isSecond: Bool) throws(JSONError) -> AgentExecution {
        let metrics = try results.requireObject("metrics")
        var execution = try PythonFigures.execution(slot, metrics: metrics, ttft: isSecond ? .promptEval : .unknown)
        execution.timestamp = try results.chimeraTimestamp("start_time")
        execution.analysed = try AnalysedData(result: results)
        if execution.analysed == nil, let files = try results.optionalInteger("benchmark_data_count") {
            execution.analysed = AnalysedData(files: ["total": files])
        }
        if let seconds = try results.optionalFigure("execution_time") {
            execution.metrics[.executionTime] = MetricSummary(unit: "s", n: 1, [.sum: seconds])
        }
        if let seconds = try run.optionalFigure("\(slot)_duration") {
            execution.metrics[.wallClock] = MetricSummary(unit: "ms", n: 1, [.sum: seconds * 1000])
        }
        return execution
    }
}

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
