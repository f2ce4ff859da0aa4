/// Sends one request and reads its reply as it streams in: what all APIs do alike.
struct StreamedCall: Sendable {
    let transport: any Transport
    let request: TransportRequest

    /// - Parameter reply: an empty reply of the API.
    func generation(
        reading reply: some StreamedReply, progress: @Sendable (Int) -> Void
    ) async throws(ServerError) -> Generation {
        var reading = Reading(reply: reply, path: Transcript.Exchange.path(of: request.url))
        do throws(ServerError) {
            for await event in transport.send(request) {
                let pieces = reading.reply.content.pieces
                try reading.take(event)
                if reading.reply.content.pieces > pieces { progress(reading.reply.content.pieces) }
                if reading.isDone { return reading.generation }
            }
            throw Task.isCancelled ? Self.cancelled : ServerError(.truncated, "the reply ended before its last line")
        } catch {
            throw reading.failure(error, hiding: request.credential)
        }
    }

    /// Sends a request whose reply is one object, and gives its status and body.
    func whole() async throws(ServerError) -> (head: ReplyHead, body: [UInt8]) {
        var head: ReplyHead?
        var body: [UInt8] = []
        for await event in transport.send(request) {
            switch event {
            case .sent: break
            case .head(let found, _): head = found
            case .bytes(let bytes, _):
                body += bytes
                guard body.count <= LineSplitter.longestLine else { throw ServerError(.malformed, "the reply does not end") }
            case .end:
                guard let head else { throw ServerError(.unreachable, "the reply has no status") }
                return (head, body)
            case .failed(var error, _):
                error.reason = request.credential?.hidden(in: error.reason) ?? error.reason
                throw error
            }
        }
        throw Self.cancelled
    }

    private static let cancelled = ServerError(.cancelled, "the call was cancelled")
}

/// How far a reply has been read.
private struct Reading<Reply: StreamedReply> {
    var reply: Reply
    let path: String
    private var sent: ContinuousClock.Instant?
    private var latest: ContinuousClock.Instant?
    private var head: ReplyHead?
    private var splitter = LineSplitter()
    /// The body of a reply that is not a success.
    private var refusal: [UInt8] = []
    /// Whether nothing more is waited for: what a server sends after its last line, and how long it holds the connection, is not measured.
    private(set) var isDone = false

    private static var longestRefusal: Int { 1 << 20 }

    init(reply: Reply, path: String) {
        self.reply = reply
        self.path = path
    }

    mutating func take(_ event: TransportEvent) throws(ServerError) {
        switch event {
        case .sent(let instant):
            sent = instant
            latest = instant
        case .head(let head, let instant):
            self.head = head
            latest = instant
        case .bytes(let bytes, let instant):
            latest = instant
            try take(bytes, at: instant)
        case .end(let instant):
            latest = instant
            try finish(at: instant)
        case .failed(let error, let instant):
            latest = instant
            throw head.map { Self.isSuccess($0) } == false ? refused : error
        }
    }

    private mutating func take(_ bytes: [UInt8], at instant: ContinuousClock.Instant) throws(ServerError) {
        guard head.map(Self.isSuccess) == true else {
            refusal += bytes.prefix(Self.longestRefusal - refusal.count)
            return
        }
        for line in try splitter.lines(adding: bytes) where !reply.isWhole { try reply.take(line: line, at: instant) }
        isDone = reply.isWhole
    }

    private mutating func finish(at instant: ContinuousClock.Instant) throws(ServerError) {
        guard head.map(Self.isSuccess) == true else { throw refused }
        do throws(ServerError) {
            if !splitter.rest.isEmpty { try reply.take(line: splitter.rest, at: instant) }
            try reply.finish(at: instant)
        } catch {
            // Half a line at the end is a reply that broke off, unless the server says what went wrong.
            throw error.kind == .malformed && !splitter.rest.isEmpty && reply.content.pieces > 0 ? Self.truncated : error
        }
        guard reply.isWhole else { throw Self.truncated }
        isDone = true
    }

    private var refused: ServerError {
        let status = head?.status ?? 0
        return ServerComplaint(body: refusal, status: status).error(status: status, path: path)
    }

    private static func isSuccess(_ head: ReplyHead) -> Bool { (200..<300).contains(head.status) }

    private static var truncated: ServerError { ServerError(.truncated, "the reply ended before its last line") }

    var generation: Generation {
        var generation = measured
        reply.complete(&generation)
        return generation
    }

    private var measured: Generation {
        let sent = sent ?? .now
        return reply.content.generation(sent: sent, end: latest ?? sent)
    }

    /// The error with what was measured before it, and without the credential.
    func failure(_ error: ServerError, hiding credential: Credential?) -> ServerError {
        var error = error
        if reply.content.pieces > 0 { error.partial = measured }
        if let credential { error.reason = credential.hidden(in: error.reason) }
        return error
    }
}
