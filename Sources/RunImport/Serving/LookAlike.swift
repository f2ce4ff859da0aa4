import JSON

/// Files of serving tools that are no results: what they are, so that a user knows which file to take instead.
enum LookAlike {
    /// What a file is, told from its first object; `nil` for one that is not known.
    static func reason(_ records: [JSON]) -> String? {
        guard let object = records.first(where: { $0.members != nil }) else { return nil }
        let keys = object.keys
        return table.first { entry in entry.keys.isSubset(of: keys) && !keys.contains(entry.without) }?.reason
    }

    private static let table: [(keys: Set<String>, without: String, reason: String)] = [
        (
            ["ttft_s", "inter_token_latency_s", "end_to_end_latency_s", "error_code"], "num_concurrent_requests",
            "single requests of LLMPerf; its figures are in the file that ends in _summary.json"
        ),
        (
            ["service_kind", "endpoint", "experiments"], "input_config",
            "raw requests of GenAI-Perf; its figures are in profile_export_genai_perf.json"
        ),
        (["metadata", "metrics", "error"], "input_config", "single requests of AIPerf; its figures are in profile_export_aiperf.json"),
        (
            ["aiperf_version", "metadata", "metrics"], "input_config",
            "several runs of AIPerf taken together; the figures of each are in its profile_export_aiperf.json"
        ),
        (["timeslices"], "request_latency", "time slices of AIPerf; its figures are in profile_export_aiperf.json"),
        (["session_id", "payloads"], "input_config", "inputs of AIPerf, without figures"),
    ]
}
