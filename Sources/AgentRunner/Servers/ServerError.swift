/// Why a call to a model server gave no text.
public struct ServerError: Error, Sendable, Hashable {
    public enum Kind: String, Sendable, Hashable {
        /// Nobody answered, or the connection broke before a reply.
        case unreachable
        /// The call took longer than its timeout.
        case timedOut = "timed_out"
        /// The server does not have the model.
        case unknownModel = "unknown_model"
        /// The server refused the request or failed.
        case refused
        /// The reply ended before it was whole.
        case truncated
        /// The reply was not in the server's own format.
        case malformed
        /// The caller gave up.
        case cancelled
    }

    public var kind: Kind
    /// One sentence for people: what happened, and what the server said where it said something.
    public var reason: String
    /// What was measured until then, such as the time to the first token of a reply that broke off.
    public var partial: Generation?

    public init(_ kind: Kind, _ reason: String, partial: Generation? = nil) {
        self.kind = kind
        self.reason = reason
        self.partial = partial
    }
}
