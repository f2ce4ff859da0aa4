import Testing

@testable import AgentRunner

/// Keeps what a recording transport gives it.
actor Shelf {
    private(set) var exchanges: [Transcript.Exchange] = []

    func add(_ exchange: Transcript.Exchange) { exchanges.append(exchange) }

    /// Exchanges are kept when they have ended, which can be a moment after the call that caused them.
    func wait(for count: Int) async throws -> [Transcript.Exchange] {
        for _ in 0..<500 where exchanges.count < count { try await Task.sleep(for: .milliseconds(10)) }
        return exchanges
    }
}
