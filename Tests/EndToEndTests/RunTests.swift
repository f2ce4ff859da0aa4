import Foundation
import JSON
import Testing

/// `run` against recorded conversations, so that no server is needed, and `init`.
struct RunTests {
    private static func plan(_ agents: String, scenario: String = "single_agent", top: String = "", end: String = "") -> String {
        """
        suite = "local/replayed"
        scenario = "\(scenario)"
        ingest = "data"
        \(top)
        [[servers]]
        name = "a"
        url = "http://127.0.0.1:1"
        api = "ollama"
        transcript = "conversation.jsonl"
        \(agents)
        \(end)
        """
    }

    private static let solo = """
        [[agents]]
        slot = "solo"
        model = "m:1"
        """

    private static let pair = """
        [[agents]]
        slot = "collector"
        agent = "Collector"
        model = "m:1"
        [[agents]]
        slot = "insight"
        agent = "Insight"
        model = "m:2"
        """

    /// Two replies of each model; the last piece comes `end` milliseconds after the request.
    private static func conversation(end: Int = 60) -> String {
        var lines = [#"{"schema":"sitegen.transcript/1"}"#]
        for (model, words) in [("m:1", ["Slow.", "## Found"]), ("m:2", ["Fast.", "## Seen"])] {
            for word in words {
                let last =
                    #"{\"response\":\"\",\"done\":true,\"done_reason\":\"stop\",\"load_duration\":2000000,\"prompt_eval_count\":30,\"prompt_eval_duration\":10000000,\"eval_count\":3,\"eval_duration\":20000000,\"total_duration\":50000000}\n"#
                lines += [
                    #"{"request":{"method":"POST","path":"/api/generate","body":{"model":"\#(model)","prompt":"x"}}}"#,
                    #"{"at":1,"status":200,"content_type":"application/x-ndjson"}"#,
                    #"{"at":25,"text":"{\"response\":\"\#(word)\",\"done\":false}\n"}"#,
                    #"{"at":40,"text":"{\"response\":\" It is measured.\",\"done\":false}\n"}"#,
                    #"{"at":\#(end),"text":"\#(last)"}"#,
                    #"{"at":\#(end),"end":true}"#,
                ]
            }
        }
        return lines.joined(separator: "\n")
    }

    private func scratch(_ plan: String, _ conversation: String = conversation()) throws -> Scratch {
        try Scratch("-- plan.toml --\n\(plan)\n-- conversation.jsonl --\n\(conversation)\n-- data/a.csv --\nttft_ms\n12\n")
    }

    @Test func `a plan is run, recorded, and on the site`() throws {
        let site = try scratch(Self.plan(Self.pair, scenario: "chimera_hetero", end: "[grid]\ntemperature = [0, 0.5]"))
        let result = try site.sitegen("run", "plan.toml", "--backend", "replay")
        #expect(result.errors == "", "nothing is written in a pipe")
        #expect(result.output == "2 completed, 0 failed, 0 stored before, 0 left\n")
        try #require(result.exitCode == 0)
        let calls = try site.sitegen("export", "--records", "calls").output.split(separator: "\n").map { try JSON(parsing: Array($0.utf8)) }
        #expect(calls.count == 8)
        #expect(calls.allSatisfy { $0["ttft_ms"]?.number == 25 && $0["output_tokens"]?.number == 3 && $0["throughput"]?.number == 150 })
        #expect(try site.sitegen("build").exitCode == 0)
        for id in ["temp0", "temp0.5"] {
            let page = try site.text("site/runs/local/replayed/chimera_hetero_\(id)/run_1.html")
            for words in ["Found", "Seen", "Collector", "Insight"] { #expect(page.contains(words)) }
        }
    }

    @Test func `a dry run prints the schedule and stores nothing`() throws {
        let site = try scratch(Self.plan(Self.solo, top: "repetitions = 2"))
        let result = try site.sitegen("run", "plan.toml", "--dry-run")
        #expect(result.exitCode == 0)
        #expect(
            result.output == """
                2 runs: 1 configuration, 2 repetitions, order by seed 0
                1  local/replayed/single_agent_defaults/run_1  warm  solo: m:1, server defaults
                2  local/replayed/single_agent_defaults/run_2  warm  solo: m:1, server defaults
                2 runs, 4 calls, no limit of output tokens, at most 8.0 min by the timeout

                """)
        #expect(!site.exists("content"))
    }

    @Test func `options of every kind are in a dry run and in the record, and one that is doubtful is warned of`() throws {
        let options = "configuration = { num_predict = 40, stop = [\"END\"], flash_attn = true }"
        let site = try scratch(Self.plan(Self.solo + "\n\(options)", end: "[grid]\nmin_p = [0.05, 0.1]"))
        let warning =
            "plan.toml:13:53: warning: 'flash_attn' is no known option of Ollama, which takes no notice of others; it is sent all the same\n"
        let result = try site.sitegen("run", "plan.toml", "--dry-run")
        #expect(result.errors.hasPrefix(warning))
        #expect(result.output.contains(#"warm  solo: m:1, min_p 0.05, num_predict 40, flash_attn true, stop ["END"]"#))
        #expect(result.output.hasSuffix("2 runs, 4 calls, at most 160 output tokens, at most 8.0 min by the timeout\n"))
        let run = try site.sitegen("run", "plan.toml", "--backend", "replay")
        #expect(run.errors.hasPrefix(warning))
        #expect(run.output == "2 completed, 0 failed, 0 stored before, 0 left\n")
        let exported = try site.sitegen("export").output
        #expect(exported.contains(#""flash_attn":true"#) && exported.contains(#""stop":"[\"END\"]""#) && exported.contains(#""min_p":0.1"#))
        #expect(try site.sitegen("build").exitCode == 0)
    }

    @Test func `resuming a plan that is done does nothing, and JSON lines say how far it is`() throws {
        let site = try scratch(Self.plan(Self.solo))
        let first = try site.sitegen("run", "plan.toml", "--backend", "replay", "--json-progress")
        let events = try first.errors.split(separator: "\n").map { try JSON(parsing: Array($0.utf8)) }
        #expect(events.first?["event"]?.string == "started")
        #expect(events.last?["event"]?.string == "completed")
        let before = try site.files(below: "content")
        #expect(try site.sitegen("run", "plan.toml", "--backend", "replay", "--resume").output == "0 completed, 0 failed, 1 stored before, 0 left\n")
        #expect(try site.files(below: "content") == before)
    }

    @Test func `a mistake in a plan is an error at its line, and nothing is run`() throws {
        let site = try scratch(Self.plan(Self.solo, top: "repititions = 2"))
        let result = try site.sitegen("run", "plan.toml", "--backend", "replay")
        #expect(result.exitCode == 1)
        #expect(result.errors.hasPrefix("plan.toml:4:1: error: unknown key 'repititions'; did you mean 'repetitions'?\n"))
        #expect(!site.exists("content"))
        #expect(try site.sitegen("run", "none.toml").errors == "none.toml: error: no such file or directory\n")
    }

    @Test func `a server that nobody answers for ends with 75 and no record`() throws {
        let site = try scratch(Self.plan(Self.solo))
        let result = try site.sitegen("run", "plan.toml")
        #expect(result.exitCode == 75)
        #expect(result.output == "0 completed, 0 failed, 0 stored before, 1 left\n")
        #expect(result.errors.hasPrefix("error: server 'a': "))
        #expect(!site.exists("content/runs"))
    }

    @Test func `a reply that breaks off is recorded as failed, and resuming repeats it under its id`() throws {
        let whole = Self.conversation()
        let broken = whole.replacing(#"{"at":60,"end":true}"#, with: "").replacing(#"\"done\":true"#, with: #"\"done\":false"#)
            .replacing(/\{"at":60,"text".*\n/, with: "{\"at\":60,\"end\":true}\n")
        let site = try scratch(Self.plan(Self.solo), broken)
        let result = try site.sitegen("run", "plan.toml", "--backend", "replay")
        #expect(result.exitCode == 75)
        #expect(result.output == "0 completed, 1 failed, 0 stored before, 0 left\n")
        let exported = try site.sitegen("export").output
        #expect(exported.contains("\"status\":\"failed\""))
        try site.write(whole, to: "conversation.jsonl")
        #expect(try site.sitegen("run", "plan.toml", "--backend", "replay", "--resume").output == "1 completed, 0 failed, 0 stored before, 0 left\n")
        #expect(try site.sitegen("export").output.contains("\"run\":\"local/replayed/single_agent_defaults/run_1\""))
        #expect(try site.sitegen("build").exitCode == 0)
    }

    @Test func `an interrupt ends with 130 and leaves nothing half done`() throws {
        let site = try scratch(Self.plan(Self.solo), Self.conversation(end: 60_000))
        let process = Process()
        process.executableURL = try Scratch.program()
        process.arguments = ["run", "plan.toml", "--backend", "replay", "--json-progress"]
        process.currentDirectoryURL = site.folder
        let errors = Pipe()
        process.standardError = errors
        process.standardOutput = FileHandle.nullDevice
        try process.run()
        // The first line says that the run has begun.
        #expect(!errors.fileHandleForReading.availableData.isEmpty)
        process.interrupt()
        process.waitUntilExit()
        #expect(process.terminationStatus == 130)
        #expect(try site.files(below: "content").isEmpty)
    }

    @Test func `a key that the environment does not have is an error, and a key in the plan is refused`() throws {
        let plan = Self.plan(Self.solo).replacing("api = \"ollama\"", with: "key_env = \"SITEGEN_TEST_NO_SUCH_KEY\"")
        let result = try scratch(plan).sitegen("run", "plan.toml")
        #expect(result.exitCode == 1)
        #expect(result.errors == "error: server 'a' needs a key, and the environment variable SITEGEN_TEST_NO_SUCH_KEY is not set\n")
    }

    @Test func `init makes a site that can be planned and built, and never overwrites`() throws {
        let site = try Scratch("-- content/site.toml --\ntitle = \"Mine\"\n")
        let first = try site.sitegen("init")
        #expect(first.exitCode == 0)
        #expect(first.output.contains("kept     content/site.toml\n"))
        #expect(first.output.contains("written  plan.toml\n"))
        #expect(try site.text("content/site.toml") == "title = \"Mine\"\n")
        let schedule = try site.sitegen("run", "plan.toml", "--dry-run")
        #expect(schedule.exitCode == 0)
        #expect(schedule.output.hasPrefix("6 runs: 2 configurations, 3 repetitions, order by seed 7\n"))
        let build = try site.sitegen("build")
        #expect(build.exitCode == 0)
        #expect(build.errors == "")
        #expect(!site.exists("site/README.md"))
        let before = try site.files(below: "content")
        #expect(!(try site.sitegen("init").output.contains("written")))
        #expect(try site.files(below: "content") == before)
        #expect(try site.sitegen("init", "other").exitCode == 0)
        #expect(site.exists("other/.github/workflows/pages.yml"))
    }
}
