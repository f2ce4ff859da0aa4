import AgentRuns
import Testing

@testable import SiteBuilder

/// TPOT, ITL and throughput are called alike by tools that mean different things by them.
struct MetricBasisTests {
    private func page(_ runs: [Run], _ path: String) async throws -> PageText {
        PageText(try #require(await SiteModel(runs: runs).site()[path]))
    }

    private static let guideLLM = [2.0, 3, 4].map { generation in
        Serving.run("s/g\(Int(generation))", of: "guidellm", [.tpot: 5 + generation], options: ["generation": .number(generation)])
    }

    @Test func `TPOT of each tool, and of each generation of GuideLLM, is a chart of its own, named by its definition`() throws {
        let runs =
            [Serving.run("s/a", of: "vllm", [.tpot: 20]), Serving.run("s/b", of: "vllm", [.tpot: 22]), Serving.run("s/c", of: "sglang", [.tpot: 30])]
            + Self.guideLLM
        let page = try ChartBlockScratch.block("metric = \"tpot\"\nkind = \"intervals\"", runs: runs)
        #expect(
            page.matches("<p><strong>(.*?)</strong></p>") == [
                "GuideLLM, generation 2: (last token − first token) / tokens, a value for each request",
                "GuideLLM, generation 3: (last token − start of the request) / tokens, TTFT included",
                "GuideLLM, generation 4: (last token − start of the request) / tokens, TTFT included",
                "SGLang: (latency − TTFT) / (tokens − 1), a value for each request",
                "vLLM: (latency − TTFT) / (tokens − 1), a value for each request",
            ])
        #expect(page.count("TPOT of vLLM: (latency − TTFT) / (tokens − 1), a value for each request.") == 1)
    }

