import Bytes
import Synchronization
import Testing

@testable import AgentRunner

@Suite struct TranscriptTests {
    static let text = """
        {"schema":"sitegen.transcript/1"}
        {"request":{"method":"POST","path":"/api/generate","body":{"model":"m","prompt":"p"}}}
        {"at":1.25,"status":200,"content_type":"application/x-ndjson"}
        {"at":12.345678,"text":"{\\"response\\":\\"sea\\",\\"done\\":false}\\n{\\"response\\":\\""}
        {"at":13,"base64":"w6nD"}
        {"at":20.000001,"base64":"qSIsImRvbmUiOmZhbHNlfQo="}
        {"at":31.5,"text":"{\\"response\\":\\"\\",\\"done\\":true,\\"eval_count\\":3}\\n"}
        {"at":31.75,"end":true}
        {"request":{"method":"POST","path":"/api/generate","body":{"model":"m","prompt":"q"}}}
        {"at":2,"failed":"unreachable","reason":"nobody there"}

        """

    private func text(_ transcript: Transcript) -> String {
        var output = ByteBuffer()
        transcript.write(into: &output)
        return output.string
    }

    @Test func `a transcript is read and written without a change`() throws {
        let transcript = try Transcript(parsing: Array(Self.text.utf8))
        #expect(transcript.exchanges.map(\.steps.count) == [6, 1])
        #expect(text(transcript) == Self.text)
    }

    @Test(arguments: [
        "", "{}", "{\"schema\":\"sitegen.transcript/2\"}", "{\"schema\":\"sitegen.transcript/1\"}\n{\"at\":1,\"end\":true}",
        "{\"schema\":\"sitegen.transcript/1\"}\n{\"request\":{\"method\":\"PUT\",\"path\":\"/\"}}",
        "{\"schema\":\"sitegen.transcript/1\"}\n{\"request\":{\"method\":\"GET\",\"path\":\"/\"}}\n{\"at\":-1,\"end\":true}",
        "{\"schema\":\"sitegen.transcript/1\"}\n{\"request\":{\"method\":\"GET\",\"path\":\"/\"}}\n{\"at\":1}",
    ])
    func `what is no transcript is refused`(text: String) {
        #expect(throws: (any Error).self) { try Transcript(parsing: Array(text.utf8)) }
    }

    @Test func `a replay gives the recorded durations, exactly and at once`() async throws {
        let server = ReplayServer(try Transcript(parsing: Array(Self.text.utf8)), scale: 0)
        let generation = try await server.generate(GenerationRequest(model: "m", prompt: "p")) { _ in }
        #expect(generation.text == "seaéé")
        #expect(generation.ttft == 12.345678)
        #expect(generation.total == 31.5)
        #expect(generation.streaming == 7.654323)
        #expect(generation.notes.last == "replayed from a recorded transcript")
        let error = await #expect(throws: ServerError.self) { try await server.generate(GenerationRequest(model: "m", prompt: "q")) { _ in } }
        #expect(error?.kind == .unreachable)
        #expect(try await server.unload("m") == false)
        #expect(try await server.identity() == ServerIdentity(name: "replay", version: nil))
    }

    @Test func `progress counts the pieces with content, not the chunks of the network`() async throws {
        let seen = Mutex<[Int]>([])
        let server = ReplayServer(try Transcript(parsing: Array(Self.text.utf8)), scale: 0)
        _ = try await server.generate(GenerationRequest(model: "m", prompt: "p")) { count in seen.withLock { $0.append(count) } }
        #expect(seen.withLock { $0 } == [1, 2])
    }

    @Test func `a replay at full time waits as the server did, and gives the same figures`() async throws {
        let server = ReplayServer(try Transcript(parsing: Array(Self.text.utf8)), scale: 10)
        let start = ContinuousClock.now
        let generation = try await server.generate(GenerationRequest(model: "m", prompt: "p")) { _ in }
        #expect(generation.total == 31.5)
        #expect(ContinuousClock.now - start >= .milliseconds(315))
    }

    @Test func `requests get replies of their own body first, then of their model, and again from the start`() async throws {
        func exchange(_ model: String, _ prompt: String, _ answer: String) -> String {
            """
            {"request":{"method":"POST","path":"/api/generate","body":{"options":{"seed":1},"stream":true,"prompt":"\(prompt)","model":"\(model)"}}}
            {"at":1,"status":200}
            {"at":2,"text":"{\\"response\\":\\"\(answer)\\",\\"done\\":true}\\n"}
            {"at":2,"end":true}

            """
        }
        let text =
            "{\"schema\":\"sitegen.transcript/1\"}\n" + exchange("m", "x", "x1") + exchange("m", "p", "p1") + exchange("m", "p", "p2")
            + exchange("n", "p", "n1")
        let server = ReplayServer(try Transcript(parsing: Array(text.utf8)), scale: 0)
        var answers: [String] = []
        for (model, prompt) in [("m", "p"), ("m", "p"), ("m", "p"), ("n", "other"), ("m", "other"), ("m", "x")] {
            answers.append(try await server.generate(GenerationRequest(model: model, prompt: prompt, seed: 1)) { _ in }.text)
        }
        #expect(answers == ["p1", "p2", "p1", "n1", "x1", "x1"])
        let error = await #expect(throws: ServerError.self) { try await server.generate(GenerationRequest(model: "o", prompt: "p")) { _ in } }
        #expect(error?.reason == "the transcript has no reply to POST /api/generate")
    }

    @Test func `a recording comes back as the same generation, and holds no secret`() async throws {
        let fake = try FakeServer(
            .chunked([#"{"response":"sea","done":false}"# + "\n", #"{"response":"","done":true,"eval_count":2,"eval_duration":5000000}"# + "\n"]),
            .whole(#"{"done":true,"done_reason":"unload"}"#), .whole(#"{"models":[]}"#),
            .whole(status: "500 Oops", "broken: hush-hush"))
        defer { fake.stop() }
        let shelf = Shelf()
        let recorder = RecordingTransport(CurlTransport()) { exchange in Task { await shelf.add(exchange) } }
        let server = OllamaServer(try ServerAddress(parsing: "http://ann:hush-hush@127.0.0.1:\(fake.port)"), transport: recorder)
        let request = GenerationRequest(model: "m", prompt: "p")
        let generation = try await server.generate(request) { _ in }
        _ = try await shelf.wait(for: 1)
        #expect(try await server.unload("m"))
        _ = try await shelf.wait(for: 3)
        let error = await #expect(throws: ServerError.self) { try await server.generate(request) { _ in } }
        #expect(error?.reason == "the server answered with status 500: broken: (hidden)")
        let exchanges = try await shelf.wait(for: 4)
        let written = text(Transcript(exchanges))
        #expect(!written.contains("hush") && !written.contains("127.0.0.1") && !written.contains("Authorization"))
        let replay = ReplayServer(try Transcript(parsing: Array(written.utf8)), scale: 0)
        var replayed = try await replay.generate(request) { _ in }
        replayed.notes.removeLast()
        #expect(replayed == generation)
        #expect(try await replay.unload("m"))
    }
}
