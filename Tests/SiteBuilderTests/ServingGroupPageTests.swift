import AgentRuns
import Testing

@testable import SiteBuilder

/// Suites, models and configurations of serving benchmarks.
struct ServingGroupPageTests {
    private static let speeds: [Run] = [0.0, 4096].flatMap { depth in
        let options: [String: OptionValue] = ["build": .text("b6865"), "n_depth": .number(depth)]
        return [
            Serving.run("s/pp512-d\(Int(depth))", of: "llama-bench", [.promptThroughput: 1400 - depth / 10], options: options, definition: .unknown),
            Serving.run("s/tg128-d\(Int(depth))", of: "llama-bench", [.outputThroughput: 50 - depth / 1000], options: options, definition: .unknown),
        ]
    }

    private func page(_ path: String, of runs: [Run]) async throws -> PageText {
        PageText(try #require(await SiteModel(runs: runs).site()[path]))
    }

    @Test func `where no run has a TTFT nothing is said of it, and prompts have a section of their own`() async throws {
        for path in ["suites/s.html", "models/m.html"] {
            let page = try await page(path, of: Self.speeds)
            #expect(page.all("h2") == ["Output throughput", "Prompt throughput", "Series", "Runs"])
            #expect(!page.html.contains("TTFT"))
            #expect(!page.html.contains("agent"))
        }
        let configuration = try await page("configurations/m/n_depth0.html", of: Self.speeds)
        #expect(configuration.all("h2") == ["Output throughput", "Prompt throughput", "Series", "Runs"])
    }

    @Test func `labels hold what differs, and the head of the page what all share`() async throws {
        let page = try await page("suites/s.html", of: Self.speeds)
        #expect(page.all("p", class: "meta") == ["serving_benchmark · m · llama-bench"])
        #expect(
            page.rows(ofTable: "Series").suffix(2) == [
                "n_depth 0 | 2 | 50.0 |  |  | 0", "n_depth 4096 | 2 | 45.9 |  |  | 0",
            ])
        #expect(
            page.rows(ofTable: "Runs").dropFirst().map { String($0.split(separator: " | ")[1]) } == [
                "pp512-d0", "pp512-d4096", "tg128-d0", "tg128-d4096",
            ])
    }

    @Test func `runs that only say what passed in all have that section`() async throws {
        let runs = [Serving.run("s/a", of: "inferencex", [.ttft: 90, .totalThroughput: 4000], statistic: .p50)]
        #expect(try await page("suites/s.html", of: runs).all("h2") == ["TTFT", "Total throughput", "Series", "Runs"])
    }

    @Test func `a chart says what its own series share beyond the page`() async throws {
        var runs = Self.speeds
        for index in runs.indices { runs[index].executions[0].configuration["n_gen"] = .number(index.isMultiple(of: 2) ? 0 : 128) }
        let page = try await page("suites/s.html", of: runs)
        #expect(page.all("figcaption").filter { $0.contains("All have n_gen 128.") }.count == 1)
        #expect(page.all("figcaption").filter { $0.contains("All have n_gen 0.") }.count == 1)
    }

    @Test func `suites of agents keep their two columns`() async throws {
        let page = try await page("suites/s.html", of: [Serving.agent("s/a"), Self.speeds[1]])
        #expect(page.all("th").filter { $0 == "A" || $0 == "B" } == ["A", "B", "A", "B"])
    }
}
