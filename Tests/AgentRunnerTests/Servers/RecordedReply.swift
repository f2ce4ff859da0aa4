import Foundation
import JSON

@testable import AgentRunner

/// Replies of real servers, which are kept outside of the repository.
enum RecordedReply {
    static let folder: URL? = {
        let named = ProcessInfo.processInfo.environment["SITEGEN_SHARED"].map { URL(filePath: $0) }
        var package = URL(filePath: #filePath)
        for _ in 0..<4 { package.deleteLastPathComponent() }
        let folders = [named, package.deletingLastPathComponent().appending(path: "shared")].compactMap(\.self)
        return folders.map { $0.appending(path: "llm/transcripts") }.first { FileManager.default.fileExists(atPath: $0.path) }
    }()

    static var isThere: Bool { folder != nil }

    /// The body of a reply; the head that some were recorded with is left out.
    static func body(_ name: String) throws -> [UInt8] {
        struct Missing: Error {}
        guard let folder else { throw Missing() }
        let bytes = Array(try Data(contentsOf: folder.appending(path: name)))
        guard name.contains("_headers_") else { return bytes }
        for end in ["\r\n\r\n", "\n\n"] {
            if let range = bytes.firstRange(of: Array(end.utf8)) { return Array(bytes[range.upperBound...]) }
        }
        return bytes
    }
}

/// A reply as it would have come over the network, for a client that reads it at once.
struct StagedReply {
    var status = 200
    var contentType = "application/x-ndjson"
    /// Each piece with the millisecond of its arrival.
    var pieces: [(at: Double, bytes: [UInt8])]
    /// The end; `nil` for the millisecond of the last piece.
    var end: Double?
    var failure: (at: Double, kind: ServerError.Kind)?

    /// One piece a line, ten milliseconds apart.
    init(lines body: [UInt8]) {
        self.init(body, inPiecesOf: .max)
    }

    init(_ text: String) {
        self.init(lines: Array(text.utf8))
    }

    /// The lines come ten milliseconds apart, each in pieces of at most so many bytes.
    init(_ body: [UInt8], inPiecesOf size: Int) {
        pieces = []
        for (number, line) in Self.lines(of: body).enumerated() {
            pieces += Self.cut(line) { size }.map { (Double(number + 1) * 10, $0) }
        }
    }

    /// All at once, in pieces whose sizes do not heed the lines.
    init(allAtOnce body: [UInt8], inPiecesOf size: () -> Int) {
        pieces = Self.cut(body, size).map { (25, $0) }
    }

    private static func lines(of body: [UInt8]) -> [[UInt8]] {
        var lines = body.split(separator: 0x0A, omittingEmptySubsequences: false).map { Array($0) + [0x0A] }
        lines[lines.count - 1].removeLast()
        return lines.filter { !$0.isEmpty }
    }

    private static func cut(_ bytes: [UInt8], _ size: () -> Int) -> [[UInt8]] {
        var pieces: [[UInt8]] = []
        var start = 0
        while start < bytes.count {
            let end = start + min(max(size(), 1), bytes.count - start)
            pieces.append(Array(bytes[start..<end]))
            start = end
        }
        return pieces
    }

    /// The transcript of one exchange with this reply.
    func transcript(path: String, model: String) -> Transcript {
        func nanoseconds(_ milliseconds: Double) -> Int64 { Int64(milliseconds * 1e6) }
        var steps = [Transcript.Step(at: nanoseconds(5), .head(ReplyHead(status: status, contentType: contentType)))]
        steps += pieces.map { Transcript.Step(at: nanoseconds($0.at), .bytes($0.bytes)) }
        if let failure {
            steps.append(Transcript.Step(at: nanoseconds(failure.at), .failed(failure.kind, reason: "broken")))
        } else {
            steps.append(Transcript.Step(at: nanoseconds(end ?? pieces.last?.at ?? 5), .end))
        }
        let body = JSON.object(["model": .string(model)])
        return Transcript([Transcript.Exchange(method: .post, path: path, body: body, steps: steps)])
    }

    func ollama(options: [String: OptionLiteral] = [:], timeout: Double = 60) async throws(ServerError) -> Generation {
        let server = OllamaServer(.replay, transport: ReplayTransport(transcript(path: "/api/generate", model: "m"), scale: 0))
        return try await server.generate(GenerationRequest(model: "m", prompt: "p", options: options.options, timeout: timeout)) { _ in }
    }

    func openAI(model: String = "m", options: [String: OptionLiteral] = [:]) async throws(ServerError) -> Generation {
        let server = OpenAIServer(.replay, transport: ReplayTransport(transcript(path: "/v1/chat/completions", model: model), scale: 0))
        return try await server.generate(GenerationRequest(model: model, prompt: "p", options: options.options)) { _ in }
    }
}

/// The error of a call that must fail; `nil` if it does not.
func failure(_ call: () async throws(ServerError) -> Generation) async -> ServerError? {
    do throws(ServerError) {
        _ = try await call()
        return nil
    } catch {
        return error
    }
}
