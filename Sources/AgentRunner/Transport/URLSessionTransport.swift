import Foundation

#if canImport(FoundationNetworking)
    import FoundationNetworking
#endif

/// Sends requests over HTTP with Foundation's URLSession, each over a connection of its own.
///
/// A connection of its own puts every measured call under the same conditions, and none fails because an old connection had gone stale.
public struct URLSessionTransport: Transport {
    public init() {}

    public func send(_ request: TransportRequest) -> AsyncStream<TransportEvent> {
        AsyncStream { continuation in
            guard let url = URL(string: request.url), url.host() != nil else {
                continuation.yield(.failed(ServerError(.unreachable, "'\(request.url)' is no URL that a request can go to"), .now))
                continuation.finish()
                return
            }
            let forwarder = EventForwarder(continuation, request: request)
            let session = URLSession(configuration: Self.configuration, delegate: forwarder, delegateQueue: nil)
            let task = session.dataTask(with: Self.urlRequest(request, to: url))
            // The session lets go of its delegate when its only task has ended.
            session.finishTasksAndInvalidate()
            let deadline = Task {
                try await Task.sleep(for: .seconds(min(request.timeout, Self.longestTimeout)))
                forwarder.expire()
                task.cancel()
            }
            continuation.onTermination = { _ in
                deadline.cancel()
                task.cancel()
            }
            continuation.yield(.sent(.now))
            task.resume()
        }
    }

    /// A week, in seconds: what a clock can surely add.
    private static let longestTimeout: Double = 604_800

    private static var configuration: URLSessionConfiguration {
        let configuration = URLSessionConfiguration.ephemeral
        configuration.urlCache = nil
        configuration.httpCookieStorage = nil
        configuration.httpShouldSetCookies = false
        return configuration
    }

    private static func urlRequest(_ request: TransportRequest, to url: URL) -> URLRequest {
        // The deadline covers the whole exchange; URLSession's own limit, which is on silence, must not come before it.
        var result = URLRequest(url: url, cachePolicy: .reloadIgnoringLocalCacheData, timeoutInterval: request.timeout + 60)
        result.httpMethod = request.method.rawValue
        if request.method == .post { result.httpBody = Data(request.body) }
        // A compressed stream would be held back until a block of it is full.
        result.setValue("identity", forHTTPHeaderField: "Accept-Encoding")
        for (name, value) in request.headers { result.setValue(value, forHTTPHeaderField: name) }
        if let credential = request.credential { result.setValue(credential.header, forHTTPHeaderField: "Authorization") }
        return result
    }
}
