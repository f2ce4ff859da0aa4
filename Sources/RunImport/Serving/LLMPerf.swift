import AgentRuns
import JSON

/// Summaries of Ray's LLMPerf, the files that end in `_summary.json`.
///
/// Source: `token_benchmark_ray.py` in ray-project/llmperf. Latencies are seconds. The inter-token latency includes the wait for the first token; tokens
/// are counted with a Llama tokenizer whatever the model is.
struct LLMPerf: ServingFormat {
    static let name = "llmperf"
    static let title = "LLMPerf"
    static let description = FormatDescription(
        detectedBy: "JSON with results_ttft_s_mean or results_ttft_s_quantiles_p50", tried: ["version 2023-08-31, of 2023-12 to 2026-01"])

    private static let latencies: [(MetricID, String)] = [(.ttft, "ttft_s"), (.itl, "inter_token_latency_s"), (.e2eLatency, "end_to_end_latency_s")]

    /// The tool's own keys that hold text.
    private static let ownKeys: Set<String> = [
        "model", "name", "results_error_code_frequency", "results_number_input_tokens_max", "results_number_input_tokens_min",
        "results_number_output_tokens_max", "results_number_output_tokens_min", "version",
    ]

    func matches(_ object: JSON) -> Bool { object["results_ttft_s_mean"] != nil || object["results_ttft_s_quantiles_p50"] != nil }

    func records(of object: JSON) throws(ServingRefusal) -> [ServingRecord] {
        guard let completed = object.count("results_num_completed_requests") else { throw .missing(field: "results_num_completed_requests") }
        var record = ServingRecord(dialect: "J-LLMPERF")
        if let version = object.word("version"), version != "2023-08-31" {
            record.notes.append("Version \(version) of LLMPerf's summary is not one that was tried; all fields that are needed are there.")
        }
        record.model = object.word("model")
        record.timestamp = Timestamp.epoch(seconds: object.figure("timestamp"))
        record.set("concurrency", object.figure("num_concurrent_requests"))
        record.setLength("isl", object.figure("mean_input_tokens"), deviation: object.figure("stddev_input_tokens"))
        record.setLength("osl", object.figure("mean_output_tokens"), deviation: object.figure("stddev_output_tokens"))
        // What users add stands beside the tool's own keys, as in vLLM's results.
        for member in object.members ?? [] where member.value.string != nil && !Self.ownKeys.contains(member.key) {
            VLLMSettings.take(member.key, member.value, into: &record)
        }
        for (metric, name) in Self.latencies {
            record.setLatency(metric, n: metric == .itl ? nil : completed, scale: 1000) { statistic in
                let part = statistic == .mean || statistic == .stddev ? statistic.rawValue : "quantiles_\(statistic.rawValue)"
                return object.figure("results_\(name)_\(part)")
            }
        }
        record.setScalar(.outputThroughput, object.figure("results_mean_output_throughput_token_per_s"))
        record.setScalar(.requestThroughput, object.figure("results_num_completed_requests_per_min").map { $0 / 60 })
        record.setScalar(.requestsCompleted, Double(completed))
        record.setScalar(.requestsFailed, object.figure("results_number_errors"))
        for (metric, name) in [(MetricID.inputTokens, "input"), (.outputTokens, "output")] {
            record.setScalar(metric, object.figure("results_number_\(name)_tokens_mean").map { ($0 * Double(completed)).rounded() })
        }
        return [record]
    }
}
