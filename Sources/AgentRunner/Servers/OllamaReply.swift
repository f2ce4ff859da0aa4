import JSON

/// A reply of Ollama's `/api/generate`: one JSON object a line, the last with `done` and the figures.
///
/// Source: `docs/api.md` in ollama/ollama; durations are nanoseconds. Version 0.5 leaves out those that it rounds to zero; replies to a load or
/// an unload have none, and no counts.
struct OllamaReply: StreamedReply {
    /// The context that was asked for, to see whether the prompt filled it.
    let contextLength: Int?
    private(set) var content = StreamedContent()
    private var last: JSON?

    init(contextLength: Int? = nil) {
        self.contextLength = contextLength
    }

    var isWhole: Bool { last != nil }

    mutating func take(line: [UInt8], at instant: ContinuousClock.Instant) throws(ServerError) {
        guard line.contains(where: { $0 > 0x20 }) else { return }
        let message = try JSON.message(line)
        if let error = message["error"], !error.isNull {
            let complaint = ServerComplaint(message)
            let said = complaint.message ?? "no reason"
            if complaint.isUnknownModel { throw ServerError(.unknownModel, "the server does not have the model: \(said)") }
            throw ServerError(.refused, "the server gave up\(content.pieces > 0 ? " in the middle of its reply" : ""): \(said)")
        }
        if let response = message["response"], !response.isNull {
            guard let piece = response.string else {
                throw ServerError(.malformed, "the server sent \(response.kindName) where 'response' must be text")
            }
            content.add(piece, at: instant)
        }
        content.addThinking(message["thinking"]?.string)
        if message["done"]?.bool == true { last = message }
    }

    mutating func finish(at instant: ContinuousClock.Instant) throws(ServerError) {}

    func complete(_ generation: inout Generation) {
        guard let last else { return }
        generation.load = last.milliseconds("load_duration", perMillisecond: 1e6)
        generation.promptEval = last.milliseconds("prompt_eval_duration", perMillisecond: 1e6)
        generation.eval = last.milliseconds("eval_duration", perMillisecond: 1e6)
        generation.promptTokens = last.count("prompt_eval_count").flatMap { $0 > 0 ? $0 : nil }
        generation.outputTokens = last.count("eval_count")
        generation.doneReason = last["done_reason"]?.string
        if generation.doneReason == "load" || generation.doneReason == "unload" { return }
        generation.workOutThroughput(hasThinking: content.hasThinking)
        if let tokens = generation.promptTokens, let contextLength, tokens >= contextLength {
            generation.notes.append("the prompt fills the context of \(contextLength) tokens: the server has cut what did not fit")
        }
    }
}
