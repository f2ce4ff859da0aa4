import AgentRunner
import JSON

extension Generation {
    var json: JSON {
        .object([
            "text": .string(text), "ttft": .optional(ttft), "total": .number(total), "streaming": .optional(streaming), "load": .optional(load),
            "prompt_eval": .optional(promptEval), "eval": .optional(eval), "prompt_tokens": .optional(promptTokens),
            "output_tokens": .optional(outputTokens), "throughput": .optional(throughput), "throughput_source": .optional(throughputSource?.rawValue),
            "done_reason": .optional(doneReason), "notes": .array(notes.map { .string($0) }),
        ])
    }
}

extension ServerIdentity {
    var json: JSON { .object(["name": .string(name), "version": .optional(version)]) }
}
