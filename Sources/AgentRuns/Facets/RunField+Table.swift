extension RunField {
    /// Every field and option that this program knows, with its facet; what is not here is an option of the configuration.
    public static let table: [RunField] = subjects + workload + configuration + environment + versions + amounts + outcomes

    private static let subjects: [RunField] = [
        .field("suite", "suite", .subject, isPath: true) { run, _ in run.suite },
        .field("run", "run", .subject) { run, _ in run.id },
        .field("scenario", "scenario", .subject) { run, _ in run.scenario },
        .field("slot", "slot", .subject) { $1.slot },
        .field("agent", "agent", .subject) { $1.agent },
        .field("model", "model", .subject) { $1.model },
        .field("program", "program", .subject) { run, _ in run.producer.program },
        .field("status", "status", .outcome) { $1.status.rawValue },
        .field("ttft_definition", "definition of TTFT", .subject) { $1.ttftDefinition.rawValue },
    ]

    private static let workload: [RunField] = [
        .option("dataset", "data set", .workload),
        .option("task", "task", .workload),
        .option("workload", "workload", .workload),
        .option("isl", "input length", unit: "tokens", .workload),
        .option("osl", "output length", unit: "tokens", .workload),
        .option("n_prompt", "prompt", unit: "tokens", .workload),
        .option("n_gen", "generation", unit: "tokens", .workload),
        .option("n_depth", "depth", unit: "tokens", .workload),
        .option("context_length", "context", unit: "tokens", .workload),
        .option("batch_size", "batch", unit: "sequences", .workload),
        .option("isl_stddev", "deviation of the input length", unit: "tokens", .workload),
        .option("osl_stddev", "deviation of the output length", unit: "tokens", .workload),
        .option("prefix_len", "shared prefix", unit: "tokens", .workload),
        .option("random_range_ratio", "spread of the lengths", .workload),
        .option("concurrency", "concurrency", unit: "requests", .workload),
        .option("request_rate", "request rate", unit: "req/s", .workload),
        .option("burstiness", "burstiness", .workload),
        .option("ramp_up_strategy", "ramp", .workload),
        .option("ramp_up_start_rps", "ramp from", unit: "req/s", .workload),
        .option("ramp_up_end_rps", "ramp to", unit: "req/s", .workload),
        .option("strategy", "strategy", .workload),
        .option("target_latency_ms", "limit of the latency", unit: "ms", .workload),
        .option("ttft_latency_ms", "limit of TTFT", unit: "ms", .workload),
        .option("tpot_latency_ms", "limit of TPOT", unit: "ms", .workload),
        .option("samples_per_query", "samples of a query", .workload),
        .option("streaming", "streaming", .workload),
        // Of MLPerf and InferenceX; a run's own scenario is a field.
        .option("scenario", "scenario", .workload),
        .option("generation", "generation of the tool", .workload),
    ]

    private static let configuration: [RunField] = [
        .field("language", "language", .configuration) { run, _ in run.producer.language },
        .field("runtime", "runtime", .configuration) { run, _ in run.producer.runtime },
        .option("num_gpu", "layers on the GPU", .configuration),
        .option("num_ctx", "context window", unit: "tokens", .configuration),
        .option("temperature", "temperature", .configuration),
        .option("top_p", "top p", .configuration),
        .option("top_k", "top k", .configuration),
        .option("repeat_penalty", "repeat penalty", .configuration),
        .option("min_p", "min p", .configuration),
        .option("presence_penalty", "presence penalty", .configuration),
        .option("frequency_penalty", "frequency penalty", .configuration),
        .option("num_predict", "output limit", unit: "tokens", .configuration),
        .option("max_tokens", "output limit", unit: "tokens", .configuration),
        .option("max_completion_tokens", "output limit", unit: "tokens", .configuration),
        .option("num_thread", "threads", .configuration),
        .option("num_batch", "batch of the prompt", unit: "tokens", .configuration),
        .option("reasoning_effort", "reasoning effort", .configuration),
        // Lengths that a benchmark's own rates contradict.
        .option("input_per_request", "input tokens a request", unit: "tokens", .configuration),
        .option("output_per_request", "output tokens a request", unit: "tokens", .configuration),
        .option("backend", "back end", .configuration),
        .option("dtype", "data type", .configuration),
        .option("model_file", "model file", .configuration),
        .option("tp", "tensor parallel", .configuration),
        .option("ep", "expert parallel", .configuration),
        .option("n_gpu_layers", "layers on the GPU", .configuration, canonical: allLayers),
        .option("n_threads", "threads", .configuration),
        // As llama-bench's own tables call it.
        .option("threads", "threads", .configuration),
        .option("fa", "flash attention", .configuration),
        .option("type_k", "type of the key cache", .configuration),
        .option("type_v", "type of the value cache", .configuration),
    ]

    private static let environment: [RunField] = [
        .field("os", "operating system", .environment) { run, _ in run.system?.os },
        .field("arch", "architecture", .environment) { run, _ in run.system?.arch },
        .option("hardware", "hardware", .environment),
        .option("gpus", "GPUs", .environment),
        .option("driver", "driver", .environment),
        .option("gpu_memory_gb", "memory of the GPU", unit: "GiB", .environment),
        .option("deployment", "deployment", .environment),
        .option("sut", "system under test", .environment),
    ]

    /// The fields and options that name a version, in the order in which they are said.
    public static let versions: [RunField] = [
        .option("build", "build", .version),
        .option("commit", "commit", .version),
        .option("branch", "branch", .version),
        .option("image", "image", .version),
        .option("engine_version", "version of the engine", .version),
        .option("cuda_version", "version of CUDA", .version),
        .field("version", "version of the program", .version) { run, _ in run.producer.version },
    ]

    private static let amounts: [RunField] = [
        .option("num_prompts", "prompts", .amount),
        .option("repetitions", "repetitions", .amount),
        .option("duration_s", "duration", unit: "s", .amount),
        .option("seed", "seed", .amount),
    ]

    private static let outcomes: [RunField] = [
        .option("valid", "valid", .outcome)
    ]

    /// No model has so many layers that 99 would leave one out, and -1 asks for all.
    ///
    /// Source: `tools/llama-bench/README.md` in ggml-org/llama.cpp.
    private static func allLayers(_ value: OptionValue) -> OptionValue {
        guard case .number(let layers) = value, layers >= 99 || layers == -1 else { return value }
        return .text("all")
    }
}
