import AgentRuns
import JSON

/// Results of NVIDIA AIPerf: `profile_export_aiperf.json` and the CSV file beside it.
///
/// Source: `src/aiperf/metrics/types` and `src/aiperf/exporters` in ai-dynamo/aiperf. Every metric names its own unit. What the tool calls
/// inter-token latency is a mean for each request, not the gaps between chunks.
struct AIPerf: ServingFormat {
    static let name = "aiperf"
    static let title = "AIPerf"
    static let description = FormatDescription(
        detectedBy: "JSON with input_config, request_latency and aiperf_version, benchmark_duration or was_cancelled; CSV Metric,avg,… with std",
        tried: ["0.1.1, 0.3.0, 0.5.0, 0.7.0 and 0.8.0", "0.9.0 to 0.11.0 (schema 1.3)", "0.13.0 (schema 1.4)"])

    /// Schemas that were tried, or whose description was read.
    private static let knownSchemas: Set<String> = ["1.0", "1.1", "1.3", "1.4"]

    func matches(_ object: JSON) -> Bool { PerfExport.isAIPerf(object) == true }

    func records(of result: JSON) throws(ServingRefusal) -> [ServingRecord] {
        let object = PerfExport.flattened(result)
        if PerfExport.scalar("request_latency", of: object) == nil, (Self.errors(of: object) ?? 0) > 0 {
            throw .notAResult("no request was completed, so the field 'request_latency.avg' is missing")
        }
        var record = ServingRecord(dialect: "J-AIPERF")
        record.version = object.word("aiperf_version")
        if let schema = object.word("schema_version"), !Self.knownSchemas.contains(schema) {
            record.notes.append("Schema \(schema) of AIPerf is not one that was tried; all fields that are needed are there.")
        }
        if object["was_cancelled"]?.bool == true { record.notes.append("The benchmark was cancelled before its end.") }
        for (metric, name) in PerfExport.latencies { PerfExport.setLatency(metric, name, of: object, in: &record) }
        guard record.metrics[.e2eLatency] != nil || PerfExport.scalar("request_latency", of: object) != nil else {
            throw .missing(field: "request_latency.avg")
        }
        setLoad(of: object, in: &record)
        record.timestamp = Self.start(of: object)
        record.setScalar(.outputThroughput, PerfExport.scalar("output_token_throughput", of: object))
        record.setScalar(.totalThroughput, PerfExport.scalar("total_token_throughput", of: object))
        record.setScalar(.promptThroughput, PerfExport.scalar("input_token_throughput", of: object))
        record.setScalar(.requestThroughput, PerfExport.scalar("request_throughput", of: object))
        record.setScalar(.goodput, PerfExport.scalar("goodput", of: object))
        record.setScalar(.requestsCompleted, PerfExport.scalar("request_count", of: object))
        record.setScalar(.requestsFailed, PerfExport.scalar("error_request_count", of: object) ?? Self.errors(of: object))
        record.setScalar(.inputTokens, PerfExport.scalar("total_isl", of: object) ?? object["input_sequence_length"]?.figure("sum"))
        record.setScalar(.outputTokens, PerfExport.scalar("total_osl", of: object) ?? object["output_sequence_length"]?.figure("sum"))
        return [record]
    }

    private func setLoad(of object: JSON, in record: inout ServingRecord) {
        guard let input = object["input_config"] else { return }
        let names = input[path: "endpoint", "model_names"]?.array?.first?.string
        record.model = names ?? input[path: "models", "items"]?.array?.first?.word("name")
        record.set("streaming", input[path: "endpoint", "streaming"]?.bool)
        let synthetic = input["datasets"]?.array?.first?["prompts"]
        record.setLength("isl", input[path: "input", "prompt", "input_tokens"] ?? synthetic?["isl"])
        record.setLength("osl", input[path: "input", "prompt", "output_tokens"] ?? synthetic?["osl"])
        let phase = input["phases"]?.array?.first { $0.word("name") == "profiling" }
        for load in [input["loadgen"], phase].compactMap(\.self) {
            record.set("concurrency", load.figure("concurrency"))
            record.set("request_rate", load.rate("request_rate") ?? load.rate("rate"))
        }
    }

    /// The first request's time where it is there, because it has a zone; the start that is written out has none.
    private static func start(of object: JSON) -> Timestamp? {
        if let first = object["min_request_timestamp"], let value = first.figure("avg"),
            let scale = PerfExport.milliseconds(in: first.word("unit") ?? "ns"), let time = Timestamp.epoch(seconds: value * scale / 1000)
        {
            return time
        }
        return Timestamp.recorded(object.word("start_time"))
    }

    private static func errors(of object: JSON) -> Double? {
        object["error_summary"]?.array.map { $0.compactMap { $0.figure("count") }.reduce(0, +) }
    }

    func recognizesText(_ head: FileHead) -> Bool { PerfTable.isIn(head, withDeviation: true) }

    func records(ofText file: ImportedFile) throws(ImportError) -> [ServingRecord] {
        let table = try PerfTable(file.bytes)
        var record = ServingRecord(dialect: "T-AIPERF-CSV")
        table.fill(&record)
        record.setScalar(.requestsFailed, table.figure("error request count"))
        record.setScalar(.totalThroughput, table.figure("total token throughput"))
        record.setScalar(.promptThroughput, table.figure("input token throughput"))
        record.setScalar(.inputTokens, table.figure("total input sequence length") ?? table.figure("input sequence length", "sum"))
        record.setScalar(.outputTokens, table.figure("total output sequence length") ?? table.figure("output sequence length", "sum"))
        return [record]
    }
}
