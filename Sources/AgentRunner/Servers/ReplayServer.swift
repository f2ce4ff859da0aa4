import AgentRuns

/// A model server that plays a recorded transcript, with the clients that speak to real servers.
public struct ReplayServer: ModelServer {
    private let server: any ModelServer

    /// - Parameters:
    ///   - scale: how much slower than recorded the replies come; 0 gives them at once. The figures are the recorded ones at any scale.
    ///   - api: what the recorded server spoke; `nil` takes it from the transcript.
    public init(_ transcript: Transcript, scale: Double = 1, api: ServerAPI? = nil) {
        let isOllama = transcript.exchanges.contains { $0.path.hasSuffix("/api/generate") }
        server = ServerAddress.replay.server(api ?? (isOllama ? .ollama : .openAI), over: ReplayTransport(transcript, scale: scale))
    }

    public func generate(_ request: GenerationRequest, progress: @escaping @Sendable (Int) -> Void) async throws(ServerError) -> Generation {
        var generation = try await server.generate(request, progress: progress)
        generation.notes.append("replayed from a recorded transcript")
        return generation
    }

    /// Plays the recorded unload; `false` where none was recorded.
    public func unload(_ model: String) async throws(ServerError) -> Bool {
        do throws(ServerError) {
            return try await server.unload(model)
        } catch  where error.kind == .unreachable {
            return false
        }
    }

    public func identity() async throws(ServerError) -> ServerIdentity {
        do throws(ServerError) {
            return try await server.identity()
        } catch  where error.kind == .unreachable {
            return ServerIdentity(name: "replay", version: nil)
        }
    }
}
