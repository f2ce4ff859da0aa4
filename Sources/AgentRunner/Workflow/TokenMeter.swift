import Synchronization

/// Counts the tokens of the calls that are under way, from whatever thread they report.
final class TokenMeter: Sendable {
    fileprivate struct State {
        var chunks: [String: Int] = [:]
        var finished = 0
        var firstChunk: ContinuousClock.Instant?
        var lastShown = ContinuousClock.now
    }

    private let state = Mutex(State())
    private let show: @Sendable (_ tokens: Int, _ perSecond: Double?) -> Void

    /// - Parameter show: is told a few times a second how far the calls are.
    init(show: @escaping @Sendable (_ tokens: Int, _ perSecond: Double?) -> Void = { _, _ in }) {
        self.show = show
    }

    /// Takes the number of chunks of a call so far; each is about a token.
    func count(_ chunks: Int, of call: String) {
        let now = ContinuousClock.now
        let reading = state.withLock { state -> (Int, Double?)? in
            state.chunks[call] = chunks
            if state.firstChunk == nil { state.firstChunk = now }
            guard now - state.lastShown > .milliseconds(500) else { return nil }
            state.lastShown = now
            return state.reading(at: now)
        }
        if let reading { show(reading.0, reading.1) }
    }

    /// Takes the server's own count in the place of the chunks.
    func finish(_ call: String, tokens: Int?) {
        state.withLock { state in
            let chunks = state.chunks.removeValue(forKey: call)
            state.finished += tokens ?? chunks ?? 0
        }
    }
}

extension TokenMeter.State {
    fileprivate func reading(at now: ContinuousClock.Instant) -> (Int, Double?) {
        let tokens = finished + chunks.values.reduce(0, +)
        guard let firstChunk, now > firstChunk, tokens > 1 else { return (tokens, nil) }
        return (tokens, Double(tokens - 1) / (now - firstChunk).inSeconds)
    }
}
