import AgentRuns
import Testing

@testable import SiteBuilder

struct SweepTests {
    @Test func `four configurations in which two options vary are a sweep, and three are none`() {
        #expect(SiteModel(runs: [Sweeps.run(Sweeps.grid([40, 60], [512, 1024]))]).sweeps.count == 1)
        #expect(
            SiteModel(runs: [Sweeps.run("num_gpu 40 num_ctx 512: warm 1 1\nnum_gpu 60 num_ctx 512: warm 1 1\nnum_gpu 60 num_ctx 1024: warm 1 1")])
                .sweeps.isEmpty)
    }

    @Test func `one option alone makes no sweep, however many values it takes`() {
        #expect(SiteModel(runs: [Sweeps.run(Sweeps.grid([40], [256, 512, 1024, 2048, 4096]))]).sweeps.isEmpty)
    }

    @Test func `configurations that only failed do not make a sweep, and stand in one that others make`() throws {
        #expect(SiteModel(runs: [Sweeps.run(Sweeps.grid([40, 60], [512, 1024], measured: "failed timed out"))]).sweeps.isEmpty)
        let lines = Sweeps.grid([40, 60], [512, 1024]) + "\nnum_gpu 80 num_ctx 512: failed timed out"
        let sweep = try #require(SiteModel(runs: [Sweeps.run(lines)]).sweeps.first)
        #expect(sweep.configurations.map(\.label) == ["40 · 512", "40 · 1024", "60 · 512", "60 · 1024", "80 · 512"])
        #expect(sweep.configurations.last?.failures.count == 1)
        #expect(sweep.options.first?.values.map(\.description) == ["40", "60", "80"])
    }

    @Test func `options stand in their usual order and values in numeric order, words after numbers`() throws {
        let lines = [("on", 0.8), ("off", 10), ("9", 0.2), ("on", 2)].map { "flash \($0.0) temperature \($0.1) num_gpu 1: warm 1 1" }
        let sweep = try #require(SiteModel(runs: [Sweeps.run(lines.joined(separator: "\n"))]).sweeps.first)
        #expect(sweep.options.map(\.name) == ["temperature", "flash"])
        #expect(sweep.options.map { $0.values.map(\.description) } == [["0.2", "0.8", "2", "10"], ["9", "off", "on"]])
        #expect(sweep.labels.shared.map(\.name) == ["num_gpu"])
    }

    @Test func `slots that name one configuration each are one sweep`() {
        let sweeps = SiteModel(runs: [Sweeps.run(Sweeps.grid([40, 60], [512, 1024]))]).sweeps
        #expect(sweeps.map(\.slot) == [nil])
        #expect(sweeps.map(\.slug) == ["s/m"])
    }

    @Test func `slots that repeat are a sweep each, and only those that sweep`() {
        let grid = Sweeps.grid([40, 60], [512, 1024])
        let runs = Sweeps.runs(grid, slot: "insight") + Sweeps.runs(grid, slot: "collector")
        #expect(SiteModel(runs: runs).sweeps.map(\.slot) == ["collector", "insight"])
        let still = (1...4).map { Sweeps.run("num_gpu 40 num_ctx 512: warm 1 1", id: "s/b/\($0)", slot: "baseline") }
        #expect(SiteModel(runs: Sweeps.runs(grid, slot: "chimera") + still).sweeps.map(\.slot) == ["chimera"])
    }

    @Test func `a baseline that sets no option is no point of the grid`() throws {
        let baseline = Sweeps.run("none: warm 500 10", slot: "baseline")
        let sweep = try #require(SiteModel(runs: Sweeps.runs(Sweeps.grid([40, 60], [512, 1024]), slot: "chimera") + [baseline]).sweeps.first)
        #expect(sweep.executions == 4)
    }

    @Test func `programs and kinds of TTFT are never in one sweep`() {
        let grid = Sweeps.grid([40, 60], [512, 1024])
        let means = Sweeps.grid([40, 60], [512, 1024], measured: "mean 90 400")
        let sweeps = SiteModel(
            runs: Sweeps.runs(grid, slot: "a") + Sweeps.runs(grid, slot: "a", program: "q") + Sweeps.runs(means, repetition: 2, slot: "a")
        ).sweeps
        #expect(
            sweeps.map { "\($0.plan.program ?? "") \($0.kind.name)" } == [
                "p load + prompt evaluation, warm", "p load + prompt evaluation, cold and warm together", "q load + prompt evaluation, warm",
            ])
        #expect(sweeps.map(\.slug) == ["s/a-m", "s/a-m-2", "s/a-m-3"])
    }

    @Test func `runs of one configuration are its median, cold calls apart`() throws {
        let lines = Sweeps.grid([40, 60], [512, 1024])
        let again = ["warm 310 50", "warm 320 90", "cold 200 3000"].enumerated().flatMap { number, measured in
            Sweeps.runs("num_gpu 40 num_ctx 512: \(measured)", repetition: number + 2, slot: "a")
        }
        let sweep = try #require(SiteModel(runs: Sweeps.runs(lines, slot: "a") + again).sweeps.first)
        let first = try #require(sweep.configurations.first)
        #expect(first.median?.ttft == 60)
        #expect(first.median?.throughput == 310)
        #expect(first.n == 3)
        #expect(first.coldMedian?.ttft == 3000)
        #expect(first.coldN == 1)
    }

    @Test func `a throughput over all calls does not stand beside warm ones`() throws {
        var run = Sweeps.run(Sweeps.grid([40, 60], [512, 1024]))
        run.executions[0].calls[0].throughput = nil
        run.executions[0].metrics = [.outputThroughput: MetricSummary(unit: "tok/s", n: 2, [.mean: 999])]
        let sweep = try #require(SiteModel(runs: [run]).sweeps.first)
        #expect(sweep.leftOut == 1)
        #expect(sweep.configurations.map { $0.median?.throughput } == [nil, 300, 300, 300])
        #expect(sweep.configurations.map { $0.median?.ttft } == [60, 60, 60, 60])
    }

    @Test func `the front is of warm calls alone`() throws {
        let lines = """
            num_gpu 40 num_ctx 512: warm 300 60
            num_gpu 40 num_ctx 1024: warm 310 80
            num_gpu 60 num_ctx 512: warm 290 70
            num_gpu 60 num_ctx 1024: cold 900 1
            """
        let sweep = try #require(SiteModel(runs: [Sweeps.run(lines)]).sweeps.first)
        #expect(sweep.configurations.filter { sweep.front.contains($0.configuration) }.map(\.label) == ["40 · 512", "40 · 1024"])
    }
}
