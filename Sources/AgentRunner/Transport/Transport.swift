/// Carries requests to a model server and its replies back, with the instant at which each piece arrived.
///
/// A reply is one stream of events: `sent`, then `head`, then any number of `bytes`, then `end`; `failed` may take the place of any of them
/// and is the last. Who stops reading the stream, or is cancelled while it reads, ends the request.
public protocol Transport: Sendable {
    func send(_ request: TransportRequest) -> AsyncStream<TransportEvent>
}

/// One thing that happened to a request.
public enum TransportEvent: Sendable, Hashable {
    /// The request was handed over; what a call took counts from here.
    case sent(ContinuousClock.Instant)
    case head(ReplyHead, ContinuousClock.Instant)
    /// A piece of the body, cut wherever the network cut it.
    case bytes([UInt8], ContinuousClock.Instant)
    case end(ContinuousClock.Instant)
    case failed(ServerError, ContinuousClock.Instant)
}

/// What stands before the body of a reply.
public struct ReplyHead: Sendable, Hashable {
    public var status: Int
    public var contentType: String?

    public init(status: Int, contentType: String? = nil) {
        self.status = status
        self.contentType = contentType
    }
}
