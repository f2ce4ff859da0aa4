import JSON

/// A reply of `/v1/chat/completions` as an event stream, as OpenAI, llama.cpp, vLLM and Ollama send it.
///
/// Sources: OpenAI's API reference, "chat completion chunk"; `tools/server/README.md` in ggml-org/llama.cpp for `timings`, in milliseconds.
struct OpenAIReply: StreamedReply {
    /// The model that was asked for, to see whether another one answered.
    let model: String
    private(set) var content = StreamedContent()
    private(set) var isWhole = false
    private var events = ServerSentEvents()
    private var answeringModel: String?
    private var doneReason: String?
    private var usage: JSON?
    private var timings: JSON?
    private var notes: [String] = []

    init(model: String) {
        self.model = model
    }

    mutating func take(line: [UInt8], at instant: ContinuousClock.Instant) throws(ServerError) {
        if let data = events.event(endingWith: line) { try take(event: data, at: instant) }
    }

    mutating func finish(at instant: ContinuousClock.Instant) throws(ServerError) {
        if isWhole { return }
        if let data = events.rest() { try take(event: data, at: instant) }
        // Some servers end the stream after the reason without saying that it is done.
        if doneReason != nil { isWhole = true }
        if !isWhole, answeringModel == nil, content.pieces == 0, !events.foreign.isEmpty { try takeWhole(events.foreign, at: instant) }
    }

    private mutating func take(event data: [UInt8], at instant: ContinuousClock.Instant) throws(ServerError) {
        let isBlank = !data.contains { $0 > 0x20 }
        if isWhole || isBlank { return }
        if data.filter({ $0 > 0x20 }) == Array("[DONE]".utf8) {
            isWhole = true
            return
        }
        let message = try JSON.message(data)
        try throwError(in: message)
        takeFacts(message)
        // The usage comes in a message without choices.
        guard let choice = message["choices"]?.array?.first else { return }
        if let delta = choice["delta"] {
            content.addThinking(delta["reasoning_content"]?.string ?? delta["reasoning"]?.string)
            if let piece = delta["content"], !piece.isNull {
                guard let text = piece.string else { throw ServerError(.malformed, "the server sent \(piece.kindName) where 'content' must be text") }
                content.add(text, at: instant)
            }
        }
        if let reason = choice["finish_reason"]?.string { doneReason = reason }
    }

    /// Reads a body that is no event stream: an error in spite of its status, or a reply of a server that does not stream.
    private mutating func takeWhole(_ body: [UInt8], at instant: ContinuousClock.Instant) throws(ServerError) {
        let message = try JSON.message(body)
        try throwError(in: message)
        guard let choice = message["choices"]?.array?.first, let text = choice["message"]?["content"]?.string else {
            throw ServerError(.malformed, "the server sent JSON that is no chat completion")
        }
        takeFacts(message)
        doneReason = choice["finish_reason"]?.string
        content.add(text, at: instant)
        notes.append("the server does not stream: the time to the first token is the time to the whole reply")
        isWhole = true
    }

    private func throwError(in message: JSON) throws(ServerError) {
        let hasError = message["error"].map { !$0.isNull } ?? false
        // llama.cpp's older event of an error is the error itself.
        let isError = message["choices"] == nil && message["message"]?.string != nil
        guard hasError || isError else { return }
        let complaint = ServerComplaint(message)
        let said = complaint.message ?? "no reason"
        if complaint.isUnknownModel { throw ServerError(.unknownModel, "the server does not have the model: \(said)") }
        throw ServerError(.refused, "the server gave up\(content.pieces > 0 ? " in the middle of its reply" : ""): \(said)")
    }

    private mutating func takeFacts(_ message: JSON) {
        if let name = message["model"]?.string, !name.isEmpty { answeringModel = name }
        if let found = message["usage"], found.members != nil { usage = found }
        if let found = message["timings"], found.members != nil { timings = found }
    }
}

extension OpenAIReply {
    func complete(_ generation: inout Generation) {
        generation.doneReason = doneReason
        generation.notes += notes
        let cached = usage?["prompt_tokens_details"]?.count("cached_tokens") ?? timings?.count("cache_n") ?? 0
        generation.promptTokens = usage?.count("prompt_tokens") ?? timings?.count("prompt_n").map { $0 + cached }
        generation.outputTokens = usage?.count("completion_tokens") ?? timings?.count("predicted_n")
        generation.promptEval = timings?.milliseconds("prompt_ms")
        // With a single token llama.cpp reports a microsecond, because it counts from the first token on.
        generation.eval = timings?.count("predicted_n") == 1 ? nil : timings?.milliseconds("predicted_ms")
        generation.workOutThroughput(hasThinking: content.hasThinking)
        if let answeringModel, answeringModel != model {
            generation.notes.append("asked for \(model), the server answered as \(ServerComplaint.cleaned(answeringModel) ?? "another model")")
        }
        if cached > 0, let tokens = generation.promptTokens {
            generation.notes.append("\(cached) of \(tokens) prompt tokens came from the server's cache")
        }
    }
}
