import Foundation
import Testing

@testable import AgentRunner

/// An exchange on a thread of its own, with what it took.
private struct MeasuredExchange {
    let events: [TransportEvent]
    let elapsed: Duration
    /// Processor time of the thread, in seconds: other tests run at the same time, and don't count.
    let processor: Double

    init(_ url: String, interruption: CurlInterruption = CurlInterruption()) async {
        let (events, continuation) = AsyncStream<TransportEvent>.makeStream()
        let request = TransportRequest(.get, url, timeout: 60)
        let start = ContinuousClock.now
        processor = await withCheckedContinuation { done in
            Thread.detachNewThread {
                CurlExchange(request, to: url, telling: continuation).run(until: interruption)
                var time = timespec()
                clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
                done.resume(returning: Double(time.tv_sec) + Double(time.tv_nsec) / 1e9)
            }
        }
        elapsed = ContinuousClock.now - start
        self.events = await events.reduce(into: []) { $0.append($1) }
    }

    var isWhole: Bool { if case .end? = events.last { true } else { false } }

    var failure: ServerError? { if case .failed(let error, _)? = events.last { error } else { nil } }
}

@Suite(.timeLimit(.minutes(5))) struct CurlExchangeTests {
    @Test func `a call that waits for its reply leaves the processor to the server`() async throws {
        let server = try FakeServer([.pause(milliseconds: 5_000)] + .chunked(["late"]))
        defer { server.stop() }
        let exchange = await MeasuredExchange(server.url)
        #expect(exchange.elapsed > .milliseconds(4_900))
        #expect(exchange.processor < 0.2)
        #expect(exchange.isWhole)
    }

    @Test func `an interruption wakes a call that waits`() async throws {
        let server = try FakeServer([.pause(milliseconds: 20_000)])
        defer { server.stop() }
        let interruption = CurlInterruption()
        async let exchange = MeasuredExchange(server.url, interruption: interruption)
        try await Task.sleep(for: .milliseconds(300))
        interruption.interrupt()
        #expect(await exchange.failure?.kind == .cancelled)
        #expect(await exchange.elapsed < .seconds(10))
    }

    @Test func `a call that is interrupted before it begins sends nothing`() async throws {
        let server = try FakeServer(.chunked(["never"]))
        defer { server.stop() }
        let interruption = CurlInterruption()
        interruption.interrupt()
        #expect(await MeasuredExchange(server.url, interruption: interruption).failure?.kind == .cancelled)
        #expect(server.received.isEmpty)
    }

    @Test func `an answer that only announces the reply is not its head, and what is behind the body is not another`() async throws {
        let server = try FakeServer([
            .send("HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 200 OK\r\nContent-Type: text/plain\r\nTransfer-Encoding: chunked\r\n\r\n"),
            .send("3\r\nsea\r\n0\r\nSum: 1\r\n\r\n"),
        ])
        defer { server.stop() }
        let exchange = await MeasuredExchange(server.url)
        let heads = exchange.events.compactMap { if case .head(let head, _) = $0 { head } else { nil } }
        #expect(heads == [ReplyHead(status: 200, contentType: "text/plain")])
        let body = exchange.events.flatMap { if case .bytes(let bytes, _) = $0 { bytes } else { [UInt8]() } }
        #expect(body == Array("sea".utf8))
    }

    @Test func `what is no HTTP is no reply`() async throws {
        let server = try FakeServer([.send("220 mail.example ready\r\n")])
        defer { server.stop() }
        let error = await MeasuredExchange(server.url).failure
        #expect(error == ServerError(.unreachable, "\(server.url) gave no HTTP reply"))
    }
}
