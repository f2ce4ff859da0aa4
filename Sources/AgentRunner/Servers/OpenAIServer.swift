import JSON

/// A server that speaks OpenAI's chat completions: llama.cpp, vLLM, and many others.
public struct OpenAIServer: ModelServer {
    private let address: ServerAddress
    private let transport: any Transport
    /// How long a question about the server may take, in seconds.
    private let controlTimeout: Double

    /// - Parameter address: with the credential that the server asks for, if any.
    public init(_ address: ServerAddress, transport: any Transport = CurlTransport(), controlTimeout: Double = 60) {
        self.address = address
        self.transport = transport
        self.controlTimeout = controlTimeout
    }

    public func generate(_ request: GenerationRequest, progress: @escaping @Sendable (Int) -> Void) async throws(ServerError) -> Generation {
        let path = "\(address.versionPath)/chat/completions"
        let call = StreamedCall(transport: transport, request: address.post(path, Self.body(request), timeout: request.timeout))
        var generation = try await call.generation(reading: OpenAIReply(model: request.model), progress: progress)
        let unasked = Self.serverOptions.filter { request.options[$0] != nil }
        if !unasked.isEmpty {
            generation.notes.append("\(unasked.joined(separator: " and ")) can't be asked for over this API: the server's own holds")
        }
        return generation
    }

    /// This API has no way to unload a model.
    public func unload(_ model: String) async throws(ServerError) -> Bool { false }

    public func identity() async throws(ServerError) -> ServerIdentity {
        try await ServerSurvey(address: address, transport: transport, timeout: controlTimeout).openAIIdentity()
    }

    /// Options of loading a model, which no request over this API can set.
    private static let serverOptions = ["num_ctx", "num_gpu"]
    /// vLLM's name stands beside llama.cpp's; each leaves the other's alone.
    private static let otherNames = ["repeat_penalty": "repetition_penalty"]

    private static func body(_ request: GenerationRequest) -> JSON {
        var messages: [JSON] = []
        if let system = request.system { messages.append(.object(["role": .string("system"), "content": .string(system)])) }
        messages.append(.object(["role": .string("user"), "content": .string(request.prompt)]))
        var members = [
            JSON.Member("model", .string(request.model)),
            JSON.Member("messages", .array(messages)),
            JSON.Member("stream", .bool(true)),
            JSON.Member("stream_options", .object(["include_usage": .bool(true)])),
        ]
        for option in request.options.members where !serverOptions.contains(option.key) {
            members.append(option)
            if let other = otherNames[option.key], request.options[other] == nil { members.append(JSON.Member(other, option.value)) }
        }
        members.set("seed", request.seed)
        members.set(tokenLimit: request, of: .openAI)
        return .object(members)
    }
}
