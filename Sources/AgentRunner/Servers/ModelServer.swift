/// A server that generates text with a model, as a run measures it.
public protocol ModelServer: Sendable {
    /// Sends one request, reads the reply as it streams in, and measures it at the client.
    ///
    /// - Parameter progress: is told how many chunks with content have come so far, for a display.
    func generate(_ request: GenerationRequest, progress: @escaping @Sendable (Int) -> Void) async throws(ServerError) -> Generation

    /// Makes the server forget a model, so that the next call has to load it; a server that can't says so by returning `false`.
    func unload(_ model: String) async throws(ServerError) -> Bool

    /// What the server says of itself: its name and version, without anything about the machine it runs on.
    func identity() async throws(ServerError) -> ServerIdentity
}

/// One request for a text.
public struct GenerationRequest: Sendable, Hashable {
    public var model: String
    public var system: String?
    public var prompt: String
    /// Sampling and server options; those that are not set are left to the server.
    public var options: RequestOptions
    public var seed: Int?
    /// The most tokens to generate, where no option says it; `nil` leaves it to the server.
    public var tokenLimit: Int?
    /// How long the whole call may take, in seconds.
    public var timeout: Double

    public init(
        model: String, system: String? = nil, prompt: String, options: RequestOptions = RequestOptions(), seed: Int? = nil,
        tokenLimit: Int? = nil, timeout: Double = 120
    ) {
        self.model = model
        self.system = system
        self.prompt = prompt
        self.options = options
        self.seed = seed
        self.tokenLimit = tokenLimit
        self.timeout = timeout
    }
}

/// What a server says of itself.
public struct ServerIdentity: Sendable, Hashable {
    /// `ollama`, `llama.cpp`, or what its replies say.
    public var name: String
    public var version: String?

    public init(name: String, version: String?) {
        self.name = name
        self.version = version
    }
}
