import AgentRuns
import JSON

/// What the two-agent programs in Python write as JSON.
///
/// The program of November 2025 names no model and no time: the model is told by the folder. Its TTFT difference is B − A. The one of October
/// 2025 names both agents' models, and its TTFT difference is A − B.
enum PythonMultiFiles {
    static let producer = Producer(program: "demo_multiagent", language: "python")

    /// Dialect J-PYMULTI-SUMMARY: whole runs, with the agents' answers.
    static func summary(_ json: JSON, of file: ImportedFile) throws(JSONError) -> [Account] {
        let folder = file.name == "summary.json" ? file.folder : file.folder.appending(file.stem)
        var accounts: [Account] = []
        for row in try json.requireArray("runs") {
            let number = try row.requireRunNumber()
            accounts.append(try account(row, key: RunKey(folder: folder.appending("run_\(number)")), .summary, .pythonMultiSummary, file))
        }
        return accounts
    }

    /// Dialect J-PYMULTI-METRICS: one such run.
    static func metrics(_ json: JSON, of file: ImportedFile) throws(JSONError) -> [Account] {
        let key = RunKey(folder: file.folder, file: file.name == "metrics.json" ? nil : file.stem)
        return [try account(json, key: key, .figures, .pythonMulti, file)]
    }

    private static func account(
        _ json: JSON, key: RunKey, _ standing: Account.Standing, _ dialect: ChimeraDialect, _ file: ImportedFile
    ) throws(JSONError) -> Account {
        var account = Account(key, standing, dialect)
        account.producer = producer
        account.scenario = try json.optionalString("scenario")
        account.runNumber = try json.optionalInteger("run_number")
        let model = PathModel.ofMultiAgent(key.folder)
        if model != nil { account.notes.append("The files name no model; it is told by the folder's name.") }
        for slot in [ChimeraSlot.collector, ChimeraSlot.insight] {
            let agent = try json.requireObject(slot)
            account.executions.append(try execution(slot, agent, model: model))
            if let response = try agent.optionalString("response") { account.reports.append(answer(response, slot: slot)) }
            if file.keepsPrivateData { account.notes += PrivateData.notes(agent: agent, result: agent, slot: slot) }
        }
        account.coordination = Coordination(
            wall: try json.optionalFigure("concurrent_wall_time_ms").map { $0 / 1000 },
            sequential: try json.optionalFigure("sequential_estimate_ms").map { $0 / 1000 },
            speedup: try json.optionalFigure("concurrency_speedup"), efficiency: try json.optionalFigure("efficiency_percent").map { $0 / 100 })
        if let delta = try json.optionalNumber("throughput_delta") { account.stated.append(.init(.throughputDelta, delta)) }
        if let delta = try json.optionalNumber("ttft_delta_ms") { account.stated.append(.init(.ttftDelta, delta)) }
        return account
    }

    private static func execution(_ slot: String, _ agent: JSON, model: String?) throws(JSONError) -> AgentExecution {
        let figures = try agent.requireObject("metrics")
        let tokens = try figures.requireFigure("tokens_generated")
        let throughput = try figures.requireFigure("throughput_tokens_per_sec")
        let failed = tokens == 0 && throughput == 0
        var metrics: [MetricID: MetricSummary] = [
            .ttft: MetricSummary(unit: "ms", n: 1, [.mean: try figures.requireFigure("ttft_ms")]),
            .outputThroughput: MetricSummary(unit: "tok/s", n: 1, [.mean: failed ? nil : throughput]),
            .outputTokens: MetricSummary(unit: "tokens", n: 1, [.sum: failed ? nil : tokens]),
            .totalDuration: MetricSummary(unit: "ms", n: 1, [.sum: try figures.requireFigure("total_duration_ms")]),
        ]
        if let wall = try figures.optionalFigure("wall_clock_ms") { metrics[.wallClock] = MetricSummary(unit: "ms", n: 1, [.sum: wall]) }
        return AgentExecution(
            slot: slot, agent: try agent.optionalString("id"), model: try agent.optionalString("model") ?? model,
            status: failed ? .failed : .completed, error: failed ? RustFigures.lostTelemetry : nil,
            configuration: try SamplingConfiguration(chimera: agent["options"]), ttftDefinition: .promptEval, metrics: metrics, callCount: 1)
    }

