import AgentRuns

/// A setting of llama-bench or of its fork ik_llama.cpp: what JSON and CSV call it, what tables call it, and what it is without being asked for.
///
/// Source: `cmd_params_defaults`, `get_fields` and `get_field_display_name` in `tools/llama-bench/llama-bench.cpp` of ggml-org/llama.cpp, and in
/// `examples/llama-bench/llama-bench.cpp` of ikawrakow/ik_llama.cpp.
struct LlamaBenchSetting {
    /// As configurations and ids have it.
    let name: String
    private let spellings: [String]
    private let defaults: Set<String>

    /// The setting of a field or a column; one that is not in the table goes by its own name, and is off by default, as nearly all that came lately
    /// are, so that a version with a new field starts no new series.
    init(_ field: String) {
        self = Self.bySpelling[field] ?? LlamaBenchSetting(field, [], ["0", "none"])
    }

    private init(_ name: String, _ spellings: [String], _ defaults: Set<String>) {
        self.name = name
        self.spellings = spellings
        self.defaults = defaults
    }

    /// Whether a version of the tool had this setting, so that its numbers are never figures.
    static func isKnown(_ field: String) -> Bool { bySpelling[field] != nil }

    func isDefault(_ value: OptionValue) -> Bool { defaults.contains(value.description) }

    /// A value as each form of the file has it: flags as 1 and 0, numbers without the zeros behind them, and words that may be shown.
    func value(_ recorded: OptionValue) -> OptionValue? {
        switch recorded {
        case .flag(let isOn): return .number(isOn ? 1 : 0)
        case .number(let number): return number.isFinite ? named(.number(number)) : nil
        case .text(let text):
            if Self.missing.contains(text.lowercased()) { return nil }
            if let number = RecordedFigure.value(of: text) { return named(.number(number)) }
            return named(.text(ServingVariant.standIn(for: text)))
        }
    }

    /// Flash attention is on, off, or the program's own choice, for which there are words, too.
    private func named(_ value: OptionValue) -> OptionValue {
        name == Self.flashAttention ? Self.flashWords[value.description] ?? value : value
    }

    /// What people write into a table where they have nothing to write.
    private static let missing: Set<String> = ["", "-", "–", "—", "n/a"]

    static let flashAttention = "fa"
    private static let flashWords: [String: OptionValue] = [
        "-1": .text("auto"), "on": .number(1), "true": .number(1), "off": .number(0), "false": .number(0),
    ]

    /// Whether flash attention is off unless it is asked for, as it was until the program chose by itself.
    ///
    /// A version that has the choice writes `load_mode`, too, or is one of the builds that are known to have it.
    static func flashAttentionIsOff(build: Double?, hasLoadMode: Bool) -> Bool { !hasLoadMode && (build ?? 0) < 11_000 }

    private static let bySpelling: [String: LlamaBenchSetting] = {
        var settings: [String: LlamaBenchSetting] = [:]
        for setting in table {
            for spelling in [setting.name] + setting.spellings { settings[spelling] = setting }
        }
        return settings
    }()

    /// By their names in the program's own tables. Threads have no default: there are as many as the machine has cores.
    private static let table: [LlamaBenchSetting] = mainTable + forkTable

    private static let mainTable: [LlamaBenchSetting] = [
        LlamaBenchSetting("n_batch", [], ["2048"]), LlamaBenchSetting("n_ubatch", [], ["512"]), LlamaBenchSetting("threads", ["n_threads"], []),
        LlamaBenchSetting("n_ctx", [], []), LlamaBenchSetting("n_cpu_moe", ["ncmoe"], ["0"]),
        LlamaBenchSetting(flashAttention, ["flash_attn"], ["auto"]), LlamaBenchSetting("sm", ["split_mode"], ["layer"]),
        LlamaBenchSetting("main_gpu", ["mg"], ["0"]), LlamaBenchSetting("ts", ["tensor_split"], ["0"]),
        LlamaBenchSetting("dev", ["devices"], ["auto"]), LlamaBenchSetting("ot", ["tensor_buft_overrides", "override_tensor"], ["none"]),
        LlamaBenchSetting("nkvo", ["no_kv_offload"], ["0"]), LlamaBenchSetting("nopo", ["no_op_offload"], ["0"]),
        LlamaBenchSetting("noh", ["no_host"], ["0"]), LlamaBenchSetting("mmap", ["use_mmap"], ["1"]),
        LlamaBenchSetting("dio", ["use_direct_io"], ["0"]), LlamaBenchSetting("lm", ["load_mode"], ["mmap"]),
        LlamaBenchSetting("lazy_mode", [], []), LlamaBenchSetting("embd", ["embeddings"], ["0"]), LlamaBenchSetting("cpu_mask", [], ["0x0"]),
        LlamaBenchSetting("cpu_strict", [], ["0"]), LlamaBenchSetting("poll", [], ["50"]), LlamaBenchSetting("fitt", ["fit_target"], ["0"]),
        LlamaBenchSetting("fitc", ["fit_min_ctx"], ["0"]), LlamaBenchSetting("defrag_thold", [], ["-1"]),
        LlamaBenchSetting("f16_kv", [], ["1"]), LlamaBenchSetting("mul_mat_q", [], ["1"]), LlamaBenchSetting("low_vram", [], ["0"]),
    ]

    /// Of the fork alone; its tables shorten the names.
    private static let forkTable: [LlamaBenchSetting] = [
        LlamaBenchSetting("mla_attn", ["mla"], ["3"]), LlamaBenchSetting("attn_max_batch", ["amb"], ["0"]),
        LlamaBenchSetting("ser", [], [ServingVariant.standIn(for: "-1,0")]), LlamaBenchSetting("reuse", ["gr"], ["1"]),
        LlamaBenchSetting("repack", ["rtr"], ["0"]), LlamaBenchSetting("mqkv", [], ["0"]), LlamaBenchSetting("muge", [], ["0"]),
        LlamaBenchSetting("defer_experts", ["defer"], ["0"]), LlamaBenchSetting("fused_moe", ["fmoe"], ["1"]),
        LlamaBenchSetting("grouped_er", ["ger"], ["0"]), LlamaBenchSetting("no_fused_up_gate", ["no-fug"], ["0"]),
        LlamaBenchSetting("use_thp", ["thp"], ["0"]), LlamaBenchSetting("no_ooae", ["no-ooae"], ["0"]), LlamaBenchSetting("rcache", [], ["0"]),
        LlamaBenchSetting("sas", [], ["0"]), LlamaBenchSetting("max_gpu", [], ["0"]), LlamaBenchSetting("cuda_params", ["cuda"], []),
    ]
}
