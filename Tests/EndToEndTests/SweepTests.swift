import AgentRuns
import Foundation
import Testing

struct SweepTests {
    @Test func `a grid that was measured becomes a page with its data, reached from the navigation`() throws {
        let site = try Scratch()
        for (number, (gpu, ctx)) in [(40.0, 512.0), (40, 1024), (80, 512), (80, 1024)].enumerated() {
            var run = Run.example(number: number + 1)
            run.executions[0].configuration = SamplingConfiguration(["num_gpu": .number(gpu), "num_ctx": .number(ctx)])
            run.executions[0].calls[0].ttft = [90, 60, 70, 80][number]
            run.executions[0].calls[0].throughput = [40, 41, 44, 43][number]
            try site.add(run)
        }
        let result = try site.sitegen("build")
        #expect(result.errors == "")
        #expect(result.exitCode == 0)
        let page = try site.text("site/sweeps/s/single_agent-chimera-gemma3-latest.html")
        #expect(page.contains("<h1>chimera with gemma3:latest over num_gpu and num_ctx</h1>"))
        #expect(page.contains("Fastest: <strong>44.0\u{202F}tok/s</strong> at num_gpu\u{A0}80, num_ctx\u{A0}512."))
        #expect(
            page.contains("Shortest wait: <strong>60.0\u{202F}ms</strong> at num_gpu\u{A0}40, num_ctx\u{A0}1024, for 6.8\u{202F}% less throughput."))
        #expect(page.contains("<a href=\"../index.html\" aria-current=\"true\">Sweeps</a>"))
        #expect(page.contains("href=\"../../data/sweeps/s/single_agent-chimera-gemma3-latest.csv\""))
        #expect(
            try site.text("site/data/sweeps/s/single_agent-chimera-gemma3-latest.csv").contains("s/run_3,chimera,gemma3:latest,80,512,warm,44,70"))
        #expect(try site.text("site/index.html").contains("<a href=\"sweeps/index.html\">Sweeps</a>"))
    }
}
