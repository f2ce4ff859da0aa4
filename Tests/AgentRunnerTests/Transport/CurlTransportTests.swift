import Foundation
import Testing

@testable import AgentRunner

/// One line of a reply, and the last line.
private let piece = #"{"response":"sea","done":false}"# + "\n"
private let last = #"{"response":"","done":true,"done_reason":"stop","eval_count":2,"eval_duration":40000000}"# + "\n"

private func ask(_ url: String, timeout: Double = 30) async throws(ServerError) -> Generation {
    guard let address = try? ServerAddress(parsing: url) else { throw ServerError(.malformed, "no address") }
    return try await OllamaServer(address).generate(GenerationRequest(model: "m", prompt: "p", timeout: timeout)) { _ in }
}

/// The error of a call that must fail.
private func failure(_ url: String, timeout: Double = 30) async -> ServerError? {
    do throws(ServerError) {
        _ = try await ask(url, timeout: timeout)
        return nil
    } catch {
        return error
    }
}

@Suite(.timeLimit(.minutes(5))) struct CurlTransportTests {
    @Test func `each piece is measured when it arrives`() async throws {
        let server = try FakeServer(
            .chunked([piece], ends: false) + [.pause(milliseconds: 300)] + Array([FakeServer.Act].chunked([piece, last]).dropFirst()))
        defer { server.stop() }
        let generation = try await ask(server.url)
        #expect(generation.text == "seasea")
        let streaming = try #require(generation.streaming)
        let ttft = try #require(generation.ttft)
        #expect(streaming > 250)
        #expect(ttft + streaming <= generation.total)
        #expect(generation.throughput == 50)
    }

    @Test func `the request is one of Ollama, with its options and nothing twice`() async throws {
        let server = try FakeServer(.chunked([last]))
        defer { server.stop() }
        let address = try ServerAddress(parsing: server.url)
        let options: [String: OptionLiteral] = [
            "num_gpu": 80, "num_ctx": 512, "temperature": 0.6, "top_p": 0.9, "top_k": 20, "repeat_penalty": 1.1, "seed": 1,
        ]
        let request = GenerationRequest(model: "m", system: "s", prompt: "p", options: options.options, seed: 7, tokenLimit: 5)
        _ = try await OllamaServer(address).generate(request) { _ in }
        let received = try #require(server.received.first)
        #expect(received.hasPrefix("POST /api/generate HTTP/1.1\r\n"))
        #expect(
            received.hasSuffix(
                #"{"model":"m","prompt":"p","system":"s","stream":true,"options":{"num_ctx":512,"num_gpu":80,"repeat_penalty":1.1,"temperature":0.6,"top_k":20,"top_p":0.9,"seed":7,"num_predict":5}}"#
            ))
        #expect(!received.lowercased().contains("expect: 100-continue"))
    }

    @Test func `nobody listens`() async throws {
        let error = await failure("http://user:sesame@127.0.0.1:\(try FakeServer.deadPort())")
        #expect(error?.kind == .unreachable)
        #expect(error?.reason.contains("127.0.0.1") == true)
        #expect(error?.reason.contains("sesame") == false)
    }

    @Test func `no such host`() async {
        #expect(await failure("http://no-such-host.invalid:1")?.kind == .unreachable)
    }

    @Test func `a server that hangs up before it answers`() async throws {
        let server = try FakeServer([.reset])
        defer { server.stop() }
        #expect(await failure(server.url)?.kind == .unreachable)
    }

    @Test func `a reset in the middle of a reply keeps what was measured`() async throws {
        let server = try FakeServer(.chunked([piece, piece], ends: false) + [.pause(milliseconds: 100), .reset])
        defer { server.stop() }
        let error = await failure(server.url)
        #expect(error?.kind == .truncated)
        #expect(error?.partial?.text == "seasea")
        #expect(error?.partial?.ttft != nil)
    }

    @Test func `a reply that ends properly and too early is truncated`() async throws {
        let server = try FakeServer(.chunked([piece]))
        defer { server.stop() }
        let error = await failure(server.url)
        #expect(error?.kind == .truncated)
        #expect(error?.partial?.text == "sea")
    }

    @Test func `a reply that ends in the middle of a line is truncated`() async throws {
        let server = try FakeServer(.chunked([piece, #"{"response":"so"#]))
        defer { server.stop() }
        #expect(await failure(server.url)?.kind == .truncated)
    }

    @Test func `a connection that closes in the middle of a chunk is truncated`() async throws {
        let server = try FakeServer([
            .send("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n\(String(piece.utf8.count, radix: 16))\r\n\(piece)\r\nff\r\n{\"resp")
        ])
        defer { server.stop() }
        let error = await failure(server.url)
        #expect(error?.kind == .truncated)
        #expect(error?.partial?.text == "sea")
    }

    @Test func `a chunk whose size is no number fails the call`() async throws {
        let server = try FakeServer([.send("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\nrubbish\r\n0\r\n\r\n")])
        defer { server.stop() }
        #expect(await failure(server.url)?.kind == .truncated)
    }

    @Test func `a line that is no JSON is malformed`() async throws {
        let server = try FakeServer(.chunked([piece, "{\"response\": sea}\n", last]))
        defer { server.stop() }
        let error = await failure(server.url)
        #expect(error?.kind == .malformed)
        #expect(error?.partial?.text == "sea")
    }

    @Test func `a server that never answers runs into the timeout`() async throws {
        let server = try FakeServer([.pause(milliseconds: 20_000)])
        defer { server.stop() }
        let start = ContinuousClock.now
        let error = await failure(server.url, timeout: 0.5)
        #expect(error == ServerError(.timedOut, "there was no reply after 0.5 s"))
        #expect(ContinuousClock.now - start < .seconds(10))
    }

    @Test func `a server that stops in the middle runs into the timeout`() async throws {
        let server = try FakeServer(.chunked([piece], ends: false) + [.pause(milliseconds: 20_000)])
        defer { server.stop() }
        let error = await failure(server.url, timeout: 1)
        #expect(error?.kind == .timedOut)
        #expect(error?.reason == "the reply was not complete after 1 s")
        #expect(error?.partial?.text == "sea")
        #expect(error?.partial.map { $0.total >= 990 } == true)
    }

    @Test func `a server that dribbles is slow, and the timeout is on the whole reply`() async throws {
        let dribble = (0..<40).flatMap { _ in Array([FakeServer.Act].chunked([piece], ends: false).dropFirst()) + [.pause(milliseconds: 100)] }
        let server = try FakeServer([FakeServer.Act].chunked([], ends: false) + dribble)
        defer { server.stop() }
        let error = await failure(server.url, timeout: 1)
        #expect(error?.kind == .timedOut)
        #expect(error?.partial.map { $0.text.count > 3 } == true)
    }

    @Test func `a caller who gives up ends the request`() async throws {
        let server = try FakeServer(.chunked([piece], ends: false) + [.pause(milliseconds: 20_000)])
        defer { server.stop() }
        let start = ContinuousClock.now
        let call = Task { await failure(server.url) }
        try await Task.sleep(for: .milliseconds(300))
        call.cancel()
        #expect(await call.value?.kind == .cancelled)
        #expect(ContinuousClock.now - start < .seconds(10))
    }

    @Test func `an error page is one clean line`() async throws {
        let page =
            "<!DOCTYPE html>\n<html><head><title>Oh no</title><style>p { color: red }</style></head>\n<body><h1>Bad&nbsp;day</h1>\n<p>try &lt;later&gt;</p></body></html>"
        let server = try FakeServer(.whole(status: "500 Internal Server Error", type: "text/html", page))
        defer { server.stop() }
        #expect(await failure(server.url) == ServerError(.refused, "the server answered with status 500: Oh no Bad day try <later>"))
    }

    @Test func `a server that holds the connection after its last line costs no time`() async throws {
        let server = try FakeServer(.chunked([piece, last], ends: false) + [.pause(milliseconds: 20_000)])
        defer { server.stop() }
        let generation = try await ask(server.url)
        #expect(generation.text == "sea")
        #expect(generation.total < 10_000)
    }

    @Test func `a redirection is not followed`() async throws {
        let other = try FakeServer(.chunked([piece, last]))
        defer { other.stop() }
        let server = try FakeServer([
            .send("HTTP/1.1 307 Temporary Redirect\r\nLocation: \(other.url)/api/generate\r\nContent-Length: 0\r\nConnection: close\r\n\r\n")
        ])
        defer { server.stop() }
        #expect(await failure(server.url)?.kind == .refused)
        #expect(other.received.isEmpty)
    }

    @Test func `user info goes into a header, a token wins over it, and neither is in an error`() async throws {
        let refusal = [FakeServer.Act].whole(status: "401 Unauthorized", #"{"error":{"message":"Incorrect key: sk-hush-1 (c2Vz)"}}"#)
        let server = try FakeServer(refusal)
        defer { server.stop() }
        let host = "127.0.0.1:\(server.port)"
        _ = await failure("http://ali:baba@\(host)")
        let address = try ServerAddress(parsing: "http://ali:baba@\(host)/v1", token: "sk-hush-1")
        let error = await #expect(throws: ServerError.self) {
            try await OpenAIServer(address).generate(GenerationRequest(model: "m", prompt: "p")) { _ in }
        }
        #expect(error?.reason == "the server refuses the credentials (status 401): Incorrect key: (hidden) (c2Vz)")
        #expect(address.url == "http://\(host)/v1")
        var dumped = ""
        dump(address, to: &dumped)
        #expect(!"\(address)\(dumped)\(String(reflecting: address))".contains("hush"))
        let received = server.received
        #expect(received.count == 2)
        #expect(received.first?.contains("Authorization: Basic YWxpOmJhYmE=") == true)
        #expect(received.last?.contains("Authorization: Bearer sk-hush-1") == true)
    }
}
