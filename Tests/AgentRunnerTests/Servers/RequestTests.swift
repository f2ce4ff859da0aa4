import JSON
import Synchronization
import Testing

@testable import AgentRunner

/// What is sent: the bodies of requests.
struct RequestTests {
    private func body(_ api: ServerAPI, _ options: [String: OptionLiteral], tokenLimit: Int? = nil) async -> String? {
        let bodies = Mutex<[JSON]>([])
        let transport = RecordingTransport(ReplayTransport(Transcript(), scale: 0)) { exchange in
            if let body = exchange.body { bodies.withLock { $0.append(body) } }
        }
        let request = GenerationRequest(model: "m", prompt: "p", options: options.options, seed: 7, tokenLimit: tokenLimit)
        _ = await failure { () throws(ServerError) in try await ServerAddress.replay.server(api, over: transport).generate(request) { _ in } }
        return bodies.withLock { $0.first }.map { String(decoding: $0.bytes, as: UTF8.self) }
    }

    @Test func `options of Ollama keep their types, and its fields stand beside them`() async {
        #expect(
            await body(.ollama, ["num_predict": 40, "stop": ["a", "b"], "use_mmap": false, "min_p": 0.05, "think": "low", "x": "y"], tokenLimit: 9)
                == #"{"model":"m","prompt":"p","stream":true,"think":"low","#
                + #""options":{"min_p":0.05,"num_predict":40,"stop":["a","b"],"use_mmap":false,"x":"y","seed":7}}"#)
    }

    @Test func `options of OpenAI are fields of the request, and a limit of their own is the only one`() async {
        let start = #"{"model":"m","messages":[{"role":"user","content":"p"}],"stream":true,"stream_options":{"include_usage":true},"#
        #expect(
            await body(.openAI, ["max_completion_tokens": 30, "presence_penalty": 0.5, "stop": ["a"], "num_ctx": 512], tokenLimit: 9)
                == start + #""max_completion_tokens":30,"presence_penalty":0.5,"stop":["a"],"seed":7}"#)
        #expect(
            await body(.openAI, ["repeat_penalty": 1.1, "repetition_penalty": 1.2], tokenLimit: 9)
                == start + #""repeat_penalty":1.1,"repetition_penalty":1.2,"seed":7,"max_tokens":9}"#)
    }

    @Test func `Ollama does not say whether it knows an option, and the run does`() async throws {
        let reply = StagedReply(#"{"response":"a b","done":true,"eval_count":2,"eval_duration":40000000}"#)
        #expect(
            try await reply.ollama(options: ["flash_attn": true, "top_k": 3, "keep_alive": "5m"]).notes
                == ["Ollama does not say whether it knows flash_attn: it answers all the same"])
    }

    @Test(arguments: [
        (
            #"{"error":{"message":"Unrecognized request argument","type":"invalid_request_error","param":"mystery"}}"#,
            "Unrecognized request argument (mystery)"
        ),
        (#"{"error":{"message":"Unknown parameter: 'mystery'.","param":"mystery"}}"#, "Unknown parameter: 'mystery'."),
        (
            #"{"detail":[{"type":"extra_forbidden","loc":["body","mystery"],"msg":"Extra inputs are not permitted"},{"loc":["body","stop",0],"msg":"no"}]}"#,
            "body.mystery: Extra inputs are not permitted; body.stop.0: no"
        ),
    ])
    func `a field that a server refuses is named`(body: String, words: String) async {
        var reply = StagedReply(body)
        reply.status = 400
        let staged = reply
        let error = await failure { () throws(ServerError) in try await staged.openAI(options: ["mystery": 1]) }
        #expect(error?.reason == "the server answered with status 400: \(words)")
    }
}
