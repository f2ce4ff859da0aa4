import AgentRuns
import JSON

/// Results of vLLM's `vllm bench serve` and of the older `benchmark_serving.py`, as JSON and as the block that they print.
///
/// Source: `vllm/benchmarks/serve.py` in vllm-project/vllm. Latencies are milliseconds in keys that end in `_ms`; copies of the script without any
/// such key write seconds. Percentiles are those that the user asked for.
struct VLLM: ServingFormat {
    static let name = "vllm"
    static let title = "vLLM bench serve"
    static let dataFileWins = true
    static let description = FormatDescription(
        detectedBy: "JSON with model_id, tokenizer_id, num_prompts, request_throughput; a printed block 'Serving Benchmark Result'",
        tried: ["benchmark_serving.py of 2025-04", "vllm bench serve of 2026-06 and 2026-08", "the copy that writes seconds, of 2026-02"],
        signatures: [keys])

    private static let keys: Set<String> = ["model_id", "tokenizer_id", "num_prompts", "request_throughput"]
    private static let latencies: [(MetricID, String)] = [(.ttft, "ttft"), (.tpot, "tpot"), (.itl, "itl"), (.e2eLatency, "e2el")]

    func matches(_ object: JSON) -> Bool { object.has(Self.keys) }

    func records(of object: JSON) throws(ServingRefusal) -> [ServingRecord] {
        if let field = object.firstMissing(["completed", "request_throughput", "total_input_tokens"]) { throw .missing(field: field) }
        let isInSeconds = !(object.members ?? []).contains { $0.key.hasSuffix("_ms") }
        var record = ServingRecord(dialect: isInSeconds ? "J-VLLM-SECONDS" : "J-VLLM")
        record.model = object.word("model_id")
        record.timestamp = Timestamp.epoch(seconds: object.figure("benchmark_start_time_unix")) ?? Timestamp.compact(object.word("date"))
        record.set("backend", object.word("backend") ?? object.word("endpoint_type"))
        record.set("num_prompts", object.figure("num_prompts"))
        record.set("request_rate", object.rate("request_rate"))
        record.set("concurrency", object.figure("max_concurrency"))
        for (metric, name) in Self.latencies {
            let isCounted = metric == .ttft || metric == .e2eLatency
            record.setLatency(metric, n: isCounted ? object.count("completed") : nil, scale: isInSeconds ? 1000 : 1) { statistic in
                Self.figure(statistic, of: isInSeconds ? name : name + "_ms", in: object)
            }
        }
        if !Self.latencies.contains(where: { record.metrics[$0.0] != nil }), !Self.hasLatencies(object) { throw .missing(field: "mean_ttft_ms") }
        setTotals(of: object, in: &record)
        return [record]
    }

    private func setTotals(of object: JSON, in record: inout ServingRecord) {
        let tokens = [object.figure("total_input_tokens"), object.figure("total_output_tokens")]
        let total = tokens.compactMap(\.self).reduce(0, +)
        record.setScalar(.requestThroughput, object.figure("request_throughput"))
        record.setScalar(.outputThroughput, object.figure("output_throughput"))
        record.setScalar(.promptThroughput, object.figure("input_throughput"))
        record.setScalar(.totalThroughput, object.figure("total_token_throughput") ?? object.figure("duration").map { total / $0 })
        record.setScalar(.inputTokens, tokens[0])
        record.setScalar(.outputTokens, tokens[1])
        record.setScalar(.requestsCompleted, object.figure("completed"))
        let unfinished = object.figure("num_prompts").flatMap { sent in object.figure("completed").map { sent - $0 } }
        record.setScalar(.requestsFailed, object.figure("failed") ?? unfinished)
    }

    /// Whether the latencies are there at all, measured or not: without streaming all of them are 0.
    private static func hasLatencies(_ object: JSON) -> Bool {
        latencies.contains { _, name in
            ["", "_ms"].contains { suffix in figure(.mean, of: name + suffix, in: object) ?? figure(.p50, of: name + suffix, in: object) != nil }
        }
    }

    private static func figure(_ statistic: MetricSummary.Statistic, of name: String, in object: JSON) -> Double? {
        switch statistic {
        case .mean: object.figure("mean_\(name)")
        case .stddev: object.figure("std_\(name)")
        case .p50: object.figure("p50_\(name)") ?? object.figure("median_\(name)")
        default: object.figure("\(statistic.rawValue)_\(name)")
        }
    }

    func recognizesText(_ head: FileHead) -> Bool { PrintedResults.blocks(in: head).contains { !$0.isSGLang } }

    func records(ofText file: ImportedFile) throws(ImportError) -> [ServingRecord] {
        try PrintedResults.records(of: file, dialect: "T-VLLM-STDOUT") { !$0.isSGLang }
    }
}
