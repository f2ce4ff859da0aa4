import JSON
import Testing

@testable import AgentRunner

/// The figures of a recorded reply, read from it by another program.
struct Figures: Sendable, CustomTestStringConvertible {
    var name: String
    var textBytes: Int
    var promptTokens: Int?
    var outputTokens: Int?
    var load: Double?
    var promptEval: Double?
    var eval: Double?
    var doneReason: String? = "length"
    var testDescription: String { name }
}

@Suite(.enabled(if: RecordedReply.isThere, "the recorded replies of real servers are not beside the package")) struct RecordedReplyTests {
    static let ollama = [
        Figures(
            name: "ollama054_generate_stream.ndjson", textBytes: 125, promptTokens: 15, outputTokens: 24, load: 4.983102, promptEval: 73, eval: 194),
        Figures(
            name: "ollama054_generate_stream_again.ndjson", textBytes: 108, promptTokens: 15, outputTokens: 24, load: 5.485512, promptEval: 9,
            eval: 199),
        Figures(
            name: "ollama054_headers_generate_stream.txt", textBytes: 3, promptTokens: 12, outputTokens: 2, load: 8.111137, promptEval: 63, eval: 15),
        Figures(
            name: "ollama054_generate_num_predict_1.json", textBytes: 1, promptTokens: 12, outputTokens: 1, load: 4.368637, promptEval: 56, eval: nil),
        Figures(name: "ollama054_generate.json", textBytes: 115, promptTokens: 16, outputTokens: 24, load: 4.342427, promptEval: 60, eval: 180),
        Figures(name: "ollama054_generate_cold.json", textBytes: 3, promptTokens: 12, outputTokens: 2, load: 264.448622, promptEval: 59, eval: 8),
        Figures(
            name: "ollama054_generate_stop.json", textBytes: 5, promptTokens: 9, outputTokens: 4, load: 287.845738, promptEval: 45, eval: 21,
            doneReason: "stop"),
        Figures(name: "ollama054_generate_raw.json", textBytes: 120, promptTokens: 5, outputTokens: 24, load: 4.69987, promptEval: 28, eval: 152),
        Figures(
            name: "ollama054_generate_prompt_too_long.json", textBytes: 24, promptTokens: 128, outputTokens: 4, load: 288.486633, promptEval: 562,
            eval: 25),
        Figures(
            name: "ollama093_generate_stream.ndjson", textBytes: 125, promptTokens: 15, outputTokens: 24, load: 13.751586, promptEval: 529.072241,
            eval: 1075.657731),
        Figures(
            name: "ollama093_generate_stream_again.ndjson", textBytes: 125, promptTokens: 15, outputTokens: 24, load: 10.974518,
            promptEval: 44.755522, eval: 1303.864198),
        Figures(
            name: "ollama093_headers_generate_stream.txt", textBytes: 3, promptTokens: 12, outputTokens: 2, load: 7.949247, promptEval: 697.586211,
            eval: 61.795417),
        Figures(
            name: "ollama093_generate_num_predict_1.json", textBytes: 1, promptTokens: 12, outputTokens: 1, load: 7.275801, promptEval: 707.572115,
            eval: 0.601938),
        Figures(
            name: "ollama093_generate_queued.json", textBytes: 3, promptTokens: 12, outputTokens: 2, load: 26.900262, promptEval: 343.30101,
            eval: 59.454932),
        Figures(
            name: "ollama093_generate_system.json", textBytes: 127, promptTokens: 24, outputTokens: 24, load: 16.977131, promptEval: 1358.362422,
            eval: 1106.71652),
        Figures(
            name: "ollama093_generate_prompt_too_long.json", textBytes: 24, promptTokens: 128, outputTokens: 4, load: 430.753023,
            promptEval: 6759.291234, eval: 142.963218),
    ]

    @Test(arguments: ollama) func `replies of Ollama`(expected: Figures) async throws {
        let generation = try await StagedReply(lines: try RecordedReply.body(expected.name)).ollama(options: ["num_ctx": 128])
        expectSame(generation, expected)
        #expect(generation.throughput == (expected.outputTokens == 1 ? nil : expected.eval.map { Double(expected.outputTokens ?? 0) / $0 * 1000 }))
        #expect(generation.notes.contains { $0.hasPrefix("the prompt fills") } == (expected.promptTokens == 128))
    }

    static let openAI = [
        Figures(name: "llamacpp_v1_chat_stream.txt", textBytes: 62, promptTokens: 35, outputTokens: 12, promptEval: 161.483, eval: 78.629),
        Figures(name: "llamacpp_v1_chat_stream_usage.txt", textBytes: 62, promptTokens: 35, outputTokens: 12, promptEval: 7.371, eval: 83.963),
        Figures(name: "llamacpp_v1_chat_stream_no_cache.txt", textBytes: 62, promptTokens: 35, outputTokens: 12, promptEval: 154.056, eval: 80.175),
        Figures(name: "llamacpp_v1_chat_stream_progress.txt", textBytes: 14, promptTokens: 35, outputTokens: 4, promptEval: 161.87, eval: 22.122),
        Figures(
            name: "llamacpp_v1_chat_stream_timings_per_token.txt", textBytes: 14, promptTokens: 35, outputTokens: 4, promptEval: 7.485, eval: 21.165),
        Figures(name: "llamacpp_headers_v1_chat_stream.txt", textBytes: 1, promptTokens: 35, outputTokens: 1, promptEval: 7.775, eval: nil),
        Figures(name: "llamacpp_v1_chat.json", textBytes: 59, promptTokens: 36, outputTokens: 12, promptEval: 57.271, eval: 81.614),
        Figures(
            name: "llamacpp_v1_chat_end_of_text.json", textBytes: 70, promptTokens: 38, outputTokens: 18, promptEval: 72.453, eval: 131.065,
            doneReason: "stop"),
        Figures(name: "ollama054_v1_chat_stream.txt", textBytes: 36, promptTokens: nil, outputTokens: nil),
        Figures(name: "ollama054_v1_chat_stream_usage.txt", textBytes: 35, promptTokens: 14, outputTokens: 8),
        Figures(name: "ollama093_v1_chat_stream.txt", textBytes: 36, promptTokens: nil, outputTokens: nil),
        Figures(name: "ollama093_v1_chat_stream_usage.txt", textBytes: 36, promptTokens: 14, outputTokens: 8),
        Figures(name: "ollama093_v1_chat.json", textBytes: 36, promptTokens: 14, outputTokens: 8),
    ]

    @Test(arguments: openAI) func `replies of the OpenAI-compatible API`(expected: Figures) async throws {
        let generation = try await StagedReply(lines: try RecordedReply.body(expected.name)).openAI()
        expectSame(generation, expected)
        #expect(
            generation.throughputSource
                == (expected.eval != nil ? .evalDuration : expected.outputTokens == 8 && generation.streaming != nil ? .chunks : nil))
    }

    private func expectSame(_ generation: Generation, _ expected: Figures) {
        #expect(generation.text.utf8.count == expected.textBytes)
        #expect(generation.promptTokens == expected.promptTokens)
        #expect(generation.outputTokens == expected.outputTokens)
        #expect(generation.load == expected.load)
        #expect(generation.promptEval == expected.promptEval)
        #expect(generation.eval == expected.eval)
        #expect(generation.doneReason == expected.doneReason)
    }

    @Test func `the first delta of llama.cpp is null and is not the first token`() async throws {
        // The null delta is the first line, an empty one follows, and the first text is the third.
        let generation = try await StagedReply(lines: try RecordedReply.body("llamacpp_v1_chat_stream.txt")).openAI()
        #expect(generation.ttft == 40)
    }

    @Test func `llama.cpp answers for a model that it does not have`() async throws {
        let generation = try await StagedReply(lines: try RecordedReply.body("llamacpp_v1_chat_unknown_model.json")).openAI(model: "no-such-model")
        #expect(generation.notes.contains { $0.hasPrefix("asked for no-such-model, the server answered as ") })
        #expect(generation.notes.contains("24 of 35 prompt tokens came from the server's cache"))
    }

    @Test(arguments: ["ollama054_load.json", "ollama054_unload.json", "ollama093_unload.json", "ollama093_reload_again.json", "ollama093_load.json"])
    func `loads and unloads have no figures`(name: String) async throws {
        let generation = try await StagedReply(lines: try RecordedReply.body(name)).ollama()
        #expect(generation == Generation(text: "", ttft: nil, total: 10, doneReason: name.contains("unload") ? "unload" : "load"))
    }

    @Test(arguments: [
        ("ollama054_error_mid_stream.ndjson", 200, ServerError.Kind.refused), ("ollama093_error_mid_stream.ndjson", 200, .refused),
        ("ollama054_error_format.json", 200, .refused), ("ollama093_error_format.json", 200, .refused),
        ("ollama054_error_unknown_model_generate.json", 404, .unknownModel), ("ollama093_error_unknown_model_generate.json", 404, .unknownModel),
        ("ollama054_error_unknown_model_chat.json", 404, .unknownModel), ("ollama093_headers_error.txt", 404, .unknownModel),
        ("ollama054_error_bad_json.json", 400, .refused), ("ollama093_error_no_model.json", 400, .refused),
        ("ollama054_error_option_type.json", 500, .refused), ("ollama093_error_no_such_path.txt", 404, .refused),
        ("ollama093_error_wrong_method.txt", 405, .refused), ("ollama054_error_wrong_method.txt", 404, .refused),
        ("ollama054_generate_abort.ndjson", 200, .truncated), ("ollama093_generate_abort.ndjson", 200, .truncated),
    ])
    func `errors of Ollama`(name: String, status: Int, kind: ServerError.Kind) async throws {
        var reply = StagedReply(lines: try RecordedReply.body(name))
        reply.status = status
        let staged = reply
        let error = try #require(await failure { () throws(ServerError) in try await staged.ollama() })
        #expect(error.kind == kind)
        #expect(!error.reason.contains("\n") && error.reason.count < 320)
        #expect((error.partial != nil) == (name.contains("mid_stream") || name.contains("abort")))
    }

    @Test(arguments: [
        ("ollama054_v1_error_unknown_model.json", 404, ServerError.Kind.unknownModel), ("ollama093_v1_error_unknown_model.json", 404, .unknownModel),
        ("llamacpp_error_bad_json.json", 400, .refused), ("llamacpp_error_prompt_too_long.json", 400, .refused),
        ("llamacpp_error_wrong_type.json", 400, .refused), ("llamacpp_error_no_such_path.json", 404, .refused),
        ("llamacpp_error_no_messages.json", 400, .refused), ("llamacpp_v1_chat_abort.txt", 200, .truncated),
        ("llamacpp_error_prompt_too_long.json", 200, .refused), ("ollama093_v1_error_unknown_model.json", 200, .unknownModel),
    ])
    func `errors of the OpenAI-compatible API`(name: String, status: Int, kind: ServerError.Kind) async throws {
        var reply = StagedReply(lines: try RecordedReply.body(name))
        reply.status = status
        let staged = reply
        let error = try #require(await failure { () throws(ServerError) in try await staged.openAI() })
        #expect(error.kind == kind)
        #expect(!error.reason.hasSuffix(": "))
    }

    /// Every reply, in pieces of every size: the outcome is the same, be it a text or an error.
    @Test(
        arguments: (ollama + openAI).map(\.name) + [
            "ollama054_error_mid_stream.ndjson", "ollama054_generate_abort.ndjson", "ollama054_error_format.json", "ollama054_unload.json",
            "llamacpp_v1_chat_abort.txt", "llamacpp_error_bad_json.json",
        ])
    func `the way the network cuts a reply changes nothing`(name: String) async throws {
        let body = try RecordedReply.body(name)
        func outcome(_ reply: StagedReply) async -> Result<Generation, ServerError> {
            do throws(ServerError) {
                let isOpenAI = name.contains("_v1_") || name.contains("llamacpp")
                return .success(isOpenAI ? try await reply.openAI() : try await reply.ollama())
            } catch {
                return .failure(error)
            }
        }
        let whole = await outcome(StagedReply(lines: body))
        let atOnce = await outcome(StagedReply(allAtOnce: body) { .max })
        var generator = SystemRandomNumberGenerator()
        for size in [1, 2, 3, 7] {
            #expect(await outcome(StagedReply(body, inPiecesOf: size)) == whole)
            #expect(await outcome(StagedReply(allAtOnce: body) { size }) == atOnce)
        }
        for _ in 0..<10 {
            #expect(await outcome(StagedReply(allAtOnce: body) { Int.random(in: 1...200, using: &generator) }) == atOnce)
        }
    }
}
