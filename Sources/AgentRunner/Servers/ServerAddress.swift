import JSON
import Platform

/// Where a model server is, and what it asks for before it answers.
///
/// `url` is safe to store and to print: it has no user info, no query and no fragment.
public struct ServerAddress: Sendable, Hashable {
    /// Scheme, host, port and path, without a slash at its end.
    public let url: String
    private let credential: Credential?
    /// The part of `url` after the host: empty, or from its first slash.
    private let path: String

    /// Reads the address of a server: a URL, or a host and port as `OLLAMA_HOST` has them.
    ///
    /// - Parameters:
    ///   - defaultPort: for an address without a scheme and a port.
    ///   - token: a bearer token; it wins over user info in the URL.
    public init(parsing text: String, defaultPort: Int = 11434, token: String? = nil) throws(ServerAddressError) {
        let hasScheme = text.contains("://")
        guard var parts = URLComponents(string: hasScheme ? text : "http://\(text)"), let scheme = parts.scheme?.lowercased(),
            let host = parts.host, !host.isEmpty
        else { throw ServerAddressError("the address of a server must be like http://127.0.0.1:11434") }
        guard scheme == "http" || scheme == "https" else {
            throw ServerAddressError("the address of a server must begin with http:// or https://, not \(scheme)://")
        }
        if let port = parts.port, !(1...65535).contains(port) { throw ServerAddressError("\(port) is no port: ports go from 1 to 65535") }
        let basic = parts.user.map { Credential.basic(user: $0, password: parts.password ?? "") }
        credential = token.flatMap(Credential.bearer) ?? basic
        parts.scheme = scheme
        (parts.user, parts.password, parts.query, parts.fragment) = (nil, nil, nil, nil)
        if !hasScheme, parts.port == nil { parts.port = defaultPort }
        // A server listens on every address of its machine, and is spoken to on one.
        if host == "0.0.0.0" { parts.host = "127.0.0.1" }
        while parts.path.hasSuffix("/") { parts.path.removeLast() }
        guard let url = parts.string else { throw ServerAddressError("the address of a server must be like http://127.0.0.1:11434") }
        self.url = url
        path = parts.path
    }

    /// A client for the server.
    public func server(_ api: ServerAPI, over transport: any Transport = CurlTransport()) -> any ModelServer {
        switch api {
        case .ollama: OllamaServer(self, transport: transport)
        case .openAI: OpenAIServer(self, transport: transport)
        }
    }

    /// Finds out which API the server speaks, and what it says of itself; Ollama, which speaks both, counts as Ollama.
    public func survey(
        over transport: any Transport = CurlTransport(), timeout: Double = 30
    ) async throws(ServerError) -> (api: ServerAPI, identity: ServerIdentity) {
        try await ServerSurvey(address: self, transport: transport, timeout: timeout).result()
    }
}

/// What is wrong with the address of a server; it never quotes the address, which can hold a password.
public struct ServerAddressError: Error, Sendable, Hashable, CustomStringConvertible {
    public var message: String
    public var description: String { message }

    init(_ message: String) { self.message = message }
}

extension ServerAddress {
    /// What stands before `/chat/completions`: a base URL with a path is the root of the API, as OpenAI's own clients have it.
    var versionPath: String { path.isEmpty ? "/v1" : "" }

    /// The same server, before the path of its OpenAI API.
    var root: ServerAddress {
        path.hasSuffix("/v1") ? ServerAddress(url: String(url.dropLast(3)), credential: credential, path: String(path.dropLast(3))) : self
    }

    /// Stands for a server that was recorded; nothing is sent there.
    static let replay = ServerAddress(url: "http://replay.invalid", credential: nil, path: "")

    private init(url: String, credential: Credential?, path: String) {
        self.url = url
        self.credential = credential
        self.path = path
    }

    func get(_ path: String, timeout: Double) -> TransportRequest {
        TransportRequest(.get, url + path, credential: credential, timeout: timeout)
    }

    func post(_ path: String, _ body: JSON, timeout: Double) -> TransportRequest {
        TransportRequest(
            .post, url + path, headers: ["Content-Type": "application/json"], credential: credential, body: body.bytes, timeout: timeout)
    }
}
