public import JSON

/// Recorded exchanges with a model server, each piece of a reply with the time at which it came.
///
/// As text it is JSON Lines. The first line names the format; a line with `request` opens an exchange, and the lines after it are its reply:
/// `status` with `content_type`, then the pieces as `text`, or as `base64` where the network cut a character in two, then `end` or `failed`.
/// `at` is in milliseconds from the sending of the request. Neither the server's address nor credentials are in it.
public struct Transcript: Sendable, Hashable {
    public var exchanges: [Exchange]

    public init(_ exchanges: [Exchange] = []) {
        self.exchanges = exchanges
    }

    /// One request and what came back.
    public struct Exchange: Sendable, Hashable {
        public var method: TransportRequest.Method
        /// The path of the URL, from its first slash.
        public var path: String
        /// The request's body; `nil` where there was none.
        public var body: JSON?
        public var steps: [Step]

        public init(method: TransportRequest.Method, path: String, body: JSON?, steps: [Step] = []) {
            self.method = method
            self.path = path
            self.body = body
            self.steps = steps
        }
    }

    /// One event of a reply.
    public struct Step: Sendable, Hashable {
        public enum Event: Sendable, Hashable {
            case head(ReplyHead)
            case bytes([UInt8])
            case end
            case failed(ServerError.Kind, reason: String)
        }

        /// Nanoseconds from the sending of the request.
        public var nanoseconds: Int64
        public var event: Event

        public init(at nanoseconds: Int64, _ event: Event) {
            self.nanoseconds = nanoseconds
            self.event = event
        }
    }
}

extension Transcript.Exchange {
    /// Opens an exchange with a request that is about to be sent.
    init(_ request: TransportRequest) {
        self.init(method: request.method, path: Self.path(of: request.url), body: request.body.isEmpty ? nil : try? JSON(parsing: request.body))
    }

    /// The part of a URL after the host.
    static func path(of url: String) -> String {
        let afterScheme = url.firstRange(of: "://").map { url[$0.upperBound...] } ?? url[...]
        return afterScheme.firstIndex(of: "/").map { String(afterScheme[$0...]) } ?? "/"
    }
}
