import JSON

/// A server that speaks Ollama's native API.
public struct OllamaServer: ModelServer {
    private let address: ServerAddress
    private let transport: any Transport
    /// How long an unload or a question about the server may take, in seconds.
    private let controlTimeout: Double

    public init(_ address: ServerAddress, transport: any Transport = CurlTransport(), controlTimeout: Double = 60) {
        self.address = address
        self.transport = transport
        self.controlTimeout = controlTimeout
    }

    public func generate(_ request: GenerationRequest, progress: @escaping @Sendable (Int) -> Void) async throws(ServerError) -> Generation {
        let call = StreamedCall(transport: transport, request: address.post("/api/generate", Self.body(request), timeout: request.timeout))
        let reply = OllamaReply(contextLength: request.options["num_ctx"]?.integer)
        var generation = try await call.generation(reading: reply, progress: progress)
        let doubtful = request.options.values.keys.filter { !KnownOptions.names(of: .ollama).contains($0) }.sorted()
        if !doubtful.isEmpty {
            generation.notes.append("Ollama does not say whether it knows \(doubtful.joined(separator: " and ")): it answers all the same")
        }
        return generation
    }

    /// Asks for the model to be forgotten, and waits until the server no longer lists it: it answers before it has let go.
    public func unload(_ model: String) async throws(ServerError) -> Bool {
        let body = JSON.object(["model": .string(model), "keep_alive": .number(0), "stream": .bool(false)])
        let call = StreamedCall(transport: transport, request: address.post("/api/generate", body, timeout: controlTimeout))
        _ = try await call.generation(reading: OllamaReply()) { _ in }
        for _ in 0..<Self.mostLooks {
            guard try await isLoaded(model) else { return true }
            do { try await Task.sleep(for: .milliseconds(50)) } catch { throw ServerError(.cancelled, "the call was cancelled") }
        }
        return false
    }

    /// How often the list of loaded models is looked at: for ten seconds.
    private static let mostLooks = 200

    /// Whether the server lists the model as loaded; one that has no such list is taken at its word.
    private func isLoaded(_ model: String) async throws(ServerError) -> Bool {
        let call = StreamedCall(transport: transport, request: address.get("/api/ps", timeout: controlTimeout))
        let models: [JSON]?
        do throws(ServerError) {
            models = try JSON.message(try await call.whole().body)["models"]?.array
        } catch {
            if error.kind == .cancelled { throw error }
            return false
        }
        return (models ?? []).contains { [model, "\(model):latest"].contains($0["name"]?.string) }
    }

    public func identity() async throws(ServerError) -> ServerIdentity {
        let call = StreamedCall(transport: transport, request: address.get("/api/version", timeout: controlTimeout))
        let (head, body) = try await call.whole()
        guard head.status == 200 else { throw ServerComplaint(body: body, status: head.status).error(status: head.status, path: "/api/version") }
        return ServerIdentity(name: "ollama", version: try JSON.message(body)["version"]?.string)
    }

    private static func body(_ request: GenerationRequest) -> JSON {
        let isField = { (member: JSON.Member) in KnownOptions.ollamaFields.contains(member.key) }
        var options = request.options.members.filter { !isField($0) }
        options.set("seed", request.seed)
        options.set(tokenLimit: request, of: .ollama)
        var members = [JSON.Member("model", .string(request.model)), JSON.Member("prompt", .string(request.prompt))]
        if let system = request.system { members.append(JSON.Member("system", .string(system))) }
        members.append(JSON.Member("stream", .bool(true)))
        members += request.options.members.filter(isField)
        if !options.isEmpty { members.append(JSON.Member("options", .object(options))) }
        return .object(members)
    }
}

extension [JSON.Member] {
    /// Sets a member where there is a value, in the place of one that has its name: JSON must not have two.
    mutating func set(_ key: String, _ value: Int?) {
        guard let value else { return }
        removeAll { $0.key == key }
        append(JSON.Member(key, .number(value)))
    }

    /// Sets the limit of a request's tokens where none of its options does.
    mutating func set(tokenLimit request: GenerationRequest, of api: ServerAPI) {
        guard let name = api.tokenLimits.first, api.tokenLimits.allSatisfy({ request.options[$0] == nil }) else { return }
        set(name, request.tokenLimit)
    }
}
