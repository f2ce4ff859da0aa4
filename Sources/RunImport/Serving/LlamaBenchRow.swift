import AgentRuns

/// One test of llama-bench, whatever form it was written in.
struct LlamaBenchRow {
    var number: (String) -> Double?
    var text: (String) -> String?
    var isSet: (String) -> Bool
    /// Any field as `ServingVariant` shows it.
    var setting: (String) -> String?
    /// How many repetitions the figures are over; `nil` where the form does not say.
    var samples: Int?

    /// Older files have a switch for each backend instead of a list of them. A program with CUDA or Metal also has the switches of BLAS on, so the
    /// first one that is on names the backend, as in the program's own tables.
    private static let backendSwitches = [
        ("cuda", "CUDA"), ("vulkan", "Vulkan"), ("kompute", "Kompute"), ("metal", "Metal"), ("sycl", "SYCL"), ("opencl", "OpenCL"),
        ("gpu_blas", "GPU BLAS"), ("blas", "BLAS"), ("rpc", "RPC"),
    ]

    /// Settings that are no part of the configuration, with the names that the program's own tables have for them.
    private static let settings = [
        ("n_batch", "n_batch"), ("n_ubatch", "n_ubatch"), ("n_threads", "threads"), ("n_ctx", "n_ctx"), ("n_cpu_moe", "n_cpu_moe"),
        ("flash_attn", "fa"), ("split_mode", "sm"), ("main_gpu", "main_gpu"), ("tensor_split", "ts"), ("devices", "dev"),
        ("tensor_buft_overrides", "ot"), ("no_kv_offload", "nkvo"), ("no_op_offload", "nopo"), ("no_host", "noh"), ("use_mmap", "mmap"),
        ("use_direct_io", "dio"), ("load_mode", "lm"), ("lazy_mode", "lazy_mode"), ("embeddings", "embd"), ("cpu_mask", "cpu_mask"),
        ("cpu_strict", "cpu_strict"), ("poll", "poll"), ("fit_target", "fitt"), ("fit_min_ctx", "fitc"), ("defrag_thold", "defrag_thold"),
        ("f16_kv", "f16_kv"), ("mul_mat_q", "mul_mat_q"), ("low_vram", "low_vram"),
    ]

    func record(dialect: String) throws(ServingRefusal) -> ServingRecord {
        for field in ["n_prompt", "n_gen", "avg_ts"] where number(field) == nil { throw .missing(field: field) }
        guard text("model_type") != nil else { throw .missing(field: "model_type") }
        var record = ServingRecord(dialect: dialect, ttft: .unknown)
        record.model = text("model_type")
        record.timestamp = Timestamp.recorded(text("test_time"))
        record.set("backend", text("backends") ?? switchedBackends)
        record.set("hardware", text("gpu_info") ?? text("cpu_info"))
        record.set("build", text("build_commit").map { commit in commit + (number("build_number").map { " (\(Int(exactly: $0) ?? 0))" } ?? "") })
        record.set("model_file", text("model_filename").flatMap(Self.lastPart))
        record.set("type_k", text("type_k"))
        record.set("type_v", text("type_v"))
        record.set("n_gpu_layers", number("n_gpu_layers"))
        for (field, name) in Self.settings { record.setLlamaSetting(name, setting(field)) }
        let isAlone = samples == 1
        record.setLatency(.e2eLatency, n: samples, scale: 1e-6) { statistic in
            switch statistic {
            case .mean: number("avg_ns")
            case .stddev: isAlone ? nil : number("stddev_ns")
            default: nil
            }
        }
        record.setTest(
            prompt: number("n_prompt") ?? 0, generated: number("n_gen") ?? 0, depth: number("n_depth") ?? 0, rate: number("avg_ts"),
            deviation: isAlone ? nil : number("stddev_ts"), n: samples)
        return record
    }

    private var switchedBackends: String { Self.backendSwitches.first { isSet($0.0) }?.1 ?? "CPU" }

    /// The name of a file without the folders that lead to it, of whatever system.
    private static func lastPart(_ path: String) -> String? {
        path.split { $0 == "/" || $0 == "\\" }.last.map(String.init)
    }
}

extension ServingRecord {
    /// Takes a setting under the name that the program's tables have for it. Flash attention is on, off, or -1: the program's own choice.
    mutating func setLlamaSetting(_ name: String, _ value: String?) {
        setVariant(name, name == "fa" && value == "-1" ? "auto" : value)
    }

    /// What a test of so many tokens of prompt and of generated text measured; which of them there are decides what its rate is a rate of.
    mutating func setTest(prompt: Double, generated: Double, depth: Double, rate: Double?, deviation: Double?, n: Int?) {
        set("n_prompt", prompt)
        set("n_gen", generated)
        set("n_depth", depth)
        let metric: MetricID = generated == 0 ? .promptThroughput : prompt == 0 ? .outputThroughput : .totalThroughput
        setRate(metric, n: n) { $0 == .mean ? rate : $0 == .stddev ? deviation : nil }
        if prompt > 0 { setScalar(.inputTokens, prompt) }
        if generated > 0 { setScalar(.outputTokens, generated) }
    }
}
