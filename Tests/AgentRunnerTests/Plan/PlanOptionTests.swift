import AgentRuns
import Diagnostics
import JSON
import Testing

@testable import AgentRunner

struct PlanOptionTests {
    private static let openAI = PlanScratch.single().replacing("name = \"a\"", with: "name = \"a\"\napi = \"openai\"")

    /// What is said of a plan, as `line:column severity: message`.
    private func said(_ plan: String) throws -> [String] {
        let scratch = try PlanScratch()
        let (_, diagnostics) = Plan.read(Array(plan.utf8), path: scratch.path("plan.toml"), prompts: PlanScratch.prompts)
        return diagnostics.map { "\($0.location?.line ?? 0):\($0.location?.column ?? 0) \($0.severity.word): \($0.message)" }
    }

    @Test func `any option of a server is taken with the type that it is written in`() throws {
        let ollama = PlanScratch.single(
            agent:
                "configuration = { num_predict = 40, num_thread = 4, min_p = 0.05, mirostat = 2, use_mmap = false, stop = [\"a\", \"b\"], think = true }"
        )
        #expect(try said(ollama) == [])
        #expect(
            try PlanScratch().plan(ollama).agents[0].options.values == [
                "num_predict": .number(40), "num_thread": .number(4), "min_p": .number(0.05), "mirostat": .number(2), "use_mmap": .bool(false),
                "stop": .array([.string("a"), .string("b")]), "think": .bool(true),
            ])
        let openAI =
            Self.openAI + """
                [agents.configuration]
                presence_penalty = 0.5
                reasoning_effort = "low"
                mystery = 1
                logit_bias = { 50256 = -100 }
                [agents.configuration.chat_template_kwargs]
                enable_thinking = false
                depth = [[1, 2], []]
                """
        #expect(try said(openAI) == [])
        #expect(
            try PlanScratch().plan(openAI).agents[0].configuration.label
                == #"presence_penalty 0.5, reasoning_effort low, chat_template_kwargs {"depth":[[1,2],[]],"enable_thinking":false}, "#
                + #"logit_bias {"50256":-100}, mystery 1"#)
    }

    @Test func `a grid goes through values of any kind`() throws {
        let plan = try PlanScratch().plan(
            Self.openAI + """
                [grid]
                stop = ["a", ["a", "b"]]
                chat_template_kwargs = [{ thinking = true }, { thinking = false }]
                cache_prompt = false
                """)
        #expect(
            plan.grid.laid(over: plan.agents).map(\.[0].configuration.label) == [
                #"cache_prompt false, chat_template_kwargs {"thinking":true}, stop a"#,
                #"cache_prompt false, chat_template_kwargs {"thinking":false}, stop a"#,
                #"cache_prompt false, chat_template_kwargs {"thinking":true}, stop ["a","b"]"#,
                #"cache_prompt false, chat_template_kwargs {"thinking":false}, stop ["a","b"]"#,
            ])
        #expect(Set(Schedule(plan).runs.map(\.id)).count == 4)
    }

    @Test func `ids name free options behind the known ones, and what can't stand in a folder by its hash`() throws {
        let plan = try PlanScratch().plan(
            PlanScratch.single(agent: "configuration = { num_thread = 4, num_predict = 40, top_k = 5, stop = [\"a/b\"], use_mmap = false }"))
        #expect(Schedule(plan).runs.map(\.id) == ["s/single_agent_topk5_num_predict=40_num_thread=4_stop=1693b0cf_use_mmap=false/run_1"])
        #expect(Schedule(plan).runs.allSatisfy { isSafePath($0.id) })
    }

    @Test(arguments: [
        ("num_ctxx = 5", "19 warning: 'num_ctxx' is no known option of Ollama, which takes no notice of others; did you mean 'num_ctx'?"),
        ("flash_attn = true", "19 warning: 'flash_attn' is no known option of Ollama, which takes no notice of others; it is sent all the same"),
        ("user = \"u\"", "19 warning: 'user' is no known option of Ollama, which takes no notice of others; it is sent all the same"),
        ("prompt = \"p\"", "19 error: 'prompt' can't be set here: prompts are made of the files in templates/prompts"),
        ("stream = false", "19 error: 'stream' can't be set here: times are taken from the stream"),
        ("model = \"m\"", "19 error: 'model' can't be set here: it is the agent's own 'model'"),
        ("options = { a = 1 }", "19 error: 'options' can't be set here: its options stand in the configuration themselves"),
        ("num_predict = 1.5", "33 error: 'num_predict' must be a whole number from -2 up"),
        (
            "stop = [2025-01-01]",
            "26 error: 'stop' must be text, a finite number that is not too long to be exact, true or false, or an array or a table of these"
        ),
        (
            "min_p = inf",
            "27 error: 'min_p' must be text, a finite number that is not too long to be exact, true or false, or an array or a table of these"
        ),
    ])
    func `an option of Ollama that is doubtful is warned of, and one that is not to be set is refused`(option: String, message: String) throws {
        #expect(try said(PlanScratch.single(agent: "configuration = { \(option) }")).first == "11:\(message)")
    }

    @Test(arguments: [
        ("messages = []", "14:1 error: 'messages' can't be set here: prompts are made of the files in templates/prompts"),
        ("stream_options = {}", "14:1 error: 'stream_options' can't be set here: the token counts are asked for with it"),
        ("n = 2", "14:1 error: 'n' can't be set here: the figures are those of one answer; use 'repetitions'"),
        ("presence_penaltty = 1", "14:1 warning: 'presence_penaltty' is no known option; did you mean 'presence_penalty'?"),
        ("user = \"u\"", "14:1 warning: 'user' is sent, and not stored: it says who asks"),
    ])
    func `so it is with OpenAI's, in a grid too`(option: String, message: String) throws {
        #expect(try said(Self.openAI + "[grid]\n\(option)").first == message)
    }

    @Test(arguments: [
        "api_key = \"x\"", "Authorization = \"x\"", "db-password = \"x\"", "token = \"x\"", "stop = \"sk-abcdefghijklmnopqrst\"",
        "a = [\"hf_abcdefghijklmnopqrst\"]", "a = { b = \"Bearer abcdefghij\" }", "a = \"http://me:pass@host/\"", "a = { secret = 1 }",
    ])
    func `what looks like a key is refused, and not quoted`(option: String) throws {
        let message = "looks like a key or a password, which would be stored; name the variable that holds it in the server's 'key_env'"
        for plan in [Self.openAI + "[agents.configuration]\n\(option)", Self.openAI + "[grid]\n\(option)"] {
            let errors = try said(plan).filter { $0.contains(" error: ") }
            #expect(errors.count == 1 && errors[0].hasSuffix(message))
        }
    }

    @Test(arguments: [
        "max_tokens = 1", "stop_token_ids = [1]", "prompt_cache_key = \"a\"", "tools = [{ properties = { token = { type = \"string\" } } }]",
    ])
    func `what only sounds like a key is taken`(option: String) throws {
        #expect(try said(Self.openAI + "[agents.configuration]\n\(option)").allSatisfy { !$0.contains("error") })
    }

    @Test func `folders of paths, prompts, and options about persons are sent and not stored`() {
        let options = RequestOptions([
            "user": .string("u"), "template": .string("abc"), "lora": .string("/home/u/x.gguf"),
            "a": .object(["file": .string("C:\\u\\y z.bin"), "metadata": .string("m")]),
            "stop": .array([.string("/end"), .string("a/b/c")]),
        ])
        #expect(
            options.configuration.options == [
                "template": .text("sha256 ba7816bf8f01cfea"), "lora": .text("x.gguf"), "a": .text(#"{"file":"y z.bin"}"#),
                "stop": .text(#"["/end","a/b/c"]"#),
            ])
    }

    @Test func `a limit among the options wins over the agent's, and both together are warned of`() throws {
        let both = PlanScratch.single(agent: "token_limit = 50\nconfiguration = { num_predict = 40 }")
        #expect(try said(both) == ["11:15 warning: 'num_predict' of the configuration wins over 'token_limit'; leave one of them out"])
        let plan = try PlanScratch().plan(both)
        #expect(plan.tokenLimit(of: plan.agents[0]) == 40)
        let swept = PlanScratch.single(agent: "token_limit = 50", end: "[grid]\nnum_predict = [20, -1]")
        #expect(try said(swept) == ["13:1 warning: 'num_predict' wins over the 'token_limit' of 'solo'; leave one of them out"])
        let laid = try PlanScratch().plan(swept)
        #expect(laid.grid.laid(over: laid.agents).map { laid.tokenLimit(of: $0[0]) } == [20, nil])
        let newer = try PlanScratch().plan(Self.openAI + "token_limit = 50\n[agents.configuration]\nmax_completion_tokens = 30\nmax_tokens = 35\n")
        #expect(newer.tokenLimit(of: newer.agents[0]) == 30)
    }

    @Test func `a key of a server among the options stops a plan before anything is sent`() throws {
        let plan = try PlanScratch().plan(
            Self.openAI.replacing("api = ", with: "key_env = \"K\"\napi = ") + "[agents.configuration]\nstop = \"hunter22\"\n")
        var found: [Diagnostic] = []
        _ = plan.clients(environment: ["K": "hunter22"], reporting: &found)
        #expect(found.map(\.message) == ["an option holds the key or the password of a server, and would be stored; take it out of the plan"])
    }
}
