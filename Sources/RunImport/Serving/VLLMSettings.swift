import JSON

/// What users add to vLLM's results: keys of `--metadata`, whose values are text, and the options that a sweep goes through.
///
/// There is no list of the keys of `--metadata`, so only short words are taken, and none from a key whose name speaks of a person, a machine, a
/// secret, or of one of several equal runs.
enum VLLMSettings {
    /// The settings of a result by name, as they are shown.
    static func variants(of object: JSON) -> [(name: String, value: String)] {
        (object.members ?? []).compactMap { member in
            let name = member.key.lowercased()
            let isTaken = member.value.string == nil ? sweepOptions.contains(name.replacing("-", with: "_")) : isOpen(name)
            guard isTaken, ServingVariant.published(name) != nil || sweepOptions.contains(name) else { return nil }
            return ServingVariant.published(member.value).map { (name, $0) }
        }
    }

    /// The tool's own keys that hold text.
    private static let ownKeys: Set<String> = ["backend", "date", "endpoint_type", "model_id", "request_rate", "tokenizer_id"]

    private static let closedWords: Set<String> = [
        "account", "address", "api", "auth", "author", "base", "cluster", "comment", "commit", "customer", "date", "description", "dir", "domain",
        "email", "endpoint", "file", "hash", "host", "hostname", "id", "image", "index", "instance", "ip", "iteration", "job", "key", "machine",
        "namespace", "node", "note", "notes", "number", "owner", "password", "path", "pod", "port", "project", "prompt", "repeat", "repetition",
        "run", "runner", "secret", "seed", "server", "session", "sha", "team", "tenant", "text", "time", "timestamp", "token", "trial", "uri",
        "url", "user", "username", "uuid",
    ]

    private static func isOpen(_ name: String) -> Bool {
        !ownKeys.contains(name) && closedWords.isDisjoint(with: name.split { !$0.isLetter }.map(String.init))
    }

    /// Options of the server and of the benchmark whose values are numbers or flags. Other numbers are figures, of this version or of one to come.
    private static let sweepOptions: Set<String> = [
        "async_scheduling", "block_size", "burstiness", "data_parallel_size", "decode_context_parallel_size", "dp", "enable_chunked_prefill",
        "enable_expert_parallel", "enable_prefix_caching", "enforce_eager", "ep", "gpu_memory_utilization", "input_len", "isl", "max_model_len",
        "max_num_batched_tokens", "max_num_seqs", "num_speculative_tokens", "osl", "output_len", "pipeline_parallel_size", "pp", "prefix_len",
        "random_batch_size", "random_input_len", "random_output_len", "random_prefix_len", "random_range_ratio", "sharegpt_output_len",
        "sonnet_input_len", "sonnet_output_len", "temperature", "tensor_parallel_size", "top_k", "top_p", "tp",
    ]
}
