import AgentRuns
import JSON

/// What the one-agent program in Rust writes as JSON: a baseline agent and a tuned one, one after the other.
///
/// Its TTFT difference is baseline − chimera.
enum RustAgentFiles {
    /// Dialects J-RSAGENT-METRICS-0, -1 and -2: without calls and without streaming, with runs of one call, with runs of two calls.
    static func metrics(_ json: JSON, of file: ImportedFile) throws(JSONError) -> [Account] {
        let dialect = dialect(of: json)
        var key = RunKey.singleAgent(in: file.folder)
        if file.name != "metrics.json" { key.file = file.stem }
        var account = Account(key, .figures, dialect)
        account.producer = Producer(program: "demo_rust_agent", language: "rust")
        account.scenario = ChimeraScenario.single
        for slot in [ChimeraSlot.baseline, ChimeraSlot.chimera] {
            let result = try json.requireObject(slot)
            let definition: TTFTDefinition = dialect == .rustAgent0 ? .totalDuration : .firstChunk
            let agent = RustAgent(slot: slot, ttftDefinition: definition, averagesDurations: dialect == .rustAgent1)
            account.executions.append(try agent.execution(result))
            if account.system == nil { account.system = try result.hostSystem() }
            account.reports += try EmbeddedReport.attached(in: result, slot: slot)
            if file.keepsPrivateData { account.notes += PrivateData.notes(agent: result, result: result, slot: slot) }
        }
        account.stated = try AgentDelta.stated(in: try json.requireObject("delta"))
        return [account]
    }

    private static func dialect(of json: JSON) -> ChimeraDialect {
        let agent = json["baseline"]
        if agent?["llm_calls"] != nil || agent?["workflow_runs"] != nil { return .rustAgent2 }
        return json["language"] == nil && agent?["individual_runs"] == nil ? .rustAgent0 : .rustAgent1
    }
}
