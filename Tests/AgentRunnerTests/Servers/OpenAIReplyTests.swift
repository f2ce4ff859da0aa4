import Testing

@testable import AgentRunner

@Suite struct OpenAIReplyTests {
    @Test func `null and repeated roles are no content, and usage has no choices`() async throws {
        let generation = try await StagedReply(
            """
            data: {"model":"m","choices":[{"index":0,"delta":{"role":"assistant","content":null},"finish_reason":null}]}
            data:
            : a comment

            data: {"model":"m","choices":[{"index":0,"delta":{"role":"assistant","content":""}}]}

            data: {"model":"m","choices":[{"index":0,"delta":{"role":"assistant","content":"High "}}]}

            data: {"model":"m","choices":[{"index":0,"delta":{"role":"assistant","content":"water"}}]}

            data: {"model":"m","choices":[{"index":0,"delta":{},"finish_reason":"stop"}]}

            data: {"model":"m","choices":[],"usage":{"prompt_tokens":9,"completion_tokens":5,"total_tokens":14}}

            data: [DONE]

            """
        ).openAI()
        #expect(
            generation
                == Generation(
                    text: "High water", ttft: 80, total: 150, streaming: 20, promptTokens: 9, outputTokens: 5, throughput: 200,
                    throughputSource: .chunks, doneReason: "stop",
                    notes: ["the server reports no evaluation duration: throughput is from the first to the last chunk"]))
    }

    @Test func `timings of llama.cpp are milliseconds, and its prompt count leaves out the cache`() async throws {
        let generation = try await StagedReply(
            """
            data: {"model":"m","choices":[{"delta":{"content":"a"}}]}

            data: {"model":"m","choices":[{"delta":{"content":"b"}}]}

            data: {"model":"m","choices":[{"delta":{},"finish_reason":"length"}],"timings":{"cache_n":30,"prompt_n":4,"prompt_ms":12.5,"predicted_n":8,"predicted_ms":40.0}}

            data: [DONE]


            """
        ).openAI()
        #expect(generation.promptTokens == 34)
        #expect(generation.promptEval == 12.5)
        #expect(generation.outputTokens == 8)
        #expect(generation.eval == 40)
        #expect(generation.throughput == 200)
        #expect(generation.throughputSource == .evalDuration)
        #expect(generation.notes == ["30 of 34 prompt tokens came from the server's cache"])
    }

    @Test func `the duration of a single token is nonsense`() async throws {
        let generation = try await StagedReply(
            """
            data: {"choices":[{"delta":{"content":"a"},"finish_reason":"length"}],"timings":{"prompt_n":4,"prompt_ms":12.5,"predicted_n":1,"predicted_ms":0.001}}

            data: [DONE]

            """
        ).openAI()
        #expect(generation.eval == nil)
        #expect(generation.throughput == nil)
        #expect(generation.outputTokens == 1)
        #expect(generation.notes == ["throughput needs at least two tokens"])
    }

    @Test func `without a usage no tokens are made up`() async throws {
        let generation = try await StagedReply("data: {\"choices\":[{\"delta\":{\"content\":\"a\"}}]}\n\ndata: [DONE]\n\n").openAI()
        #expect(generation.outputTokens == nil)
        #expect(generation.throughput == nil)
        #expect(generation.notes == ["the server reports no token count, so there is no throughput"])
    }

    @Test(arguments: ["\n", "\r\n", "\r"])
    func `every line end, no space after the colon, names and ids, and a byte order mark`(end: String) async throws {
        let lines = [
            "\u{FEFF}event: message", "id: 7", "data:{\"choices\":", "data:[{\"delta\":{\"content\":\"é\"}}]}", "", ":", "retry: 5", "data:[DONE]",
            "", "",
        ]
        for size in 1...5 {
            let generation = try await StagedReply(allAtOnce: Array(lines.joined(separator: end).utf8)) { size }.openAI()
            #expect(generation.text == "é")
        }
    }

    @Test func `the last event needs no empty line, and a stream may end after its reason`() async throws {
        #expect(try await StagedReply("data: {\"choices\":[{\"delta\":{\"content\":\"a\"}}]}\n\ndata: [DONE]").openAI().text == "a")
        let reason = "data: {\"choices\":[{\"delta\":{\"content\":\"a\"},\"finish_reason\":\"stop\"}]}\n\n"
        #expect(try await StagedReply(reason).openAI().doneReason == "stop")
    }

    @Test(arguments: [
        #"data: {"error":{"message":"out of luck","type":"server_error","code":500}}"#,
        #"data: {"error":"out of luck"}"#,
        #"data: {"error":{"code":null,"message":"out\nof luck","param":null}}"#,
        #"error: {"code":500,"message":"out of luck","type":"server_error"}"#,
        #"{"error":{"code":400,"message":"out of luck"}}"#,
        #"{"object":"error","message":"out of luck"}"#,
    ])
    func `an error inside a success`(line: String) async {
        let error = await failure { () throws(ServerError) in try await StagedReply(line + "\n\n").openAI() }
        #expect(error == ServerError(.refused, "the server gave up: out of luck"))
    }

    @Test func `an error in the middle of a stream keeps what was measured`() async {
        let error = await failure { () throws(ServerError) in
            try await StagedReply("data: {\"choices\":[{\"delta\":{\"content\":\"a\"}}]}\n\ndata: {\"error\":{\"message\":\"gone\"}}\n\n").openAI()
        }
        #expect(error?.reason == "the server gave up in the middle of its reply: gone")
        #expect(error?.partial == Generation(text: "a", ttft: 20, total: 40))
    }

    @Test func `another model that answers is noted`() async throws {
        let reply = StagedReply("data: {\"model\":\"small\",\"choices\":[{\"delta\":{\"content\":\"a\"}}]}\n\ndata: [DONE]\n\n")
        #expect(try await reply.openAI(model: "large").notes.contains("asked for large, the server answered as small"))
        #expect(try await !reply.openAI(model: "small").notes.contains { $0.hasPrefix("asked for") })
    }

    @Test func `options of loading a model are noted as not asked for`() async throws {
        let reply = StagedReply("data: {\"choices\":[{\"delta\":{\"content\":\"a\"}}]}\n\ndata: [DONE]\n\n")
        let notes = try await reply.openAI(options: ["num_ctx": 512, "num_gpu": 80, "top_k": 3]).notes
        #expect(notes.contains("num_ctx and num_gpu can't be asked for over this API: the server's own holds"))
    }

    @Test func `a server that does not stream is read all the same`() async throws {
        let generation = try await StagedReply(
            #"{"model":"m","choices":[{"message":{"content":"a b"},"finish_reason":"stop"}],"usage":{"prompt_tokens":3,"completion_tokens":2}}"#
        ).openAI()
        #expect(generation.text == "a b")
        #expect(generation.outputTokens == 2)
        #expect(generation.notes.first?.hasPrefix("the server does not stream") == true)
    }

    @Test(arguments: [
        (404, #"{"error":{"message":"model \"m\" not found","type":"api_error","param":null,"code":null}}"#, ServerError.Kind.unknownModel),
        (404, #"{"error":{"message":"no","code":"model_not_found"}}"#, .unknownModel),
        (404, #"{"object":"error","message":"The model m does not exist.","code":404}"#, .unknownModel),
        (404, #"{"error":{"message":"File Not Found","code":404}}"#, .refused),
        (400, #"{"error":{"message":"too long","type":"exceed_context_size_error"}}"#, .refused),
        (422, #"{"detail":[{"msg":"field required"}]}"#, .refused),
        (503, "", .refused),
        (302, "", .refused),
    ])
    func `statuses that are no success`(status: Int, body: String, kind: ServerError.Kind) async {
        var reply = StagedReply(body)
        reply.status = status
        let staged = reply
        #expect(await failure { () throws(ServerError) in try await staged.openAI() }?.kind == kind)
    }

    @Test(arguments: ["data: {\"choices\":[{\"delta\":{\"content\":7}}]}\n\n", "data: rubbish\n\n", "<html>no</html>\n", "{\"object\":\"list\"}"])
    func `what is no chunk of the API is malformed`(body: String) async {
        #expect(await failure { () throws(ServerError) in try await StagedReply(body).openAI() }?.kind == .malformed)
    }

    @Test(arguments: [
        "", "data: {\"choices\":[{\"delta\":{\"content\":\"a\"}}]}\n\n", "data: {\"choices\":[{\"delta\":{\"content\":\"a\"}}]}\n\ndata: {\"cho",
    ])
    func `a stream that ends too early is truncated`(body: String) async {
        #expect(await failure { () throws(ServerError) in try await StagedReply(body).openAI() }?.kind == .truncated)
    }
}
