import JSON

/// One call as a flat record, with the keys of a run file's calls.
enum CallRecord {
    static let keys = [
        "run", "slot", "index", "stage", "timestamp", "ttft_ms", "load_ms", "prompt_eval_ms", "eval_ms", "total_ms", "prompt_tokens",
        "output_tokens", "throughput", "cold", "error", "repetition", "prompt",
    ]

    static func values(_ call: Call, index: Int, execution: AgentExecution, run: Run) -> [JSON] {
        let call = call.json
        return [.string(run.id), .string(execution.slot), .number(index)] + keys.dropFirst(3).map { call[$0] ?? .null }
    }
}
