import AgentRuns
import JSON

/// Tells the JSON dialects apart by their keys, and reads them.
enum ChimeraJSON {
    enum Kind {
        case rustMulti, twoAgent, summary, rustAgent, pythonAgent, ollamaBaseline
    }

    /// The kind of a file, told by the keys at its root or in the first element of its root.
    static func kind(_ json: JSON, keys: Set<String>) -> Kind? {
        if json.array != nil { return keys.isSuperset(of: ["baseline_results", "chimera_results"]) ? .pythonAgent : nil }
        if keys.isSuperset(of: ["collector", "insight"]) { return keys.contains("summary") ? .rustMulti : .twoAgent }
        if keys.isSuperset(of: ["runs", "aggregate"]) {
            let row = json["runs"]?.array?.first?.keys ?? []
            return keys.contains("agent_a") || row.contains("collector") || row.contains("baseline_throughput") ? .summary : nil
        }
        if keys.isSuperset(of: ["baseline", "chimera", "delta"]) { return .rustAgent }
        return keys == ["model", "results"] ? .ollamaBaseline : nil
    }

    static func read(_ json: JSON, of file: ImportedFile) throws(ImportError) -> ChimeraFragment {
        let keys = (json.array?.first ?? json).keys
        guard let kind = kind(json, keys: keys) else {
            throw .notARun(OtherFiles.reason(jsonKeys: keys) ?? "JSON of no known format")
        }
        do throws(JSONError) {
            return try read(json, kind, file)
        } catch {
            throw ImportError(error)
        }
    }

    private static func read(_ json: JSON, _ kind: Kind, _ file: ImportedFile) throws(JSONError) -> ChimeraFragment {
        switch kind {
        case .rustMulti:
            // The Python program of October 2025 has the same three keys, but no configuration inside.
            let isPython = json[path: "collector", "config"] == nil && json[path: "collector", "agent_type"] != nil
            return ChimeraFragment(file, isPython ? try PythonMultiFiles.oldMetrics(json, of: file) : try RustMultiFiles.metrics(json, of: file))
        case .twoAgent: return ChimeraFragment(file, try PythonMultiFiles.metrics(json, of: file))
        case .summary: return try summary(json, file)
        case .rustAgent: return ChimeraFragment(file, try RustAgentFiles.metrics(json, of: file))
        case .pythonAgent: return ChimeraFragment(file, try PythonAgentFiles.metrics(json, of: file))
        case .ollamaBaseline: return ChimeraFragment(file, [try CallTable.account(json, of: file)])
        }
    }

    private static func summary(_ json: JSON, _ file: ImportedFile) throws(JSONError) -> ChimeraFragment {
        let runs = try json.requireArray("runs")
        let aggregate = try json.requireObject("aggregate")
        func group(_ ttftSign: Double) throws(JSONError) -> GroupStatement {
            try GroupStatement(aggregate: aggregate, runs: runs.count, folder: file.folder, ttftSign: ttftSign)
        }
        var fragment: ChimeraFragment
        if json["agent_a"] != nil {
            fragment = ChimeraFragment(file, try RustMultiFiles.summary(json, of: file))
            fragment.group = try group(-1)
        } else if runs.first?["collector"] != nil {
            fragment = ChimeraFragment(file, try PythonMultiFiles.summary(json, of: file))
            fragment.group = try group(1)
        } else {
            fragment = ChimeraFragment(file, try PythonMultiFiles.oldSummary(json, of: file))
            fragment.group = try group(-1)
        }
        return fragment
    }
}
