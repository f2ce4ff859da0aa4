import AgentRuns
import JSON
import Synchronization

/// Answers requests from a transcript, with the timing that was recorded.
///
/// A request gets the first reply of its method, path and body that was not played yet; where no body agrees, the first of the same model,
/// because a prompt may be worded anew; where all were played, they are played again.
public final class ReplayTransport: Transport {
    private let transcript: Transcript
    /// How much slower than recorded the replies come; 0 gives them at once.
    private let scale: Double
    private let played = Mutex<Set<Int>>([])

    /// - Parameter scale: stretches the waiting, not the figures: the instants of the events are the recorded ones at any scale.
    public init(_ transcript: Transcript, scale: Double = 1) {
        self.transcript = transcript
        self.scale = max(scale, 0)
    }

    public func send(_ request: TransportRequest) -> AsyncStream<TransportEvent> {
        let start = ContinuousClock.now
        guard let exchange = exchange(for: request) else {
            let what = "\(request.method.rawValue) \(Transcript.Exchange.path(of: request.url))"
            return Self.stream([.sent(start), .failed(ServerError(.unreachable, "the transcript has no reply to \(what)"), start)])
        }
        let events = Self.events(of: exchange, from: start, timeout: request.timeout)
        if scale == 0 { return Self.stream(events.map(\.event)) }
        return AsyncStream { [scale] continuation in
            let player = Task {
                for (nanoseconds, event) in events {
                    try await Task.sleep(until: start + .nanoseconds(Int64(Double(nanoseconds) * scale)))
                    continuation.yield(event)
                }
                continuation.finish()
            }
            continuation.onTermination = { _ in player.cancel() }
        }
    }

    private static func stream(_ events: [TransportEvent]) -> AsyncStream<TransportEvent> {
        AsyncStream { continuation in
            for event in events { continuation.yield(event) }
            continuation.finish()
        }
    }

    private func exchange(for request: TransportRequest) -> Transcript.Exchange? {
        let wanted = Transcript.Exchange(request)
        let alike = transcript.exchanges.indices.filter {
            transcript.exchanges[$0].method == wanted.method && transcript.exchanges[$0].path == wanted.path
        }
        let same = alike.filter { transcript.exchanges[$0].body == wanted.body }
        let ofModel = alike.filter {
            let exchange = transcript.exchanges[$0]
            return exchange.body?["model"] == wanted.body?["model"] && exchange.isUnload == wanted.isUnload
        }
        return played.withLock { played in
            let candidates = same.isEmpty ? ofModel : same
            let fresh = candidates.first { !played.contains($0) }
            if fresh == nil { played.subtract(candidates) }
            guard let index = fresh ?? candidates.first else { return nil }
            played.insert(index)
            return transcript.exchanges[index]
        }
    }

    private static func events(
        of exchange: Transcript.Exchange, from start: ContinuousClock.Instant, timeout: Double
    ) -> [(nanoseconds: Int64, event: TransportEvent)] {
        let limit = Int64(min(timeout, 1e9) * 1e9)
        var events: [(nanoseconds: Int64, event: TransportEvent)] = [(0, .sent(start))]
        for step in exchange.steps {
            guard step.nanoseconds <= limit else {
                let error = ServerError(.timedOut, "the reply was not complete after \(OptionValue.number(timeout)) s")
                return events + [(limit, .failed(error, start + .nanoseconds(limit)))]
            }
            events.append((step.nanoseconds, step.event.at(start + .nanoseconds(step.nanoseconds))))
        }
        return events
    }
}

extension Transcript.Exchange {
    /// Whether the request asks to forget the model, in Ollama's way: it must not be taken for a request for text.
    fileprivate var isUnload: Bool { body?["prompt"] == nil && body?["keep_alive"]?.number == 0 }
}

extension Transcript.Step.Event {
    fileprivate func at(_ instant: ContinuousClock.Instant) -> TransportEvent {
        switch self {
        case .head(let head): .head(head, instant)
        case .bytes(let bytes): .bytes(bytes, instant)
        case .end: .end(instant)
        case .failed(let kind, let reason): .failed(ServerError(kind, reason), instant)
        }
    }
}