    /// The model's whole answer, in which nothing was written by a program.
    private static func answer(_ text: String, slot: String) -> AttachedReport {
        let bytes = Array(text.utf8)
        let lines = TextLines(bytes)
        let all = EmbeddedReport.filledRange(lines, 0..<lines.count).map { [$0] } ?? []
        return AttachedReport(slot: slot, name: "\(slot)_report.md", bytes: bytes, modelWritten: all, origin: .figuresFile)
    }

    /// Dialect J-PYMULTI-OLD-METRICS, of October 2025.
    static func oldMetrics(_ json: JSON, of file: ImportedFile) throws(JSONError) -> [Account] {
        let summary = try json.requireObject("summary")
        let key = RunKey(folder: file.folder, file: file.name == "metrics.json" ? nil : file.stem)
        var account = Account(key, .figures, .pythonMultiOld)
        account.producer = producer
        account.runNumber = try summary.optionalInteger("run_number")
        account.scenario = try (json["scenario"] == nil ? summary : json).optionalString("scenario")
        for slot in [ChimeraSlot.collector, ChimeraSlot.insight] {
            var execution = try PythonFigures.execution(slot, metrics: try json.requireObject(slot), ttft: .unknown)
            if let seconds = try json.optionalFigure("\(slot)_execution_time") {
                execution.metrics[.executionTime] = MetricSummary(unit: "s", n: 1, [.sum: seconds])
            }
            account.executions.append(execution)
        }
        account.coordination = try oldCoordination(summary)
        account.stated = try oldStated(in: summary)
        return [account]
    }

    /// The summary over runs of October 2025: it names no model, so it restates, and tells the scenario.
    static func oldSummary(_ json: JSON, of file: ImportedFile) throws(JSONError) -> [Account] {
        let scenario = try json.optionalString("scenario")
        var accounts: [Account] = []
        for row in try json.requireArray("runs") {
            let number = try row.requireRunNumber()
            var account = Account(RunKey(folder: file.folder.appending("run_\(number)")), .restatement, .pythonMultiOldSummary)
            account.scenario = scenario
            account.stated = try oldStated(in: row)
            accounts.append(account)
        }
        return accounts
    }

    private static func oldCoordination(_ json: JSON) throws(JSONError) -> Coordination {
        let speedup = try json.optionalFigure("concurrency_speedup")
        return Coordination(
            wall: try json.optionalFigure("concurrent_wall_time"), sequential: try json.optionalFigure("sequential_estimated_time"),
            speedup: speedup, efficiency: try json.optionalFigure("efficiency_percent").map { $0 / 100 } ?? speedup.map { $0 / 2 },
            contention: try json.optionalBool("resource_contention_detected"))
    }

    private static func oldStated(in json: JSON) throws(JSONError) -> [StatedFigure] {
        var figures: [StatedFigure] = []
        for (slot, name) in [(ChimeraSlot.collector, "baseline"), (ChimeraSlot.insight, "chimera")] {
            if let ttft = try json.optionalFigure("\(name)_ttft_ms") { figures.append(.init(.metric(slot: slot, .ttft, .mean), ttft)) }
            if let rate = try json.optionalFigure("\(name)_throughput") {
                figures.append(.init(.metric(slot: slot, .outputThroughput, .mean), rate))
            }
            if let seconds = try json.optionalFigure("\(name)_duration") {
                figures.append(.init(.metric(slot: slot, .executionTime, .sum), seconds))
            }
        }
        if let wall = try json.optionalFigure("concurrent_wall_time") { figures.append(.init(.wall, wall)) }
        if let speedup = try json.optionalFigure("concurrency_speedup") { figures.append(.init(.speedup, speedup)) }
        if let delta = try json.optionalNumber("throughput_delta") { figures.append(.init(.throughputDelta, delta)) }
        if let delta = try json.optionalNumber("ttft_delta_ms") { figures.append(.init(.ttftDelta, -delta)) }
        return figures
    }
}
