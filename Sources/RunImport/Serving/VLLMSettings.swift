import AgentRuns
import JSON

/// What users add to vLLM's results: keys of `--metadata`, whose values are text, and the options that a sweep goes through.
///
/// There is no list of the keys of `--metadata`, so only short words are taken, and none from a key whose name speaks of a person, a machine, a
/// secret, or of one of several equal runs.
enum VLLMSettings {
    /// Takes the versions, the figures and the settings of a result.
    static func take(from object: JSON, into record: inout ServingRecord) {
        for member in object.members ?? [] where !ownKeys.contains(member.key) { take(member.key, member.value, into: &record) }
    }

    /// Takes one of them.
    ///
    /// - Parameter isWritten: whether numbers are written as text, so that they say nothing of being figures.
    static func take(_ key: String, _ value: JSON, isWritten: Bool = false, into record: inout ServingRecord) {
        let name = SettingName(key)
        let text = value.string
        if name.isVersion { return record.setVersion((text ?? value.number?.description).flatMap(name.version)) }
        if text == nil, !isWritten, !sweepOptions.contains(name.name) { return record.takeEnergy(key, value) }
        guard isWritten || text == nil || !name.isClosed else { return }
        if let text, !sweepOptions.contains(name.name), let figure = FigureHeading(key)?.figure(of: text) { return record.setFigure(figure) }
        let label = key.lowercased()
        guard ServingVariant.published(label) != nil || sweepOptions.contains(name.name), let shown = ServingVariant.option(value) else { return }
        record.setSetting(name.option, shown, label: label, isDefault: defaults[name.option]?.contains(shown.description) ?? false)
    }

    /// The tool's own keys that hold text.
    private static let ownKeys: Set<String> = ["backend", "date", "endpoint_type", "model_id", "request_rate", "tokenizer_id"]

    /// What the benchmark takes by itself.
    private static let defaults: [String: Set<String>] = [
        "burstiness": ["1"], "prefix_len": ["0"], "random_range_ratio": ["0"], "random_batch_size": ["1"],
    ]

    /// Options of the server and of the benchmark whose values are numbers or flags. Other numbers are figures, of this version or of one to come.
    private static let sweepOptions: Set<String> = [
        "async_scheduling", "block_size", "burstiness", "data_parallel_size", "decode_context_parallel_size", "dp", "enable_chunked_prefill",
        "enable_expert_parallel", "enable_prefix_caching", "enforce_eager", "ep", "gpu_memory_utilization", "input_len", "isl", "max_model_len",
        "max_num_batched_tokens", "max_num_seqs", "num_speculative_tokens", "osl", "output_len", "pipeline_parallel_size", "pp", "prefix_len",
        "ramp_up_end_rps", "ramp_up_start_rps", "random_batch_size", "random_input_len", "random_output_len", "random_prefix_len",
        "random_range_ratio", "sharegpt_output_len", "sonnet_input_len", "sonnet_output_len", "temperature", "tensor_parallel_size", "top_k", "top_p",
        "tp",
    ]
}
