import AgentRuns
import Foundation
import Synchronization

#if canImport(FoundationNetworking)
    import FoundationNetworking
#endif

/// Turns what URLSession tells its delegate into the events of one request.
final class EventForwarder: NSObject, URLSessionDataDelegate {
    private struct State {
        var hasHead = false
        var isExpired = false
    }

    private let continuation: AsyncStream<TransportEvent>.Continuation
    private let request: TransportRequest
    private let state = Mutex(State())

    init(_ continuation: AsyncStream<TransportEvent>.Continuation, request: TransportRequest) {
        self.continuation = continuation
        self.request = request
    }

    /// Marks the request as one that took too long; the failure that its cancellation brings is then a timeout.
    func expire() {
        state.withLock { $0.isExpired = true }
    }

    func urlSession(
        _ session: URLSession, dataTask: URLSessionDataTask, didReceive response: URLResponse,
        completionHandler: @escaping (URLSession.ResponseDisposition) -> Void
    ) {
        let now = ContinuousClock.now
        if let response = response as? HTTPURLResponse {
            state.withLock { $0.hasHead = true }
            let head = ReplyHead(status: response.statusCode, contentType: response.value(forHTTPHeaderField: "Content-Type"))
            continuation.yield(.head(head, now))
        }
        completionHandler(.allow)
    }

    func urlSession(_ session: URLSession, dataTask: URLSessionDataTask, didReceive data: Data) {
        continuation.yield(.bytes(Array(data), .now))
    }

    /// A redirection is not followed: it could carry the credential to another host, and its time would count as the server's.
    func urlSession(
        _ session: URLSession, task: URLSessionTask, willPerformHTTPRedirection response: HTTPURLResponse, newRequest request: URLRequest,
        completionHandler: @escaping (URLRequest?) -> Void
    ) {
        completionHandler(nil)
    }

    func urlSession(_ session: URLSession, task: URLSessionTask, didCompleteWithError error: (any Error)?) {
        let now = ContinuousClock.now
        let state = state.withLock { $0 }
        if let error {
            continuation.yield(.failed(serverError(for: error, in: state), now))
        } else if state.hasHead {
            continuation.yield(.end(now))
        } else {
            continuation.yield(.failed(ServerError(.unreachable, "\(request.url) gave no HTTP reply"), now))
        }
        continuation.finish()
    }

    private func serverError(for error: any Error, in state: State) -> ServerError {
        let code = (error as? URLError)?.code
        if state.isExpired || code == .timedOut {
            let what = state.hasHead ? "the reply was not complete" : "there was no reply"
            return ServerError(.timedOut, "\(what) after \(OptionValue.number(request.timeout)) s")
        }
        if code == .cancelled { return ServerError(.cancelled, "the call was cancelled") }
        if state.hasHead { return ServerError(.truncated, "the connection broke before the reply was whole") }
        let cause =
            switch code {
            case .cannotFindHost, .dnsLookupFailed: "no such host"
            case .cannotConnectToHost: "nobody listens there"
            case .networkConnectionLost: "the connection broke before a reply"
            case .secureConnectionFailed, .serverCertificateUntrusted, .serverCertificateHasBadDate: "its certificate is not trusted"
            default: "the connection broke before a reply"
            }
        return ServerError(.unreachable, "\(request.url) can't be reached: \(cause)")
    }
}
