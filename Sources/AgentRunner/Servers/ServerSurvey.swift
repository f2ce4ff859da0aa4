import JSON

/// Asks a server what it is.
///
/// Ollama answers `/api/version`, llama.cpp `/props`, vLLM `/version`; everything that speaks OpenAI's API answers `/v1/models`. Of what they
/// say only the name and the version are kept: the rest names files and machines.
struct ServerSurvey: Sendable {
    let address: ServerAddress
    let transport: any Transport
    let timeout: Double

    func result() async throws(ServerError) -> (api: ServerAPI, identity: ServerIdentity) {
        if let version = try await object("/api/version")?["version"]?.string {
            return (.ollama, ServerIdentity(name: "ollama", version: ServerComplaint.cleaned(version)))
        }
        return (.openAI, try await openAIIdentity())
    }

    func openAIIdentity() async throws(ServerError) -> ServerIdentity {
        if let properties = try await object("/props"), properties["default_generation_settings"] != nil || properties["build_info"] != nil {
            return ServerIdentity(name: "llama.cpp", version: properties["build_info"]?.string.flatMap(ServerComplaint.cleaned))
        }
        if let version = try await object("/api/version")?["version"]?.string {
            return ServerIdentity(name: "ollama", version: ServerComplaint.cleaned(version))
        }
        let call = StreamedCall(transport: transport, request: address.get("\(address.versionPath)/models", timeout: timeout))
        let (head, body) = try await call.whole()
        guard head.status == 200 else { throw ServerComplaint(body: body, status: head.status).error(status: head.status, path: "/v1/models") }
        let models = try JSON.message(body)
        guard models["data"]?.array != nil || models["object"]?.string == "list" else {
            throw ServerError(.malformed, "the server answers, and speaks neither Ollama's API nor OpenAI's")
        }
        if models["data"]?.array?.first?["owned_by"]?.string == "vllm" {
            return ServerIdentity(name: "vllm", version: try await object("/version")?["version"]?.string.flatMap(ServerComplaint.cleaned))
        }
        return ServerIdentity(name: "openai-compatible", version: nil)
    }

    /// The JSON object at a path of the server; `nil` where it has none.
    private func object(_ path: String) async throws(ServerError) -> JSON? {
        let (head, body) = try await StreamedCall(transport: transport, request: address.root.get(path, timeout: timeout)).whole()
        return head.status == 200 ? try? JSON.message(body) : nil
    }
}
