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
