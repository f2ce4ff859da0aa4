/// Passes requests on to another transport, and keeps each exchange with its timing as part of a transcript.
public struct RecordingTransport: Transport {
    private let base: any Transport
    private let keep: @Sendable (Transcript.Exchange) -> Void

    /// - Parameter keep: is given each exchange when it has ended, whole; exchanges that run at the same time come in the order of their ends.
    public init(_ base: any Transport, keep: @escaping @Sendable (Transcript.Exchange) -> Void) {
        self.base = base
        self.keep = keep
    }

    public func send(_ request: TransportRequest) -> AsyncStream<TransportEvent> {
        let events = base.send(request)
        return AsyncStream { continuation in
            let pump = Task {
                var recording = Recording(request)
                for await event in events {
                    recording.add(event)
                    continuation.yield(event)
                }
                keep(recording.whole)
                continuation.finish()
            }
            continuation.onTermination = { termination in
                if case .cancelled = termination { pump.cancel() }
            }
        }
    }
}

/// An exchange while it is being recorded.
private struct Recording {
    private var exchange: Transcript.Exchange
    private var sent: ContinuousClock.Instant?
    private let credential: Credential?

    init(_ request: TransportRequest) {
        exchange = Transcript.Exchange(request)
        credential = request.credential
    }

    mutating func add(_ event: TransportEvent) {
        switch event {
        case .sent(let instant): sent = instant
        case .head(let head, let instant): add(.head(head), at: instant)
        case .bytes(let bytes, let instant): add(.bytes(bytes), at: instant)
        case .end(let instant): add(.end, at: instant)
        case .failed(let error, let instant):
            add(.failed(error.kind, reason: credential?.hidden(in: error.reason) ?? error.reason), at: instant)
        }
    }

    private mutating func add(_ event: Transcript.Step.Event, at instant: ContinuousClock.Instant) {
        exchange.steps.append(Transcript.Step(at: sent.map { $0.duration(to: instant).wholeNanoseconds } ?? 0, event))
    }

    /// The exchange; one that its reader left, because it had seen the last line, ends where the reader left.
    var whole: Transcript.Exchange {
        var whole = exchange
        switch whole.steps.last?.event {
        case .bytes: whole.steps.append(Transcript.Step(at: whole.steps[whole.steps.count - 1].nanoseconds, .end))
        case nil, .head:
            let last = whole.steps.last?.nanoseconds ?? 0
            whole.steps.append(Transcript.Step(at: last, .failed(.cancelled, reason: "the call was cancelled")))
        case .end, .failed: break
        }
        return whole
    }
}
