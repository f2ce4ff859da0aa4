/// One request to a model server. A figure that was not measured is `nil`, never zero.
public struct Call: Sendable, Hashable {
    /// What the call was for, such as `analysis` or `report`.
    public var stage: String?
    /// Which repetition of the workflow it belongs to, from 1.
    public var repetition: Int?
    public var timestamp: Timestamp?
    /// Time to first token in milliseconds, by the definition of its execution.
    public var ttft: Double?
    /// Time the server spent loading the model, in milliseconds.
    public var load: Double?
    /// Time the server spent on the prompt, in milliseconds.
    public var promptEval: Double?
    /// Time the server spent generating, in milliseconds.
    public var eval: Double?
    /// From the request to the last chunk, in milliseconds.
    public var total: Double?
    public var promptTokens: Int?
    public var outputTokens: Int?
    /// Output tokens per second of generation.
    public var throughput: Double?
    /// Whether the model had to be loaded for this call; `nil` where that can't be told.
    public var cold: Bool?
    public var error: String?
    /// The prompt's number, where a tool repeats several prompts.
    public var prompt: Int?

    public init(
        stage: String? = nil, repetition: Int? = nil, timestamp: Timestamp? = nil, ttft: Double? = nil, load: Double? = nil,
        promptEval: Double? = nil, eval: Double? = nil, total: Double? = nil, promptTokens: Int? = nil, outputTokens: Int? = nil,
        throughput: Double? = nil, cold: Bool? = nil, error: String? = nil, prompt: Int? = nil
    ) {
        self.stage = stage
        self.repetition = repetition
        self.timestamp = timestamp
        self.ttft = ttft
        self.load = load
        self.promptEval = promptEval
        self.eval = eval
        self.total = total
        self.promptTokens = promptTokens
        self.outputTokens = outputTokens
        self.throughput = throughput
        self.cold = cold
        self.error = error
        self.prompt = prompt
    }
}

extension Call {
    /// The load duration from which a call counts as cold, in milliseconds, where the program does not say.
    ///
    /// Over 986 calls of the Chimera programs no load lasted between 0.63 s and 2.5 s, so any limit between them separates the two populations.
    public static let coldLoadLimit: Double = 1000

    /// Decides from the load duration whether a call was cold; `nil` without one.
    public static func isCold(load: Double?, limit: Double = coldLoadLimit) -> Bool? {
        load.map { $0 >= limit }
    }
}
