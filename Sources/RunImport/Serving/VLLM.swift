import AgentRuns
import JSON

/// Results of vLLM's `vllm bench serve` and of the older `benchmark_serving.py`, as JSON and as the block that they print.
///
/// Source: `vllm/benchmarks/serve.py` in vllm-project/vllm. Latencies are milliseconds in keys that end in `_ms`; copies of the script without any
/// such key write seconds. Percentiles are those that the user asked for.
struct VLLM: ServingFormat {
    static let name = "vllm"
    static let title = "vLLM bench serve"
    static let description = FormatDescription(
        detectedBy: "JSON with model_id, tokenizer_id, num_prompts, request_throughput; a printed block 'Serving Benchmark Result'",
        tried: [
            "benchmark_serving.py of 2024-09 and of 0.8.0 to 0.10.0", "vllm bench serve of 0.9.0 to 0.12.0 and 0.33.0, its sweeps",
            "the copy that writes seconds, of 2026-02",
        ],
        signatures: [keys])

    private static let keys: Set<String> = ["model_id", "tokenizer_id", "num_prompts", "request_throughput"]
    private static let latencies: [(MetricID, String)] = [(.ttft, "ttft"), (.tpot, "tpot"), (.itl, "itl"), (.e2eLatency, "e2el")]

    func matches(_ object: JSON) -> Bool { object.has(Self.keys) }

    func records(of object: JSON) throws(ServingRefusal) -> [ServingRecord] {
        // A sweep numbers its warm-ups below zero and leaves them out of its own summary.
        if let number = object.figure("run_number"), number < 0 { throw .notAResult("a warm-up of a sweep") }
        if let field = object.firstMissing(["completed", "request_throughput", "total_input_tokens"]) { throw .missing(field: field) }
        let isInSeconds = Self.hasLatencies(object, suffix: "") && !(object.members ?? []).contains { $0.key.hasSuffix("_ms") }
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
                object.figure(statistic, of: isInSeconds ? name : name + "_ms")
            }
        }
        if !Self.hasLatencies(object, suffix: ""), !Self.hasLatencies(object, suffix: "_ms") {
            // Some other name for a latency is a version that is not known; none at all is a run that asked for none.
            if (object.members ?? []).contains(where: { Self.isStatistic($0.key) }) { throw .missing(field: "mean_ttft_ms") }
            record.notes.append("The tool was asked for no latencies.")
        }
        setTotals(of: object, in: &record)
        VLLMSettings.take(from: object, into: &record)
        return [record]
    }

    private func setTotals(of object: JSON, in record: inout ServingRecord) {
        let tokens = [object.figure("total_input_tokens"), object.figure("total_output_tokens")]
        let total = tokens[0].flatMap { input in tokens[1].map { input + $0 } }
        record.duration = object.figure("duration")
        record.setScalar(.requestThroughput, object.figure("request_throughput"))
        // A version wrote the colon into the key.
        record.setScalar(.goodput, object.figure("request_goodput") ?? object.figure("request_goodput:"))
        record.setScalar(.outputThroughput, object.figure("output_throughput"))
        record.setScalar(.promptThroughput, object.figure("input_throughput"))
        record.setScalar(.totalThroughput, object.figure("total_token_throughput") ?? Self.rate(total, of: object))
        record.setScalar(.inputTokens, tokens[0])
        record.setScalar(.outputTokens, tokens[1])
        record.setScalar(.requestsCompleted, object.figure("completed"))
        let unfinished = object.figure("num_prompts").flatMap { sent in object.figure("completed").map { sent - $0 } }
        record.setScalar(.requestsFailed, object.figure("failed") ?? unfinished)
        if let unfinished, unfinished < 0, object.figure("failed") == nil {
            record.notes.append("Requests failed is left out: more requests were completed than were to be sent.")
        }
    }

    private static func rate(_ tokens: Double?, of object: JSON) -> Double? {
        guard let tokens, let duration = object.figure("duration"), duration > 0 else { return nil }
        return tokens / duration
    }

    /// Whether any latency is there at all, measured or not: without streaming all of them are 0, and where every request failed they may be NaN.
    private static func hasLatencies(_ object: JSON, suffix: String) -> Bool {
        latencies.contains { _, name in
            (object.members ?? []).contains { $0.key.hasSuffix("_\(name)\(suffix)") && isStatistic($0.key) }
        }
    }

    private static func isStatistic(_ key: String) -> Bool {
        if key.hasPrefix("mean_") || key.hasPrefix("median_") { return true }
        guard key.hasPrefix("p"), let bar = key.firstIndex(of: "_") else { return false }
        return RecordedFigure.value(of: String(key[..<bar].dropFirst())) != nil
    }

    func find(in text: RecordedText) -> TextFindings {
        PrintedResults.findings(in: text, dialect: "T-VLLM-STDOUT") { !$0.isSGLang }
    }
}
