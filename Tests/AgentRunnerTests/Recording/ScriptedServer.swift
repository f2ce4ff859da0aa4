import AgentRuns
import Synchronization

@testable import AgentRunner

/// A model server that answers as a test says, and keeps what it was asked.
final class ScriptedServer: ModelServer {
    struct State {
        var requests: [GenerationRequest] = []
        var unloaded: [String] = []
        var underWay = 0
        var mostAtOnce = 0
    }

    let state = Mutex(State())
    private let canUnload: Bool
    private let isThere: (@Sendable (Int) -> Bool)?
    private let answer: @Sendable (GenerationRequest, Int) async throws(ServerError) -> Generation

    /// - Parameters:
    ///   - isThere: is given the number of calls so far.
    ///   - answer: is given the request and its number, from 0.
    init(
        canUnload: Bool = true, isThere: (@Sendable (Int) -> Bool)? = nil,
        _ answer: @escaping @Sendable (GenerationRequest, Int) async throws(ServerError) -> Generation
    ) {
        self.canUnload = canUnload
        self.isThere = isThere
        self.answer = answer
    }

    convenience init(canUnload: Bool = true, isThere: (@Sendable (Int) -> Bool)? = nil) {
        self.init(canUnload: canUnload, isThere: isThere) { _, _ throws(ServerError) in .sample() }
    }

    var requests: [GenerationRequest] { state.withLock { $0.requests } }

    func generate(_ request: GenerationRequest, progress: @escaping @Sendable (Int) -> Void) async throws(ServerError) -> Generation {
        let number = state.withLock { state in
            state.requests.append(request)
            state.underWay += 1
            state.mostAtOnce = max(state.mostAtOnce, state.underWay)
            return state.requests.count - 1
        }
        defer { state.withLock { $0.underWay -= 1 } }
        progress(1)
        return try await answer(request, number)
    }

    func unload(_ model: String) async throws(ServerError) -> Bool {
        state.withLock { $0.unloaded.append(model) }
        return canUnload
    }

    func identity() async throws(ServerError) -> ServerIdentity {
        guard isThere?(requests.count) ?? true else { throw ServerError(.unreachable, "nobody answers") }
        return ServerIdentity(name: "scripted", version: "1")
    }
}

extension Generation {
    static func sample(
        _ text: String = "The data says little.", ttft: Double? = 100, load: Double? = 5, tokens: Int? = 20, throughput: Double? = 10
    ) -> Generation {
        Generation(
            text: text, ttft: ttft, total: 2100, streaming: 1900, load: load, promptEval: 60, eval: 2000, promptTokens: 80, outputTokens: tokens,
            throughput: throughput, throughputSource: .evalDuration, doneReason: "stop")
    }
}
