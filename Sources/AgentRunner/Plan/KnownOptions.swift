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

    /// Sources: OpenAI's API reference, "create chat completion"; `tools/server/README.md` of ggml-org/llama.cpp; "extra parameters" in the
    /// documentation of vLLM and SGLang.
    private static let openAI = [
        "add_generation_prompt", "add_special_tokens", "allowed_token_ids", "audio", "bad_words", "cache_prompt", "cache_salt", "chat_template",
        "chat_template_kwargs", "continue_final_message", "custom_params", "documents", "dry_allowed_length", "dry_base", "dry_multiplier",
        "dry_penalty_last_n", "dry_sequence_breakers", "dynatemp_exponent", "dynatemp_range", "ebnf", "echo", "frequency_penalty", "function_call",
        "functions", "grammar", "guided_choice", "guided_grammar", "guided_json", "guided_regex", "id_slot", "ignore_eos", "include_reasoning",
        "include_stop_str_in_output", "json_schema", "kv_transfer_params", "length_penalty", "logit_bias", "logits_processors", "logprobs", "lora",
        "max_completion_tokens", "max_tokens", "metadata", "min_keep", "min_p", "min_tokens", "mirostat", "mirostat_eta", "mirostat_tau",
        "mm_processor_kwargs", "modalities", "n_discard", "n_indent", "n_keep", "n_predict", "n_probs", "num_ctx", "num_gpu", "parallel_tool_calls",
        "penalize_nl", "post_sampling_probs", "prediction", "presence_penalty", "priority", "prompt_cache_key", "prompt_cache_retention",
        "prompt_logprobs", "reasoning_effort", "reasoning_format", "regex", "repeat_last_n", "repeat_penalty", "repetition_penalty",
        "response_format", "return_progress", "return_token_ids", "return_tokens", "safety_identifier", "samplers", "seed", "separate_reasoning",
        "service_tier", "skip_special_tokens", "spaces_between_special_tokens", "stop", "stop_token_ids", "store", "stream_reasoning",
        "structured_outputs", "t_max_predict_ms", "temperature", "tfs_z", "thinking_forced_open", "timings_per_token", "tool_choice", "tools",
        "top_k", "top_logprobs", "top_n_sigma", "top_p", "truncate_prompt_tokens", "typical_p", "use_beam_search", "user", "verbosity",
        "web_search_options", "xtc_probability", "xtc_threshold",
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
