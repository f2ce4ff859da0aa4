/// Files of the Chimera repository that are no runs of agents, told by their keys or columns, each with the reason for leaving it out.
enum OtherFiles {
    private struct Kind {
        var names: Set<String>
        var reason: String
    }

    private static let objects: [Kind] = [
        Kind(names: ["models", "prompts", "prompt_count"], reason: "derived: means of a prompt suite, whose calls stand in its table"),
        Kind(names: ["backends", "settings", "generated_at"], reason: "not an agent run: a compilation benchmark"),
        Kind(names: ["timing_stats", "environment"], reason: "not an agent run: a timing baseline"),
        Kind(names: ["timing", "benchmark_name"], reason: "not an agent run: an inference timing"),
        Kind(names: ["metrics", "metrics_count", "export_datetime"], reason: "not an agent run: a recording of system load"),
        Kind(names: ["overall_performance", "total_inferences"], reason: "not an agent run: an export of inference counters"),
        Kind(names: ["overall_tokens_per_second", "results", "total_tests"], reason: "not an agent run: a test of generated phrases"),
        Kind(names: ["banter_text", "variations", "metadata"], reason: "not an agent run: a generated phrase"),
        Kind(names: ["ollama_url", "tags", "available"], reason: "not an agent run: a list of a server's models"),
        Kind(names: ["anomalies_detected", "actions_taken"], reason: "not an agent run: a diagnosis"),
        Kind(names: ["attention", "fusion", "tensor_core"], reason: "not an agent run: a kernel benchmark"),
        Kind(names: ["baseline", "fp8", "int8", "qat"], reason: "not an agent run: a quantization report"),
        Kind(names: ["configs", "results_dir", "runs_per_config"], reason: "not an agent run: a pipeline's configuration"),
        Kind(names: ["instances"], reason: "not an agent run: a pipeline's state"),
    ]

    private static let tables: [Kind] = [
        Kind(names: ["mean_tokens_s", "mean_ttft_s"], reason: "derived: means over calls that stand in another table"),
        Kind(
            names: ["throughput_delta", "ttft_delta_ms", "contention", "path"],
            reason: "derived: a table over runs that are read from their own files"),
        Kind(names: ["baseline_tok_s", "chimera_tok_s", "source"], reason: "derived: a table over runs that are read from their own files"),
        Kind(names: ["avg_tokens_per_sec", "config"], reason: "derived: means over runs that are read from their own files"),
        Kind(names: ["avg_tokens_per_second", "config"], reason: "derived: means over runs that are read from their own files"),
        Kind(names: ["peak_efficiency", "mean_efficiency"], reason: "derived: means over runs that are read from their own files"),
    ]

    static func reason(jsonKeys keys: Set<String>) -> String? {
        objects.first { keys.isSuperset(of: $0.names) }?.reason
    }

    static func reason(columns: [String]) -> String? {
        let names = Set(columns)
        return tables.first { names.isSuperset(of: $0.names) }?.reason
    }
}
