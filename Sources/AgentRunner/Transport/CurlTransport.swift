import Dispatch
import Platform

/// Sends requests over HTTP with libcurl, each on a queue and over a connection of its own.
///
/// A connection of its own puts every measured call under the same conditions, and none fails because an old connection had gone stale.
/// A thread that waits for a reply sleeps, so that a model server on the same machine has the processor for itself.
public struct CurlTransport: Transport {
    public init() {}

    public func send(_ request: TransportRequest) -> AsyncStream<TransportEvent> {
        AsyncStream { continuation in
            guard let url = URL(string: request.url), let host = url.host(), !host.isEmpty, ["http", "https"].contains(url.scheme?.lowercased())
            else {
                continuation.yield(.failed(ServerError(.unreachable, "'\(request.url)' is no URL that a request can go to"), .now))
                continuation.finish()
                return
            }
            let interruption = CurlInterruption()
            continuation.onTermination = { _ in interruption.interrupt() }
            DispatchQueue(label: "sitegen.request").async {
                CurlExchange(request, to: url.absoluteString, telling: continuation).run(until: interruption)
            }
        }
    }
}
