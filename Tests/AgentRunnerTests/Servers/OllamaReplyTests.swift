import Testing

@testable import AgentRunner

@Suite struct OllamaReplyTests {
    @Test func `durations are nanoseconds, and the first chunk with content is the first token`() async throws {
        let generation = try await StagedReply(
            """
            {"model":"m","response":"","done":false}
            {"model":"m","response":"Low ","done":false}
            {"model":"m","response":"tide","done":false}
            {"model":"m","response":"","done":true,"done_reason":"stop","context":[1,2,3],"total_duration":9000000,"load_duration":2500000,"prompt_eval_count":7,"prompt_eval_duration":5000000,"eval_count":3,"eval_duration":60000000,"new_field":{"a":[null]}}
            """
        ).ollama()
        #expect(
            generation
                == Generation(
                    text: "Low tide", ttft: 20, total: 40, streaming: 10, load: 2.5, promptEval: 5, eval: 60, promptTokens: 7, outputTokens: 3,
                    throughput: 50, throughputSource: .evalDuration, doneReason: "stop"))
    }

    @Test(arguments: ["", #","eval_duration":0"#, #","eval_duration":600000"#, #","eval_duration":-5"#, #","eval_duration":"long""#])
    func `an evaluation duration that says nothing gives no throughput, and the chunks do`(duration: String) async throws {
        let generation = try await StagedReply(
            """
            {"response":"a","done":false}
            {"response":"b","done":false}
            {"response":"c","done":false}
            {"response":"","done":true,"eval_count":5\(duration)}
            """
        ).ollama()
        #expect(generation.throughput == 200)
        #expect(generation.throughputSource == .chunks)
        #expect(generation.eval == (duration.contains("600000") ? 0.6 : nil))
        #expect(generation.load == nil)
        #expect(generation.promptTokens == nil)
        #expect(generation.notes.count == 1)
        #expect(generation.notes.first?.hasSuffix("throughput is from the first to the last chunk") == true)
    }

    @Test func `a reply in one piece without an evaluation duration has no throughput`() async throws {
        let generation = try await StagedReply(#"{"response":"a b c","done":true,"eval_count":3}"#).ollama()
        #expect(generation.throughput == nil)
        #expect(generation.streaming == nil)
        #expect(generation.notes == ["the server reports no evaluation duration, and the chunks do not give one: there is no throughput"])
    }

    @Test func `one token has no rate, whatever the server says`() async throws {
        let generation = try await StagedReply(#"{"response":"a","done":true,"eval_count":1,"eval_duration":1000000}"#).ollama()
        #expect(generation.throughput == nil)
        #expect(generation.eval == 1)
    }

    @Test func `tokens are counted by the server and not by lines`() async throws {
        let generation = try await StagedReply(
            """
            {"response":"a","done":false}
            {"response":"b","done":false}
            {"response":"","done":true,"eval_count":12,"eval_duration":100000000}
            """
        ).ollama()
        #expect(generation.outputTokens == 12)
        #expect(generation.throughput == 120)
    }

    @Test(arguments: ["load", "unload"])
    func `a reply to a load or an unload has no figures and no complaint`(reason: String) async throws {
        let generation = try await StagedReply(#"{"model":"m","response":"","done":true,"done_reason":"\#(reason)"}"#).ollama()
        #expect(generation == Generation(text: "", ttft: nil, total: 10, doneReason: reason))
    }

    @Test func `an error is the only line of a success`() async {
        let error = await failure { () throws(ServerError) in try await StagedReply(#"{"error":"no such format"}"#).ollama() }
        #expect(error == ServerError(.refused, "the server gave up: no such format"))
    }

    @Test func `an error in the middle of a stream keeps what was measured`() async {
        let error = await failure { () throws(ServerError) in
            try await StagedReply(
                """
                {"response":"a","done":false}
                {"response":"b","done":false}
                {"error":"runner\\nstopped"}

                """
            ).ollama()
        }
        let partial = Generation(text: "ab", ttft: 10, total: 30, streaming: 10)
        #expect(error == ServerError(.refused, "the server gave up in the middle of its reply: runner stopped", partial: partial))
    }

    @Test func `a model that is not there`() async {
        var reply = StagedReply(#"{"error":"model 'm' not found"}"#)
        reply.status = 404
        let staged = reply
        let error = await failure { () throws(ServerError) in try await staged.ollama() }
        #expect(error == ServerError(.unknownModel, "the server does not have the model: model 'm' not found"))
    }

    @Test func `a path that is not there is no model that is not there`() async {
        var reply = StagedReply("404 page not found")
        reply.status = 404
        let staged = reply
        let error = await failure { () throws(ServerError) in try await staged.ollama() }
        #expect(error?.kind == .refused)
        #expect(error?.reason == "the server does not know /api/generate (status 404); is it of another kind?: 404 page not found")
    }

    @Test func `a prompt that fills the context is noted`() async throws {
        let reply = StagedReply(#"{"response":"a b","done":true,"eval_count":2,"eval_duration":20000000,"prompt_eval_count":128}"#)
        #expect(
            try await reply.ollama(options: ["num_ctx": 128]).notes
                == ["the prompt fills the context of 128 tokens: the server has cut what did not fit"])
        #expect(try await reply.ollama(options: ["num_ctx": 256]).notes == [])
        #expect(try await reply.ollama().notes == [])
    }

    @Test func `thinking is no content, and its tokens spoil the rate of the chunks`() async throws {
        let generation = try await StagedReply(
            """
            {"response":"","thinking":"hm","done":false}
            {"response":"a","done":false}
            {"response":"b","done":false}
            {"response":"","done":true,"eval_count":40}
            """
        ).ollama()
        #expect(generation.text == "ab")
        #expect(generation.ttft == 20)
        #expect(generation.throughput == nil)
        #expect(generation.notes.count == 2)
    }

    @Test func `a timeout in the middle of a reply`() async {
        var reply = StagedReply(#"{"response":"a","done":false}"# + "\n")
        reply.end = 5000
        let staged = reply
        let error = await failure { () throws(ServerError) in try await staged.ollama(timeout: 2) }
        #expect(error?.kind == .timedOut)
        #expect(error?.partial == Generation(text: "a", ttft: 10, total: 2000))
    }

    @Test(arguments: [
        "[1]\n", "\"a\"\n", "nonsense\n", #"{"response":5,"done":false}"# + "\n", #"{"response":"a","response":"b"}"# + "\n", "<html></html>\n",
    ])
    func `a line that is no message of the API is malformed`(line: String) async {
        #expect(await failure { () throws(ServerError) in try await StagedReply(line).ollama() }?.kind == .malformed)
    }

    @Test func `an empty reply is truncated`() async {
        #expect(await failure { () throws(ServerError) in try await StagedReply("\n \n").ollama() }?.kind == .truncated)
    }

    @Test func `nothing after the last line counts`() async throws {
        let generation = try await StagedReply(
            """
            {"response":"a b","done":true,"eval_count":2,"eval_duration":20000000}
            {"error":"late"}
            """
        ).ollama()
        #expect(generation.total == 10)
    }

    @Test func `line ends of every kind, and characters cut in two`() async throws {
        let text = "{\"response\":\"µ\u{1F30A}\",\"done\":false}\r\n\r\n{\"response\":\"é\",\"done\":false}\r{\"response\":\"\",\"done\":true}"
        for size in 1...7 {
            let generation = try await StagedReply(allAtOnce: Array(text.utf8)) { size }.ollama()
            #expect(generation.text == "µ\u{1F30A}é")
        }
    }
}
