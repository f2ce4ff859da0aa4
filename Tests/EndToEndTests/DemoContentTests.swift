import AgentRuns
import Foundation
import Testing

/// The content that the repository shows: a real history, in files as the program itself writes them.
struct DemoContentTests {
    private static let content = URL(filePath: #filePath).appending(path: "../../../content").standardized

    private func runFiles() throws -> [URL] {
        let runs = Self.content.appending(path: "runs")
        let names = try #require(FileManager.default.enumerator(atPath: runs.path))
        return names.compactMap { $0 as? String }.filter { $0.hasSuffix("run.json") }.sorted().map { runs.appending(path: $0) }
    }

    @Test func `every run file is as the program writes it`() throws {
        for file in try runFiles() {
            let bytes = [UInt8](try Data(contentsOf: file))
            let run = try RunFile.decode(bytes, path: file.path)
            #expect(RunFile.encode(run).bytes == bytes, "\(run.id) is not in the form that the program writes")
        }
    }

    @Test func `there are at least sixty runs, of every kind of TTFT, with failures among them`() throws {
        let runs = try runFiles().map { try RunFile.decode([UInt8](try Data(contentsOf: $0)), path: $0.path) }
        #expect(runs.count >= 60)
        let executions = runs.flatMap(\.executions)
        #expect(Set(executions.map(\.ttftDefinition)).isSuperset(of: [.firstChunk, .promptEval, .loadPlusPromptEval, .unknown]))
        #expect(executions.contains { $0.status == .failed })
        #expect(executions.contains { $0.report != nil })
    }

    @Test func `what the pages say of the history is what the figures say`() throws {
        let runs = try runFiles().map { try RunFile.decode([UInt8](try Data(contentsOf: $0)), path: $0.path) }
        let page = try String(contentsOf: Self.content.appending(path: "pages/history-shows.md"), encoding: .utf8)
        func median(_ values: [Double]) throws -> Double {
            let sorted = values.sorted()
            try #require(!sorted.isEmpty)
            return (sorted[(sorted.count - 1) / 2] + sorted[sorted.count / 2]) / 2
        }
        func text(_ value: Double, _ decimals: Int) -> String { String(format: "%.\(decimals)f", value) }
        func throughput(_ suite: String) throws -> String {
            let figures = runs.filter { $0.suite == suite }.flatMap(\.executions).filter { $0.slot == "chimera" }.compactMap {
                $0.metrics[.outputThroughput]?[.mean]
            }
            #expect(figures.count == 18)
            return text(try median(figures), 1)
        }
        let python = try throughput("benchmarks/python/chimera_sweep")
        let rust = try throughput("rust/single/demo_rust_agent_sweep")
        #expect(page.contains("\(python) tok/s in the median of the Python sweep and \(rust) tok/s in that of the Rust sweep"))
        func untuned(_ suite: String) -> [Double] {
            runs.filter { $0.suite == suite }.flatMap(\.executions).filter { $0.slot == "baseline" }.compactMap {
                $0.metrics[.outputThroughput]?[.mean]
            }
        }
        let (fromPython, fromRust) = (untuned("benchmarks/python/chimera_sweep"), untuned("rust/single/demo_rust_agent_sweep"))
        #expect(fromPython.count == 18 && fromRust.count == 18)
        #expect(
            page.contains("\(text(try median(fromPython), 1)) tok/s in the median from Python and \(text(try median(fromRust), 1)) tok/s from Rust"))
        let change = try median(fromRust.flatMap { b in fromPython.map { b / $0 } }) - 1
        #expect(page.contains("the change is −\(text(abs(change) * 100, 1)) %, which"))
        #expect(change < 0)
        for suite in ["tr110_rust_full", "rust/multi/demo_rust_multiagent_results_tr110_dual/phase3", "tr116/multi/rust", "tr116/multi/python"] {
            let speedups = runs.filter { $0.suite == suite }.compactMap(\.coordination?.speedup)
            let least = try #require(speedups.min())
            let greatest = try #require(speedups.max())
            let row = "suites/\(suite).html) | \(speedups.count) | \(text(try median(speedups), 2)) | \(text(least, 2)) | \(text(greatest, 2)) |"
            #expect(page.contains(row), "the page has no row '\(row)'")
        }
        let sweep = try #require(runs.first { $0.id == "gemma3/gemma3_270m_param_tuning" }).executions.flatMap(\.calls)
        let cold = sweep.filter { ($0.load ?? 0) >= 800 }.compactMap(\.ttft)
        let warm = sweep.filter { ($0.load ?? 800) < 800 }.compactMap(\.ttft)
        #expect(
            page.contains(
                "\(cold.count) calls loaded the model and waited \(text(try median(cold) / 1000, 2)) s in the median; the other \(warm.count) that succeeded waited \(text(try median(warm), 1)) ms"
            ))
    }

    @Test func `what the pages say of the long histories is what the figures say`() throws {
        let runs = try runFiles().map { try RunFile.decode([UInt8](try Data(contentsOf: $0)), path: $0.path) }
        let page = try String(contentsOf: Self.content.appending(path: "pages/history-shows.md"), encoding: .utf8)
        func value(_ suite: String, _ model: String, _ metric: MetricID, _ date: String, _ statistic: MetricSummary.Statistic = .mean) -> Double? {
            runs.first { $0.suite == suite && $0.id.contains("/\(model)/") && $0.startedAt?.text.hasPrefix(date) == true }?
                .executions.compactMap { $0.metrics[metric]?[statistic] }.first
        }
        let (amdvlk, rocm, llama) = ("strix-halo/vulkan-amdvlk", "strix-halo/rocm-6.4.4", "llama-2-7b.Q4_0")
        let months = try ["2025-12-21", "2026-01-10", "2026-02-05"].map { try #require(value(amdvlk, llama, .outputThroughput, $0)) }
        #expect(months == [56.03, 6.26, 56.0])
        #expect(page.contains("llama-2-7b at 6.3 tok/s, after 56.0 in December. In February it was back at 56.0."))
        for model in ["gpt-oss-20b-mxfp4", "gpt-oss-120b-mxfp4", "Qwen3-235B-A22B-Instruct-2507-UD-Q3_K_XL", llama] {
            let share =
                try #require(value(amdvlk, model, .outputThroughput, "2026-01-10")) / #require(value(amdvlk, model, .outputThroughput, "2025-12-21"))
            #expect((0.105...0.12).contains(share))
        }
        let prompts = runs.filter { $0.suite == amdvlk && $0.id.contains("/\(llama)/") }.compactMap { run in
            run.executions.compactMap { $0.metrics[.promptThroughput]?[.mean] }.first.map { (run.startedAt?.text ?? "", $0) }
        }
        let (before, after) = (prompts.filter { $0.0 < "2026-02" }.map(\.1), prompts.filter { $0.0 >= "2026-02" }.map(\.1))
        #expect(
            try [#require(before.min()), #require(before.max()), #require(after.min()), #require(after.max())].map { $0.rounded() } == [
                1262, 1495, 325, 350,
            ])
        let gain = try ["2025-11-15", "2025-12-21"].map { try #require(value(rocm, llama, .promptThroughput, $0)) }
        #expect(gain.map { $0.rounded() } == [1116, 1539] && ((gain[1] / gain[0] - 1) * 100).rounded() == 38)
        let waits = try ["2026-01-21", "2026-01-27T13"].map { try #require(value("gpt-4.1-nano/isl5500-osl350", "c40", .ttft, $0, .p50)) }
        #expect(waits.map { ($0 / 10).rounded() } == [245, 53])
        let alone = runs.filter { $0.id.hasPrefix("gpt-4.1-nano/isl5500-osl350/c1/") }.compactMap { $0.executions[0].metrics[.ttft]?[.p50] }
        #expect(try [#require(alone.min()), #require(alone.max())].map { $0.rounded() } == [489, 1301])
    }
}
