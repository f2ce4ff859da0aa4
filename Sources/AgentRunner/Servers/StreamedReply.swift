/// A reply that comes in lines, as one API sends it.
protocol StreamedReply: Sendable {
    /// Takes one line, without its end. An error is one that the server reports, or a line that is not in its format.
    mutating func take(line: [UInt8], at instant: ContinuousClock.Instant) throws(ServerError)

    /// Takes what is left when the reply has ended.
    mutating func finish(at instant: ContinuousClock.Instant) throws(ServerError)

    /// Whether the line came that is the last.
    var isWhole: Bool { get }
    var content: StreamedContent { get }

    /// Fills in what the server says of the call.
    func complete(_ generation: inout Generation)
}

/// The text of a reply as it came in.
struct StreamedContent: Sendable {
    private(set) var text = ""
    /// Pieces that were not empty. They are not tokens.
    private(set) var pieces = 0
    private(set) var first: ContinuousClock.Instant?
    private(set) var last: ContinuousClock.Instant?
    /// Whether the model thought aloud, in pieces that are no part of the text.
    private(set) var hasThinking = false

    mutating func add(_ piece: String, at instant: ContinuousClock.Instant) {
        if piece.isEmpty { return }
        text += piece
        pieces += 1
        if first == nil { first = instant }
        last = instant
    }

    mutating func addThinking(_ piece: String?) {
        if let piece, !piece.isEmpty { hasThinking = true }
    }

    /// What the client measured, before anything that the server says.
    func generation(sent: ContinuousClock.Instant, end: ContinuousClock.Instant) -> Generation {
        var generation = Generation(text: text, ttft: first.map { sent.duration(to: $0).milliseconds }, total: sent.duration(to: end).milliseconds)
        if let first, let last, first < last { generation.streaming = first.duration(to: last).milliseconds }
        if hasThinking { generation.notes.append("the model thought aloud first: its thinking is in the token count, and not in the text") }
        return generation
    }
}
