/// A request to a model server.
public struct TransportRequest: Sendable, Hashable {
    public enum Method: String, Sendable, Hashable {
        case get = "GET"
        case post = "POST"
    }

    public var method: Method
    /// Without user info: what is secret is in `credential`.
    public var url: String
    public var headers: [String: String]
    public var credential: Credential?
    public var body: [UInt8]
    /// How long the whole exchange may take, in seconds.
    public var timeout: Double

    public init(
        _ method: Method, _ url: String, headers: [String: String] = [:], credential: Credential? = nil, body: [UInt8] = [], timeout: Double
    ) {
        self.method = method
        self.url = url
        self.headers = headers
        self.credential = credential
        self.body = body
        self.timeout = timeout
    }
}
