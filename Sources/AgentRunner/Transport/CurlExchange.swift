import CCurl
import Platform

/// One request and its reply, on the thread that makes it.
///
/// It is a class because libcurl gives its callbacks a pointer, which must stay the same.
final class CurlExchange {
    private let request: TransportRequest
    private let url: String
    private let continuation: AsyncStream<TransportEvent>.Continuation
    private let easy: UnsafeMutableRawPointer?
    private var headers: UnsafeMutablePointer<curl_slist>?
    private var hasHead = false

    init(_ request: TransportRequest, to url: String, telling continuation: AsyncStream<TransportEvent>.Continuation) {
        self.request = request
        self.url = url
        self.continuation = continuation
        easy = Self.isInitialized ? curl_easy_init() : nil
    }

    deinit {
        curl_easy_cleanup(easy)
        curl_slist_free_all(headers)
    }

    /// libcurl's own start, which must happen once and before all else.
    private static let isInitialized = ccurl_initialize() == CURLE_OK

    /// Sends the request and tells what happens, to the last event.
    func run(until interruption: CurlInterruption) {
        // libcurl holds a pointer to the exchange until the handles are apart.
        defer { withExtendedLifetime(self) {} }
        Self.ignoreBrokenPipes()
        guard let easy, let multi = curl_multi_init() else { return finish(.failed(Self.unusable, .now)) }
        defer { curl_multi_cleanup(multi) }
        guard configure(easy), curl_multi_add_handle(multi, easy) == CURLM_OK else { return finish(.failed(Self.unusable, .now)) }
        defer { curl_multi_remove_handle(multi, easy) }
        continuation.yield(.sent(.now))
        let result = interruption.watching(multi) { perform(multi, until: interruption) }
        // The reader is told before the handles go: that can wait for a name server which does not answer.
        finish(lastEvent(result, at: .now))
    }

    private static let unusable = ServerError(.unreachable, "libcurl can't make a request")

    private func finish(_ event: TransportEvent) {
        continuation.yield(event)
        continuation.finish()
    }

    private func lastEvent(_ result: CURLcode?, at instant: ContinuousClock.Instant) -> TransportEvent {
        switch result {
        case CURLE_OK? where hasHead: .end(instant)
        case let code?: .failed(ServerError(code, of: request, hasHead: hasHead), instant)
        case nil: .failed(ServerError(.cancelled, "the call was cancelled"), instant)
        }
    }

    /// Runs the transfer to its end; gives `nil` where it was interrupted before.
    private func perform(_ multi: UnsafeMutableRawPointer, until interruption: CurlInterruption) -> CURLcode? {
        var running: Int32 = 0
        while !interruption.isInterrupted {
            guard curl_multi_perform(multi, &running) == CURLM_OK else { return CURLE_FAILED_INIT }
            if running == 0 {
                var left: Int32 = 0
                return curl_multi_info_read(multi, &left)?.pointee.data.result ?? CURLE_FAILED_INIT
            }
            guard curl_multi_poll(multi, nil, 0, Self.longestSleep, nil) == CURLM_OK else { return CURLE_FAILED_INIT }
        }
        return nil
    }

    /// Milliseconds. libcurl's own deadlines come before it, and an interruption ends the sleep.
    private static let longestSleep: Int32 = 60_000

    /// A server that hangs up must not end the program: some versions of libcurl write to TLS connections without care for the signal.
    private static func ignoreBrokenPipes() {
        var signals = sigset_t()
        sigemptyset(&signals)
        sigaddset(&signals, SIGPIPE)
        pthread_sigmask(SIG_BLOCK, &signals, nil)
    }
}

extension CurlExchange {
    /// A week, in seconds: what a clock can surely add.
    private static let longestTimeout: Double = 604_800

    private func configure(_ easy: UnsafeMutableRawPointer) -> Bool {
        // 0 would be no limit at all. Without the second limit, connecting would have one of its own.
        let milliseconds = Int(max(1, (min(request.timeout, Self.longestTimeout) * 1000).rounded(.up)))
        let numbers: [(CURLoption, Int)] = [
            (CURLOPT_TIMEOUT_MS, milliseconds), (CURLOPT_CONNECTTIMEOUT_MS, milliseconds), (CURLOPT_NOSIGNAL, 1),
            (CURLOPT_HTTP_VERSION, Int(CURL_HTTP_VERSION_1_1)),
            // A redirection could carry the credential to another host, and its time would count as the server's.
            (CURLOPT_FOLLOWLOCATION, 0),
        ]
        // A proxy that the environment names would stand between the clock and the server.
        let texts = [(CURLOPT_URL, url), (CURLOPT_NOPROXY, "*"), (CURLOPT_USERAGENT, "sitegen")]
        return numbers.allSatisfy { ccurl_set_number(easy, $0, $1) == CURLE_OK } && texts.allSatisfy { ccurl_set_text(easy, $0, $1) == CURLE_OK }
            && setHeaders(easy) && setBody(easy) && setReceiver(easy)
    }

    private func setHeaders(_ easy: UnsafeMutableRawPointer) -> Bool {
        // A compressed stream would be held back until a block of it is full; a long body would wait for leave to be sent.
        var lines = ["Accept-Encoding: identity", "Expect:"] + request.headers.map { "\($0): \($1)" }
        if let credential = request.credential { lines.append("Authorization: \(credential.header)") }
        for line in lines {
            guard let longer = curl_slist_append(headers, line) else { return false }
            headers = longer
        }
        return ccurl_set_headers(easy, headers) == CURLE_OK
    }

    private func setBody(_ easy: UnsafeMutableRawPointer) -> Bool {
        switch request.method {
        case .get: true
        case .post: request.body.withUnsafeBytes { ccurl_set_body(easy, $0.baseAddress, $0.count) == CURLE_OK }
        }
    }

    private func setReceiver(_ easy: UnsafeMutableRawPointer) -> Bool {
        let receiver = Unmanaged.passUnretained(self).toOpaque()
        return ccurl_set_receiver(
            easy, { bytes, _, count, receiver in CurlExchange.at(receiver)?.take(line: bytes, count) ?? 0 },
            { bytes, _, count, receiver in CurlExchange.at(receiver)?.take(piece: bytes, count) ?? 0 }, receiver) == CURLE_OK
    }

    private static func at(_ receiver: UnsafeMutableRawPointer?) -> CurlExchange? {
        receiver.map { Unmanaged<CurlExchange>.fromOpaque($0).takeUnretainedValue() }
    }

    /// Takes a header line. An empty one ends the head; one that only announces the reply, or stands behind the body, is not it.
    private func take(line: UnsafeMutablePointer<CChar>?, _ count: Int) -> Int {
        let now = ContinuousClock.now
        let line = UnsafeRawBufferPointer(start: line, count: count)
        let status = ccurl_status(easy)
        if !hasHead, status >= 200, line.allSatisfy({ $0 == UInt8(ascii: "\r") || $0 == UInt8(ascii: "\n") }) {
            hasHead = true
            let type = ccurl_content_type(easy).map { String(cString: $0) }
            continuation.yield(.head(ReplyHead(status: status, contentType: type), now))
        }
        return count
    }

    private func take(piece: UnsafeMutablePointer<CChar>?, _ count: Int) -> Int {
        continuation.yield(.bytes(Array(UnsafeRawBufferPointer(start: piece, count: count)), .now))
        return count
    }
}
