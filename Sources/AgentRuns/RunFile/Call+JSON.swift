import JSON

extension Call {
    /// Every figure has its key, null when it was not measured; what only some sources know is left out when it is not there.
    var json: JSON {
        var members: [JSON.Member] = [
            .init("stage", .optional(stage)),
            .init("ttft_ms", .optional(ttft)),
            .init("load_ms", .optional(load)),
            .init("prompt_eval_ms", .optional(promptEval)),
            .init("eval_ms", .optional(eval)),
            .init("total_ms", .optional(total)),
            .init("prompt_tokens", .optional(promptTokens)),
            .init("output_tokens", .optional(outputTokens)),
            .init("throughput", .optional(throughput)),
            .init("cold", .optional(cold)),
            .init("error", .optional(error)),
        ]
        if let repetition { members.append(.init("repetition", .number(repetition))) }
        if let prompt { members.append(.init("prompt", .number(prompt))) }
        if let timestamp { members.append(.init("timestamp", .string(timestamp.text))) }
        return .object(members)
    }

    init(json: JSON) throws(JSONError) {
        self.init(
            stage: try json.optionalString("stage"),
            repetition: try json.optionalCount("repetition"),
            timestamp: try json.optionalTimestamp("timestamp"),
            ttft: try json.optionalDuration("ttft_ms"),
            load: try json.optionalDuration("load_ms"),
            promptEval: try json.optionalDuration("prompt_eval_ms"),
            eval: try json.optionalDuration("eval_ms"),
            total: try json.optionalDuration("total_ms"),
            promptTokens: try json.optionalCount("prompt_tokens"),
            outputTokens: try json.optionalCount("output_tokens"),
            throughput: try json.optionalDuration("throughput"),
            cold: try json.optionalBool("cold"),
            error: try json.optionalString("error"),
            prompt: try json.optionalCount("prompt"))
    }
}
