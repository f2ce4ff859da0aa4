import JSON
import Testing

@testable import AgentRunner

/// A server that answers some paths with an object, and others with 404.
private func transport(_ replies: [String: String]) -> ReplayTransport {
    let paths = ["/api/version", "/props", "/v1/models", "/version"]
    return ReplayTransport(
        Transcript(
            paths.map { path in
                let steps = [
                    Transcript.Step(at: 1, .head(ReplyHead(status: replies[path] == nil ? 404 : 200))),
                    Transcript.Step(at: 2, .bytes(Array((replies[path] ?? #"{"error":"no"}"#).utf8))), Transcript.Step(at: 3, .end),
                ]
                return Transcript.Exchange(method: .get, path: path, body: nil, steps: steps)
            }), scale: 0)
}

@Suite struct ServerAddressTests {
    @Test(arguments: [
        ("http://127.0.0.1:11434", "http://127.0.0.1:11434"), ("http://127.0.0.1:11434/", "http://127.0.0.1:11434"),
        ("127.0.0.1:9", "http://127.0.0.1:9"), ("example.org", "http://example.org:11434"), ("0.0.0.0", "http://127.0.0.1:11434"),
        ("https://ann:secret@example.org/v1/?key=secret#secret", "https://example.org/v1"), ("HTTP://[::1]:8080", "http://[::1]:8080"),
        ("http://ann@example.org", "http://example.org"), ("ann:secret@example.org:8", "http://example.org:8"),
    ])
    func `an address is stored without what is secret`(text: String, url: String) throws {
        #expect(try ServerAddress(parsing: text).url == url)
    }

    @Test(arguments: ["", "ftp://ann:secret@example.org", "http://", "http://ann:secret@", "http://example.org:99999", "http://a b"])
    func `what is no address is refused without being quoted`(text: String) {
        let error = #expect(throws: ServerAddressError.self) { try ServerAddress(parsing: text) }
        #expect(error?.message.contains("secret") == false)
    }

    @Test func `a base URL with a path is the root of the API`() throws {
        #expect(try ServerAddress(parsing: "http://h:1").versionPath == "/v1")
        #expect(try ServerAddress(parsing: "http://h:1/v1").versionPath == "")
        #expect(try ServerAddress(parsing: "http://h:1/v1").root.url == "http://h:1")
    }

    @Test func `servers are told apart by what they answer`() async throws {
        let address = try ServerAddress(parsing: "http://h:1")
        let ollama = try await address.survey(
            over: transport(["/api/version": #"{"version":"0.5.4-x"}"#, "/v1/models": #"{"object":"list","data":null}"#]))
        #expect(ollama.api == .ollama)
        #expect(ollama.identity == ServerIdentity(name: "ollama", version: "0.5.4-x"))
        let llama = try await address.survey(
            over: transport(["/props": #"{"default_generation_settings":{},"model_path":"/home/ann/x.gguf","build_info":"b1"}"#]))
        #expect(llama.api == .openAI)
        #expect(llama.identity == ServerIdentity(name: "llama.cpp", version: "b1"))
        let models = #"{"object":"list","data":[{"id":"m","owned_by":"vllm"}]}"#
        let vllm = try await address.survey(over: transport(["/v1/models": models, "/version": #"{"version":"0.9"}"#]))
        #expect(vllm.identity == ServerIdentity(name: "vllm", version: "0.9"))
        let other = try await address.survey(over: transport(["/v1/models": #"{"data":[]}"#]))
        #expect(other.identity == ServerIdentity(name: "openai-compatible", version: nil))
    }

    @Test func `a server that speaks neither API is an error`() async throws {
        let address = try ServerAddress(parsing: "http://h:1")
        #expect(await #expect(throws: ServerError.self) { try await address.survey(over: transport([:])) }?.kind == .refused)
        #expect(await #expect(throws: ServerError.self) { try await address.survey(over: transport(["/v1/models": "{}"])) }?.kind == .malformed)
    }

    @Test func `an OpenAI-compatible server can't unload`() async throws {
        #expect(try await ServerAddress.replay.server(.openAI, over: ReplayTransport(Transcript())).unload("m") == false)
    }

    @Test func `a credential shows itself nowhere`() throws {
        let credential = try #require(Credential.bearer(" sk-1 \n"))
        var dumped = ""
        dump(TransportRequest(.get, "http://h", credential: credential, timeout: 1), to: &dumped)
        #expect(!"\(credential) \(String(reflecting: credential)) \(dumped) \(Mirror(reflecting: credential).children.count)".contains("sk-1"))
        #expect(credential.header == "Bearer sk-1")
        #expect(Credential.bearer("  ") == nil)
    }
}
