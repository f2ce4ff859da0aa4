import AgentRuns
import JSON

/// What the two-agent program in Rust writes as JSON: `metrics.json` for each run, `summary.json` over the runs of a configuration.
///
/// Its TTFT difference is A − B, so that a positive one means that the second agent was faster; its throughput difference is B − A.
enum RustMultiFiles {
    static let producer = Producer(program: "demo_rust_multiagent", language: "rust")

    /// Dialects J-RSMULTI-METRICS and, with the calls of both stages, J-RSMULTI-METRICS-2.
    static func metrics(_ json: JSON, of file: ImportedFile) throws(JSONError) -> [Account] {
        let summary = try json.requireObject("summary")
        let hasStages = json[path: "collector", "result", "llm_calls"] != nil
        let key = RunKey(folder: file.folder, file: file.name == "metrics.json" ? nil : file.stem)
        var account = Account(key, .figures, hasStages ? .rustMulti2 : .rustMulti1)
        account.producer = producer
        account.scenario = try json.requireString("scenario")
        account.runNumber = try json.optionalInteger("run_number")
        for slot in [ChimeraSlot.collector, ChimeraSlot.insight] {
            let agent = try json.requireObject(slot)
            let result = try agent.requireObject("result")
            account.executions.append(try execution(slot, agent: agent, result: result))
            if account.system == nil { account.system = try result.hostSystem() }
            account.reports += try EmbeddedReport.attached(in: result, slot: slot)
            if file.keepsPrivateData { account.notes += PrivateData.notes(agent: agent, result: result, slot: slot) }
        }
        account.coordination = try coordination(summary)
        account.stated = try stated(in: summary)
        return [account]
    }

    private static func execution(_ slot: String, agent: JSON, result: JSON) throws(JSONError) -> AgentExecution {
        let config = try agent.requireObject("config")
        var execution = try RustAgent(slot: slot, averagesDurations: false).execution(result)
        execution.agent = try config.optionalString("label") ?? execution.agent
        if let options = config["options"] { execution.configuration = try SamplingConfiguration(chimera: options) }
        if let seconds = try agent.optionalFigure("execution_time_s") {
            execution.metrics[.executionTime] = MetricSummary(unit: "s", n: 1, [.sum: seconds])
        }
        return execution
    }

    /// Dialect J-RSMULTI-SUMMARY: a row for each run, which has throughput and TTFT of both agents and how they got on.
    static func summary(_ json: JSON, of file: ImportedFile) throws(JSONError) -> [Account] {
        let agents = try [(ChimeraSlot.collector, "agent_a"), (ChimeraSlot.insight, "agent_b")].map {
            (pair) throws(JSONError) -> (slot: String, json: JSON) in (pair.0, try json.requireObject(pair.1))
        }
        let folder = file.name == "summary.json" ? file.folder : file.folder.appending(file.stem)
        var accounts: [Account] = []
        for row in try json.requireArray("runs") {
            let number = try row.requireRunNumber()
            var account = Account(RunKey(folder: folder.appending("run_\(number)")), .summary, .rustMultiSummary)
            account.producer = producer
            account.scenario = try (row["scenario"] == nil ? json : row).optionalString("scenario")
            account.runNumber = number
            for agent in agents { account.executions.append(try execution(agent.slot, agent: agent.json, row: row)) }
            account.coordination = try coordination(row)
            account.stated = try stated(in: row)
            accounts.append(account)
        }
        return accounts
    }

    private static func execution(_ slot: String, agent: JSON, row: JSON) throws(JSONError) -> AgentExecution {
        AgentExecution(
            slot: slot, agent: try agent.optionalString("label"), model: try agent.requireString("model"),
            configuration: try SamplingConfiguration(chimera: agent["options"]), ttftDefinition: .firstChunk,
            metrics: [
                .ttft: MetricSummary(unit: "ms", [.mean: try row.requireFigure("\(slot)_ttft_ms")]),
                .outputThroughput: MetricSummary(unit: "tok/s", [.mean: try row.requireFigure("\(slot)_throughput")]),
            ])
    }

    private static func coordination(_ json: JSON) throws(JSONError) -> Coordination {
        Coordination(
            wall: try json.requireFigure("concurrent_wall_time_s"), sequential: try json.requireFigure("sequential_estimated_s"),
            speedup: try json.requireFigure("concurrency_speedup"), efficiency: try json.requireFigure("efficiency_percent") / 100,
            contention: try json.optionalBool("resource_contention_detected"))
    }

    private static func stated(in json: JSON) throws(JSONError) -> [StatedFigure] {
        var figures: [StatedFigure] = []
        for slot in [ChimeraSlot.collector, ChimeraSlot.insight] {
            if let ttft = try json.optionalFigure("\(slot)_ttft_ms") { figures.append(.init(.metric(slot: slot, .ttft, .mean), ttft)) }
            if let rate = try json.optionalFigure("\(slot)_throughput") {
                figures.append(.init(.metric(slot: slot, .outputThroughput, .mean), rate))
            }
        }
        if let delta = try json.optionalNumber("throughput_delta") { figures.append(.init(.throughputDelta, delta)) }
        if let delta = try json.optionalNumber("ttft_delta_ms") { figures.append(.init(.ttftDelta, -delta)) }
        return figures
    }
}

extension JSON {
    /// A run's own number, which also names its folder.
    func requireRunNumber() throws(JSONError) -> Int {
        let member = try require("run_number")
        guard let number = member.integer, number >= 0 else { throw JSONError("'run_number' must be a count", at: member.offset) }
        return number
    }
}
