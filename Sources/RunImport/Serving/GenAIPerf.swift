import AgentRuns
import JSON

/// Results of NVIDIA GenAI-Perf, AIPerf's predecessor: `profile_export_genai_perf.json` and the CSV file beside it.
///
/// Source: `genai-perf/genai_perf/export_data` in triton-inference-server/perf_analyzer. Neither file has a date. Without streaming the tool still
/// writes a time to the first token, which is that of the whole request.
struct GenAIPerf: ServingFormat {
    static let name = "genai-perf"
    static let title = "GenAI-Perf"
    static let description = FormatDescription(
        detectedBy: "JSON with input_config, request_latency and none of AIPerf's own keys; CSV Metric,avg,… without std",
        tried: ["0.0.8 to 0.0.16", "CSV files of 2024 and 2025"], signatures: [])

    func matches(_ object: JSON) -> Bool { PerfExport.isAIPerf(object) == false }

    func records(of object: JSON) throws(ServingRefusal) -> [ServingRecord] {
        guard PerfExport.scalar("request_latency", of: object) != nil else { throw .missing(field: "request_latency.avg") }
        var record = ServingRecord(dialect: "J-GENAI-PERF")
        let input = object["input_config"]
        // Releases of 2024 wrote their command's options into one flat object.
        let streaming = (input?[path: "endpoint", "streaming"] ?? input?["streaming"])?.bool
        record.model = (input?["model_names"] ?? input?["model"])?.array?.first?.string
        record.set("streaming", streaming)
        let load = input?[path: "perf_analyzer", "stimulus"] ?? input
        record.set("concurrency", load?.figure("concurrency"))
        record.set("request_rate", load?.rate("request_rate"))
        if let prompts = input?["input"], prompts.word("prompt_source") == "synthetic" {
            record.setLength("isl", prompts["synthetic_tokens"])
            record.setLength("osl", prompts["output_tokens"])
        }
        for (metric, name) in PerfExport.latencies where metric != .ttft || streaming != false {
            PerfExport.setLatency(metric, name, of: object, in: &record)
        }
        let requests = PerfExport.scalar("request_count", of: object)
        record.setScalar(.outputThroughput, PerfExport.scalar("output_token_throughput", of: object))
        record.setScalar(.requestThroughput, PerfExport.scalar("request_throughput", of: object))
        record.setScalar(.goodput, PerfExport.scalar("request_goodput", of: object))
        record.setScalar(.requestsCompleted, requests)
        record.setScalar(.inputTokens, Self.total(PerfExport.scalar("input_sequence_length", of: object), requests))
        record.setScalar(.outputTokens, Self.total(PerfExport.scalar("output_sequence_length", of: object), requests))
        return [record]
    }

    func recognizesText(_ head: FileHead) -> Bool { PerfTable.isIn(head, withDeviation: false) }

    func records(ofText file: ImportedFile) throws(ImportError) -> [ServingRecord] {
        let table = try PerfTable(file.bytes)
        var record = ServingRecord(dialect: "T-GENAI-PERF-CSV")
        table.fill(&record)
        let requests = table.figure("request count")
        record.setScalar(.inputTokens, Self.total(table.figure("input sequence length", "avg"), requests))
        record.setScalar(.outputTokens, Self.total(table.figure("output sequence length", "avg"), requests))
        return [record]
    }

    /// The tokens of all requests, of which the tool writes the mean.
    private static func total(_ mean: Double?, _ requests: Double?) -> Double? {
        mean.flatMap { mean in requests.map { (mean * $0).rounded() } }
    }
}