    @Test func `the gaps between tokens of a tool that nobody listed share a chart with no other's`() throws {
        let runs = [
            Serving.run("s/a", of: "newbench", [.itl: 20]), Serving.run("s/b", of: "aiperf", [.itl: 21]),
            Serving.run("s/c", of: "genai-perf", [.itl: 22]),
            Serving.run("s/d", of: "llmperf", [.itl: 23]), Serving.run("s/e", of: nil, [.itl: 24]),
        ]
        let page = try ChartBlockScratch.block("metric = \"itl\"\nkind = \"distribution\"", runs: runs)
        #expect(
            page.matches("<p><strong>(.*?)</strong></p>") == [
                "AIPerf: (latency − TTFT) / (tokens − 1), a value for each request",
                "GenAI-Perf: (latency − TTFT) / (tokens − 1), a value for each request", "LLMPerf: latency / tokens, TTFT included",
                "newbench: by its own definition", "program not recorded: by its own definition",
            ])
    }

    @Test(arguments: [
        ("ollama", "one stream"), ("llama-bench", "one stream"), ("chimeraforge", "one stream"), ("vllm", "whole server"),
        ("sglang", "whole server"), ("aiperf", "whole server"), ("genai-perf", "whole server"), ("llmperf", "whole server"),
        ("mlperf", "whole server"), ("inferencex", "whole server"), ("newbench", "whole server"),
        ("guidellm", "whole server, mean of momentary rates"),
    ])
    func `throughput is of one stream or of a whole server`(program: String, scope: String) {
        let observation = Observation.all(of: Serving.run("s/a", of: program, [:]))[0]
        for metric in [MetricID.outputThroughput, .totalThroughput, .promptThroughput] { #expect(observation.basis(of: metric)?.name == scope) }
        #expect(observation.basis(of: .requestThroughput) == nil)
        #expect(observation.basis(of: .ttft) == nil)
    }

    @Test(arguments: [("ollama", "one stream"), ("vllm", "one request, its wait included"), ("tgi", "one request, its wait included")])
    func `throughput of Chimeraforge is of the whole request where the server does not say how long it generated`(backend: String, scope: String) {
        let run = Serving.run("s/a", of: "chimeraforge", [:], options: ["backend": .text(backend)])
        #expect(Observation.all(of: run)[0].basis(of: .outputThroughput)?.name == scope)
        let other = Serving.run("s/a", of: "vllm", [:], options: ["backend": .text(backend)])
        #expect(Observation.all(of: other)[0].basis(of: .outputThroughput)?.name == "whole server")
    }

    @Test func `an agent's throughput is of one stream, and shares no chart with a server's`() throws {
        let runs = [
            Serving.agent("s/a"), Serving.run("s/b", of: "vllm", [.outputThroughput: 2100]),
            Serving.run("s/c", of: "sglang", [.outputThroughput: 1900]), Serving.run("s/d", of: "guidellm", [.outputThroughput: 1500]),
        ]
        let page = try ChartBlockScratch.block("metric = \"output_throughput\"\nkind = \"distribution\"", runs: runs)
        #expect(
            page.matches("<p><strong>(.*?)</strong></p>") == ["one stream", "whole server", "whole server, mean of momentary rates"])
        #expect(page.count("Output throughput is of the whole server. ") == 1)
    }

    @Test func `the latency of a run that sends everything at once stands apart`() throws {
        let runs = [("Server", 9000.0), ("Offline", 600_000)].map { scenario, latency in
            Serving.run("s/\(scenario)", of: "mlperf", [.e2eLatency: latency], options: ["scenario": .text(scenario)])
        }
        let page = try ChartBlockScratch.block("metric = \"e2e_latency\"\nkind = \"distribution\"", runs: runs)
        #expect(page.matches("<p><strong>(.*?)</strong></p>") == ["one request", "every request sent at once"])
    }

    @Test func `a scatter holds both of its metrics to one basis`() throws {
        let runs = [
            Serving.run("s/a", of: "vllm", [.ttft: 100, .outputThroughput: 2100], statistic: .p50),
            Serving.run("s/b", of: "guidellm", [.ttft: 120, .outputThroughput: 1500], statistic: .p50),
        ]
        let page = try ChartBlockScratch.block("metric = \"ttft\"\nkind = \"scatter\"", runs: runs)
        let names = page.matches("<p><strong>(.*?)</strong></p>")
        #expect(names.count == 2)
        #expect(names.first?.hasSuffix(", whole server") == true)
        #expect(names.last?.hasSuffix(", whole server, mean of momentary rates") == true)
    }

    @Test func `a suite's page has a section for each scope of throughput, and its series say which theirs is`() async throws {
        let runs = [
            Serving.agent("s/a"), Serving.run("s/b", of: "vllm", [.outputThroughput: 2100]),
            Serving.run("s/c", of: "sglang", [.outputThroughput: 1900]),
        ]
        for path in ["suites/s.html", "models/m.html", "configurations/m/server-defaults.html"] {
            let page = try await page(runs, path)
            #expect(page.all("h2").filter { $0.contains("hroughput") } == ["Output throughput: one stream", "Output throughput: whole server"])
            #expect(page.rows(ofTable: "Series").map { $0.contains("of whole server") } == [false, false, true, true, false])
        }
    }

    @Test func `the home page puts suites on one scale with suites of the same scope`() async throws {
        let runs = [
            Serving.agent("a/1"), Serving.run("b/1", of: "vllm", [.outputThroughput: 2100]),
            Serving.run("c/1", of: "ollama", [.outputThroughput: 60]),
        ]
        #expect(
            try await page(runs, "index.html").all("h2") == [
                "Suites, throughput of one stream", "Suites, throughput of a whole server", "Newest runs",
            ])
        #expect(try await page([runs[0], runs[2]], "index.html").all("h2") == ["Suites", "Newest runs"])
    }

    @Test func `a tool's TPOT is not compared with another tool's, and those of several on one side are not pooled`() throws {
        let runs = [
            Serving.run("a/1", of: "vllm", [.tpot: 20]), Serving.run("a/2", of: "aiperf", [.tpot: 90]), Serving.run("b/1", of: "sglang", [.tpot: 30]),
        ].map { run in
            var run = run
            run.executions[0].slot = "server"
            return run
        }
        let model = SiteModel(runs: runs)
        let comparison = Comparison(try #require(model.side(named: "a")), try #require(model.side(named: "b")), in: model)
        let rows = comparison.rows.filter { $0.metric.id == "tpot" }
        #expect(rows.map(\.agent.program) == ["aiperf", "vllm"])
        #expect(rows.map(\.verdict) == [.notComparable, .notComparable])
        #expect(rows.map(\.a?.value) == [90, 20])
        #expect(rows.map(\.b?.value) == [30, 30])
        let other = "SGLang: (latency − TTFT) / (tokens − 1), a value for each request, ms"
        #expect(
            rows.map(\.kinds) == [
                ["AIPerf: by its own definition, ms", other], [other, "vLLM: (latency − TTFT) / (tokens − 1), a value for each request, ms"],
            ])
    }

    @Test func `series of two tools are not joined to one, and their pages say what they are of`() throws {
        let runs = [
            Serving.run("a/1", of: "vllm", [.tpot: 20, .outputThroughput: 900]),
            Serving.run("a/2", of: "sglang", [.tpot: 30, .outputThroughput: 950]),
        ]
        let ids = ["vllm", "sglang"].map { "serving_benchmark/\($0)/m/server-defaults/\($0)" }
        let edits = SeriesEdits(joins: [SeriesEdits.Join(series: ids.map(SeriesPattern.init(text:)), reason: "one server")])
        let histories = SiteModel(runs: runs, edits: edits).trajectories
        #expect(histories.filter { $0.key.measure.metric == .tpot }.map(\.runs) == [1, 1])
        #expect(histories.filter { $0.key.measure.metric == .outputThroughput }.map(\.runs) == [2])
        #expect(
            histories.first { $0.key.measure.metric == .tpot && $0.key.program == "sglang" }?.key.measure.sentence
                == "TPOT of SGLang: (latency − TTFT) / (tokens − 1), a value for each request.")
    }
}
