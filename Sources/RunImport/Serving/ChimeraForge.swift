import AgentRuns
import JSON

/// Results of Chimeraforge's `bench`: an array of results, one for each configuration of a sweep.
///
/// Source: `src/chimeraforge/bench/metrics.py` in Sahil170595/Chimeraforge. Latencies are milliseconds. A time to the first token of -1 was not
/// measurable; on Ollama it is the server's prompt evaluation alone. The throughput is that of single requests.
struct ChimeraForge: ServingFormat {
    static let name = "chimeraforge"
    static let title = "Chimeraforge bench"
    static let description = FormatDescription(
        detectedBy: "JSON with individual_runs, aggregate, environment.chimeraforge_version", tried: ["0.30.0 on Ollama and on vLLM"],
        signatures: [["individual_runs", "aggregate", "environment"]])

    private static let triedVersions: Set<String> = ["0.30.0"]

    func matches(_ object: JSON) -> Bool {
        object.has(["individual_runs", "aggregate", "environment"]) && object[path: "environment", "chimeraforge_version"] != nil
    }

    func records(of object: JSON) throws(ServingRefusal) -> [ServingRecord] {
        guard let aggregate = object["aggregate"], let count = aggregate.count("count") else { throw .missing(field: "aggregate.count") }
        guard aggregate["total_duration_ms"]?.members != nil else { throw .missing(field: "aggregate.total_duration_ms") }
        var record = ServingRecord(dialect: "J-CHIMERAFORGE", ttft: Self.ttftDefinition(of: object))
        record.model = object.word("model")
        record.timestamp = Timestamp.recorded(object.word("timestamp"))
        record.version = object["environment"]?.word("chimeraforge_version")
        if let version = record.version, !Self.triedVersions.contains(version) {
            record.notes.append("Version \(version) of Chimeraforge is not one that was tried; all fields that are needed are there.")
        }
        if let warnings = object["warnings"]?.array, !warnings.isEmpty { record.notes.append("The tool warned about this result.") }
        record.set("backend", object.word("backend"))
        record.set("dtype", object.word("quant"))
        record.set("workload", object.word("workload"))
        record.set("context_length", object.figure("context_length"))
        setEnvironment(object["environment"], in: &record)
        record.setLatency(.ttft, n: count, Self.statistics(aggregate["ttft_ms"], of: count, isLatency: true))
        record.setLatency(.e2eLatency, n: count, Self.statistics(aggregate["total_duration_ms"], of: count, isLatency: true))
        record.setRate(.outputThroughput, n: count, Self.statistics(aggregate["throughput_tps"], of: count, isLatency: false))
        record.setScalar(.inputTokens, Self.promptTokens(of: object))
        record.setScalar(.outputTokens, aggregate.figure("tokens_generated"))
        record.setScalar(.requestsCompleted, Double(count))
        record.setScalar(.requestsFailed, object.figure("runs").map { $0 - Double(count) })
        return [record]
    }

    /// The machine and the versions; `gpu_memory_gb` is the size of the GPU's memory in GiB, and not what was used of it.
    private func setEnvironment(_ environment: JSON?, in record: inout ServingRecord) {
        record.set("hardware", environment?.word("gpu_name"))
        record.set("gpu_memory_gb", environment?.figure("gpu_memory_gb"))
        for key in ["backend_version", "cuda_version", "gpu_driver"] {
            record.setVersion(environment?.word(key).flatMap(SettingName(key).version))
        }
    }

    /// The statistics of an aggregate; none where a value below zero says that some request has no such figure.
    private static func statistics(_ aggregate: JSON?, of count: Int, isLatency: Bool) -> (MetricSummary.Statistic) -> Double? {
        let isUsable = !isLatency || (aggregate?.figure("min") ?? 0) >= 0
        return { statistic in
            // A single value deviates from nothing.
            guard isUsable, statistic != .stddev || count > 1 else { return nil }
            return aggregate?.figure(statistic.rawValue)
        }
    }

    private static func promptTokens(of object: JSON) -> Double? {
        guard let runs = object["individual_runs"]?.array, !runs.isEmpty else { return nil }
        let tokens = runs.compactMap { $0.figure("prompt_tokens") }
        return tokens.count == runs.count ? tokens.reduce(0, +) : nil
    }

    /// What each run says of its time to the first token, in newer versions; else what the program does with the server.
    private static func ttftDefinition(of object: JSON) -> TTFTDefinition {
        let bases = Set((object["individual_runs"]?.array ?? []).compactMap { $0.word("ttft_basis") })
        if bases.count == 1, let basis = bases.first {
            if basis.contains("prefill") || basis.contains("prompt") { return .promptEval }
            if basis.contains("first") || basis.contains("client") { return .firstChunk }
            return .unknown
        }
        if bases.count > 1 { return .unknown }
        return object.word("backend") == "ollama" ? .promptEval : .serverReported
    }
}
