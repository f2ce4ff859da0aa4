import AgentRuns
import CCurl

extension ServerError {
    /// What a failure of libcurl means for a request.
    ///
    /// - Parameter hasHead: whether the head of a reply had come.
    init(_ code: CURLcode, of request: TransportRequest, hasHead: Bool) {
        switch code {
        case CURLE_OPERATION_TIMEDOUT:
            let what = hasHead ? "the reply was not complete" : "there was no reply"
            self.init(.timedOut, "\(what) after \(OptionValue.number(request.timeout)) s")
        case _ where hasHead:
            self.init(.truncated, "the connection broke before the reply was whole")
        case CURLE_OK, CURLE_UNSUPPORTED_PROTOCOL, CURLE_WEIRD_SERVER_REPLY:
            self.init(.unreachable, "\(request.url) gave no HTTP reply")
        default:
            self.init(.unreachable, "\(request.url) can't be reached: \(Self.cause(code))")
        }
    }

    private static func cause(_ code: CURLcode) -> String {
        switch code {
        case CURLE_COULDNT_RESOLVE_HOST: "no such host"
        case CURLE_COULDNT_CONNECT: "nobody listens there"
        case CURLE_SSL_CONNECT_ERROR, CURLE_PEER_FAILED_VERIFICATION, CURLE_SSL_ISSUER_ERROR: "its certificate is not trusted"
        default: "the connection broke before a reply"
        }
    }
}
