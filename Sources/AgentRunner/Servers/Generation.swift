/// A text that a server generated, with what the call took. Durations are in milliseconds; what was not measured is `nil`, never zero.
public struct Generation: Sendable, Hashable {
    /// Where the figure for throughput comes from.
    public enum ThroughputSource: String, Sendable, Hashable {
        /// Output tokens over the server's own evaluation duration.
        case evalDuration = "eval_duration"
        /// Output tokens less one, over the time from the first to the last chunk with content, because the server reports no duration.
        case chunks
    }

    public var text: String
    /// From sending the request to the first chunk with content, at the client.
    public var ttft: Double?
    /// From sending the request to the end of the reply, at the client.
    public var total: Double
    /// From the first to the last chunk with content, at the client.
    public var streaming: Double?
    /// The server's own durations.
    public var load: Double?
    public var promptEval: Double?
    public var eval: Double?
    public var promptTokens: Int?
    public var outputTokens: Int?
    /// Output tokens per second, by the source beside it.
    public var throughput: Double?
    public var throughputSource: ThroughputSource?
    /// Why the server stopped: `stop`, `length`.
    public var doneReason: String?
    /// What a reader of the figures must know, such as a prompt that was cut.
    public var notes: [String]

    public init(
        text: String, ttft: Double?, total: Double, streaming: Double? = nil, load: Double? = nil, promptEval: Double? = nil, eval: Double? = nil,
        promptTokens: Int? = nil, outputTokens: Int? = nil, throughput: Double? = nil, throughputSource: ThroughputSource? = nil,
        doneReason: String? = nil, notes: [String] = []
    ) {
        self.text = text
        self.ttft = ttft
        self.total = total
        self.streaming = streaming
        self.load = load
        self.promptEval = promptEval
        self.eval = eval
        self.promptTokens = promptTokens
        self.outputTokens = outputTokens
        self.throughput = throughput
        self.throughputSource = throughputSource
        self.doneReason = doneReason
        self.notes = notes
    }
}
