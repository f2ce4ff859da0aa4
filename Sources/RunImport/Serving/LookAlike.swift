import JSON

/// Files of serving tools that are no results: what they are, so that a user knows which file to take instead.
enum LookAlike {
    /// What a file is, told from its first object; `nil` for one that is not known.
    static func reason(_ records: [JSON]) -> String? {
        guard let object = records.first(where: { $0.members != nil }) else { return nil }
        return table.first { entry in entry.fields.allSatisfy { has($0[...], in: object) } && object[entry.without] == nil }?.reason
    }

    /// Whether a field is there, named by its way down; of an array the first element counts.
    private static func has(_ way: ArraySlice<String>, in value: JSON) -> Bool {
        if let first = value.array?.first { return has(way, in: first) }
        guard let key = way.first else { return true }
        guard let inner = value[key] else { return false }
        return has(way.dropFirst(), in: inner)
    }

    private static let table: [(fields: [[String]], without: String, reason: String)] = [
        (
            [["ttft_s"], ["inter_token_latency_s"], ["end_to_end_latency_s"], ["error_code"]], "num_concurrent_requests",
            "single requests of LLMPerf; its figures are in the file that ends in _summary.json"
        ),
        (
            [["service_kind"], ["endpoint"], ["experiments"]], "input_config",
            "raw requests of GenAI-Perf; its figures are in profile_export_genai_perf.json"
        ),
        (
            [["metadata", "x_request_id"], ["metrics"]], "input_config",
            "single requests of AIPerf; its figures are in profile_export_aiperf.json"
        ),
        (
            [["metadata"], ["metrics"], ["error"]], "input_config",
            "single requests of AIPerf; its figures are in profile_export_aiperf.json"
        ),
        (
            [["aiperf_version"], ["metadata"], ["metrics"]], "input_config",
            "several runs of AIPerf taken together; the figures of each are in its profile_export_aiperf.json"
        ),
        ([["timeslices"]], "request_latency", "time slices of AIPerf; its figures are in profile_export_aiperf.json"),
        ([["session_id"], ["payloads"]], "input_config", "inputs of AIPerf, without figures"),
        ([["data", "session_id"], ["data", "payloads"]], "input_config", "inputs of AIPerf, without figures"),
    ]
}
