import AgentRuns
import Testing

@testable import SiteBuilder

/// The page of a serving benchmark, which has neither agents nor single calls.
struct ServingRunPageTests {
    private func page(_ run: Run) async throws -> PageText {
        PageText(try #require(await SiteModel(runs: [run]).site()["runs/\(run.id).html"]))
    }

    private static let benchmark: Run = {
        var run = Serving.run(
            "s/rate-16", of: "vllm",
            [
                .tpot: 20, .itl: 21, .outputThroughput: 2100.5, .requestThroughput: 16.25, .requestsCompleted: 12_000, .requestsFailed: 3,
                .outputTokens: 97_092,
            ], options: ["concurrency": .number(8), "request_rate": .number(16)])
        run.executions[0].metrics[.ttft] = MetricSummary(unit: "ms", n: 12_000, [.mean: 95, .p50: 80, .p99: 410])
        return run
    }()

    @Test func `its headline is the wait, what the server gives, and the requests`() async throws {
        let page = try await page(Self.benchmark)
        #expect(page.all("dt").prefix(3) == ["TTFT, p50", "Output throughput", "Requests completed"])
        #expect(
            page.all("dd").prefix(3) == [
                "80.0 ms p99 410 msn 12 000", "2101 tok/s whole server97 092 tokens",
                "12 000 3 failed16.3 req/s",
            ])
    }

    @Test func `it has no section about calls or text that a benchmark never has, and no word of agents`() async throws {
        let page = try await page(Self.benchmark)
        #expect(page.all("h2") == ["What the program reports", "Configuration", "Provenance"])
        #expect(!page.html.contains("agent"))
        #expect(!page.html.contains("server default"))
        #expect(!page.html.contains("num_gpu"))
    }

    @Test func `its table says what the tool means by TPOT and by the latency between tokens`() async throws {
        let rows = try await page(Self.benchmark).rows(ofTable: "Reported figures")
        #expect(rows.filter { $0.contains("vLLM: (latency − TTFT) / (tokens − 1), a value for each request") }.count == 1)
        #expect(rows.filter { $0.contains("vLLM: every gap between two chunks, of all requests together") }.count == 1)
    }

    @Test func `an agent's run keeps the sentences of what it lacks`() async throws {
        var run = Serving.agent("s/a")
        run.executions[0].calls = []
        run.executions[0].metrics = [.ttft: MetricSummary(unit: "ms", [.mean: 600])]
        let page = try await page(run)
        #expect(page.all("h2") == ["What the program reports", "Calls", "What the model wrote", "Configuration", "Provenance"])
        #expect(page.all("p", class: "meta").first?.contains("one agent") == true)
        #expect(page.all("p", class: "empty").count == 2)
    }

    @Test func `a figure that a benchmark lacks has no place in its headline`() async throws {
        let prompt = Serving.run("s/pp512", of: "llama-bench", [.promptThroughput: 900, .e2eLatency: 570])
        #expect(try await page(prompt).all("dt").prefix(2) == ["Prompt throughput", "End-to-end latency, mean"])
        let image = Serving.run("s/sdxl", of: "mlperf", [.requestThroughput: 17.3])
        #expect(try await page(image).all("dt").first == "Request throughput")
        #expect(try await page(Serving.run("s/none", of: "vllm", [:])).all("dd").first == "– not measured")
    }

    @Test func `a single answer is named by its load`() async throws {
        let cold = Serving.run("s/a", of: "ollama", [.ttft: 55_000, .outputThroughput: 100], calls: 1, cold: 1)
        #expect(try await page(cold).all("dt").prefix(2) == ["TTFT, cold", "Output throughput"])
    }
}
