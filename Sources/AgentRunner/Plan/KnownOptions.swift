import Diagnostics

/// The options that servers are known to have, to see whether a name may be misspelt.
enum KnownOptions {
    /// Fields of `/api/generate` that stand beside its options.
    ///
    /// Source: `GenerateRequest` in `api/types.go` of ollama/ollama.
    static let ollamaFields: Set<String> = [
        "format", "keep_alive", "logprobs", "raw", "shift", "suffix", "template", "think", "top_logprobs", "truncate",
    ]

    /// Source: `Options` and `Runner` in `api/types.go` of ollama/ollama, with those of older versions.
    private static let ollama = [
        "f16_kv", "frequency_penalty", "logits_all", "low_vram", "main_gpu", "min_p", "mirostat", "mirostat_eta", "mirostat_tau", "num_batch",
        "num_ctx", "num_gpu", "num_keep", "num_predict", "num_thread", "numa", "penalize_newline", "presence_penalty", "repeat_last_n",
        "repeat_penalty", "seed", "stop", "temperature", "tfs_z", "top_k", "top_p", "typical_p", "use_mlock", "use_mmap", "vocab_only",
    ]

    /// Sources: OpenAI's API reference, "create chat completion"; `tools/server/README.md` of ggml-org/llama.cpp; vLLM's "extra parameters".
    private static let openAI = [
        "cache_prompt", "chat_template_kwargs", "frequency_penalty", "grammar", "ignore_eos", "include_reasoning", "json_schema", "logit_bias",
        "logprobs", "max_completion_tokens", "max_tokens", "min_p", "min_tokens", "mirostat", "mirostat_eta", "mirostat_tau", "n_predict", "num_ctx",
        "num_gpu", "parallel_tool_calls", "presence_penalty", "reasoning_effort", "repeat_last_n", "repeat_penalty", "repetition_penalty",
        "response_format", "samplers", "seed", "service_tier", "stop", "stop_token_ids", "store", "temperature", "tool_choice", "tools", "top_k",
        "top_logprobs", "top_p", "typical_p", "verbosity",
    ]

    static func names(of api: ServerAPI) -> [String] {
        switch api {
        case .ollama: ollama + ollamaFields.sorted()
        case .openAI: openAI
        }
    }

    /// What may be wrong with an option's name; `nil` where nothing is.
    ///
    /// Ollama answers as if nothing were wrong with an option that it does not have, and says so only in its own log.
    static func doubt(about name: String, api: ServerAPI) -> String? {
        let known = names(of: api)
        if known.contains(name) { return nil }
        let nearest = closestWord(to: name, among: known).map { "; did you mean '\($0)'?" }
        switch api {
        case .ollama: return "'\(name)' is no known option of Ollama, which takes no notice of others\(nearest ?? "; it is sent all the same")"
        case .openAI: return nearest.map { "'\(name)' is no known option\($0)" }
        }
    }
}
