import AgentRuns
import Testing

@testable import SiteBuilder

struct OptionSweepTests {
    private static let depths = """
        n_depth 0 n_prompt 512 n_gen 0 type_k f16: prompt_throughput 1472
        n_depth 0 n_prompt 0 n_gen 128 type_k f16: output_throughput 49.9
        n_depth 16384 n_prompt 512 n_gen 0 type_k f16: prompt_throughput 714
        n_depth 16384 n_prompt 0 n_gen 128 type_k f16: output_throughput 44.4
        n_depth 4096 n_prompt 512 n_gen 0 type_k f16: prompt_throughput 1176
        n_depth 4096 n_prompt 0 n_gen 128 type_k f16: output_throughput 48.1
        """

    private func sweeps(_ lines: String) -> [OptionSweep] { SiteModel(runs: Loads.runs(lines, program: "llama-bench")).optionSweeps }

    @Test func `three values of one option make a curve of each figure, in the order of the values`() throws {
        let sweep = try #require(sweeps(Self.depths).first)
        #expect(sweep.option == "n_depth")
        #expect(sweep.figures.map(\.metric) == [.outputThroughput, .promptThroughput])
        #expect(sweep.figures[0].curves.map { $0.points.map(\.load.value) } == [["0", "4096", "16384"]])
        #expect(sweep.figures[1].curves[0].points.map { $0.value(.promptThroughput, .mean) } == [1472, 1176, 714])
        #expect(sweep.observations.count == 6)
    }

    @Test func `two values, or values under conditions that differ, make none`() {
        #expect(sweeps(Self.depths.split(separator: "\n").prefix(4).joined(separator: "\n")).isEmpty)
        #expect(sweeps("n_depth 0 tp 1: output_throughput 9\nn_depth 1 tp 2: output_throughput 8\nn_depth 2 tp 4: output_throughput 7").isEmpty)
    }

    @Test func `the size of the test is taken only where nothing else varies`() throws {
        let sizes = "n_prompt 64: prompt_throughput 5\nn_prompt 128: prompt_throughput 6\nn_prompt 256: prompt_throughput 7"
        #expect(try #require(sweeps(sizes).first).option == "n_prompt")
        let both = [1, 2, 3].map { threads in
            sizes.replacing("n_prompt", with: "n_threads \(threads) n_prompt")
        }.joined(separator: "\n")
        let sweep = try #require(sweeps(both).first)
        #expect(sweep.option == "n_threads")
        #expect(sweep.figures[0].curves.map(\.label) == ["n_prompt 64", "n_prompt 128", "n_prompt 256"])
    }

    @Test func `agents' runs and sweeps over load are left to their own pages`() {
        let runs = Loads.runs(Loads.curve + "\nrequest_rate 32: output_throughput 9 ttft.p50 900")
        #expect(SiteModel(runs: runs).optionSweeps.isEmpty)
        var agents = Loads.runs(Self.depths)
        for index in agents.indices { agents[index].scenario = "single_agent" }
        #expect(SiteModel(runs: agents).optionSweeps.isEmpty)
    }

    @Test func `the page says how much is lost from end to end, draws each figure without a front, and its suite shows it`() async throws {
        let site = await SiteModel(runs: Loads.runs(Self.depths, program: "llama-bench")).site()
        let html = try #require(site["sweeps/s/llama-bench-m-over-n_depth.html"])
        #expect(html.contains("Output throughput: 49.9\u{202F}tok/s at n_depth\u{A0}0, 44.4\u{202F}tok/s at n_depth\u{A0}16384, 11\u{202F}% less."))
        #expect(html.contains("type_k f16 throughout"))
        #expect(html.split(separator: "<svg class=\"line\"").count == 3)
        #expect(!html.contains("Pareto"))
        #expect(html.contains("Output throughput is of one stream."))
        #expect(try #require(site["suites/s.html"]).contains("href=\"../sweeps/s/llama-bench-m-over-n_depth.html\""))
        #expect(try #require(site["data/sweeps/s/llama-bench-m-over-n_depth.csv"]).split(separator: "\n").count == 7)
    }
}
