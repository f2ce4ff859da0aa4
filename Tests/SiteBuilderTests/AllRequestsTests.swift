import AgentRuns
import Testing

@testable import SiteBuilder

/// A serving benchmark's TTFT is over all of its requests; one answer's is warm or cold.
struct AllRequestsTests {
    private func kind(_ run: Run) -> TTFTKind { TTFTKind(Observation.all(of: run)[0]) }

    private func history(_ statistic: MetricSummary.Statistic) throws -> Trajectory {
        let runs = (1...14).map { number in
            Serving.run(
                "s/\(number)", of: "vllm", [.ttft: number == 14 ? 400 : 100 + Double(number % 3)], statistic: statistic,
                started: "2025-11-\(number + 9)T10:00:00Z")
        }
        return try #require(SiteModel(runs: runs).history())
    }

    @Test func `a benchmark's TTFT is of all requests, in every name of it`() throws {
        let run = Serving.run("s/a", of: "vllm", [.ttft: 100])
        #expect(kind(run).name == "first chunk, all requests")
        let measure = Observation.all(of: run)[0].measure(of: .ttft)
        #expect(measure.label == "TTFT, all requests")
        #expect(measure.slug == "ttft-first_chunk-all")
        #expect(kind(Serving.agent("s/b")).name == "first chunk, warm")
    }

    @Test func `the median of all requests is judged like any other, and a mean alone is not`() throws {
        let median = try history(.p50)
        #expect(median.unjudged == nil)
        #expect(median.points.last?.verdict == .regression)
        let mean = try history(.mean)
        #expect(mean.unjudged == .means(of: .allRequests))
        #expect(mean.points.last?.verdict == nil)
        #expect(
            HistoryLede(trajectory: mean, in: SiteModel(runs: [])).markup.string
                == "The newest run has <strong>400\u{202F}ms</strong>, a mean over all requests, which one cold request can pull up: it is shown and not judged."
        )
    }

    @Test(arguments: [
        (MetricSummary.Statistic.p50, "p50"), (.mean, "mean"),
    ])
    func `a caption says of which requests the values are`(statistic: MetricSummary.Statistic, word: String) throws {
        let runs = [1, 2].map { Serving.run("s/\($0)", of: "vllm", [.ttft: 100, .outputThroughput: 900], statistic: statistic) }
        let ttft = try ChartBlockScratch.block("metric = \"ttft\"\nkind = \"distribution\"", runs: runs)
        #expect(
            ttft.count("Each value is the \(word) that the tool reports, over all requests; it does not say whether the first found a cold server.")
                == 1)
        let throughput = try ChartBlockScratch.block("metric = \"output_throughput\"\nkind = \"distribution\"", runs: runs)
        #expect(!throughput.html.contains("cold"))
    }

    @Test func `comparisons call it what it is`() throws {
        let model = SiteModel(runs: [Serving.run("a/1", of: "vllm", [.ttft: 100]), Serving.run("b/1", of: "vllm", [.ttft: 200])])
        let comparison = Comparison(try #require(model.side(named: "a")), try #require(model.side(named: "b")), in: model)
        let row = try #require(comparison.rows.first { $0.metric.id == "ttft" })
        #expect(row.name == "vllm, TTFT, all requests")
        #expect(row.better == .neither)
    }

    @Test func `one answer is warm or cold by its load, and a cold one stands in no warm figure`() throws {
        func answer(_ id: String, ttft: Double, cold: Int) -> Run {
            Serving.run(
                "s/\(id)", of: "ollama", [.ttft: ttft, .outputThroughput: 100, .e2eLatency: ttft + 2000, .tpot: 10], definition: .loadPlusPromptEval,
                started: "2025-11-20T10:0\(id):00Z", calls: 1, cold: cold)
        }
        let (warm, cold) = (answer("1", ttft: 160, cold: 0), answer("2", ttft: 55_596, cold: 1))
        #expect([warm, cold].map { kind($0).name } == Array(repeating: "load + prompt evaluation, warm", count: 2))
        #expect(warm.executions[0].centralValue(of: .ttft)?.value == 160)
        for metric in [MetricID.ttft, .outputThroughput, .e2eLatency] {
            #expect(cold.executions[0].centralValue(of: metric) == nil)
        }
        #expect(cold.executions[0].centralValue(of: .tpot)?.value == 10)
        #expect(cold.executions[0].coldValues(of: .ttft) == [55_596])
        let history = try #require(SiteModel(runs: [warm, cold]).history())
        #expect(history.points.map { $0.value?.value } == [160, nil])
        #expect(history.points.map(\.cold) == [[], [55_596]])
        #expect(history.points.map(\.state) == [.comparable, .unmeasured])
    }

    @Test func `of several calls without figures of each nothing is told apart`() {
        #expect(kind(Serving.run("s/a", of: "ollama", [.ttft: 160], calls: 3, cold: 1)).population == .allRequests)
    }

    @Test func `a sweep of a benchmark is over all requests, and nothing in it is called cold`() async throws {
        let runs = [1.0, 2].flatMap { tp in
            [4.0, 8, 16].map { concurrency in
                Serving.run(
                    "s/\(tp)-\(concurrency)", of: "inferencex", [.ttft: 90 * concurrency / tp, .outputThroughput: 300 * concurrency * tp],
                    statistic: .p50,
                    options: ["concurrency": .number(concurrency), "tp": .number(tp)])
            }
        }
        let site = await SiteModel(runs: runs).site()
        for (path, text) in site where path.hasPrefix("sweeps/") && path.hasSuffix(".html") {
            #expect(!PageText(text).html.lowercased().contains("cold"), "\(path)")
        }
    }
}
