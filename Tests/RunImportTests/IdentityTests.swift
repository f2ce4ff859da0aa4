import AgentRuns
import Foundation
import RunImport
import SystemPackage
import Testing

struct IdentityTests {
    @Test(arguments: [
        (
            "experiments/TR115_runtime_optimization/results/runtime-smol/chimera_homo_gpu80/run_2/run_1", "tr115/runtime-smol",
            "tr115/runtime-smol/chimera_homo_gpu80/run_2"
        ),
        ("data/research/tr115_results_v2/runtime-smol-1kb/cfg/run_4/run_1", "tr115_v2/runtime-smol-1kb", "tr115_v2/runtime-smol-1kb/cfg/run_4"),
        (
            "_git_history/experiments/TR115_x/results_v2/runtime-smol-1kb/cfg/run_4/run_1", "tr115_v2/runtime-smol-1kb",
            "tr115_v2/runtime-smol-1kb/cfg/run_4"
        ),
        (
            "src/rust/demo_multiagent/Demo_rust_multiagent_results/cfg/run_1", "rust/multi/demo_rust_multiagent_results",
            "rust/multi/demo_rust_multiagent_results/cfg/run_1"
        ),
        (
            "x/Demo_rust_multiagent_results_tr110/phase2/homo/gpu 80/run_3", "rust/multi/demo_rust_multiagent_results_tr110/phase2",
            "rust/multi/demo_rust_multiagent_results_tr110/phase2/homo/gpu-80/run_3"
        ),
        (
            "x/Demo_rust_multiagent_results_tr110_dual/phase2/homo/gpu80/run_3", "rust/multi/demo_rust_multiagent_results_tr110_dual/phase2",
            "rust/multi/demo_rust_multiagent_results_tr110_dual/phase2/homo/gpu80/run_3"
        ),
        ("_git_history/data/mine/cfg/run_3", "mine", "mine/cfg/run_3"),
        ("mine/Größe/cfg/run_3", "mine/gr-e", "mine/gr-e/cfg/run_3"),
    ])
    func `folders tell suite and id`(folder: String, suite: String, id: String) async throws {
        let scratch = try Scratch("-- in/\(folder)/metrics.json --\n\(ChimeraSample.multiMetrics())")
        let run = try #require(await scratch.read().runs.first?.run)
        #expect(run.suite == suite)
        #expect(run.id == id)
        #expect(run.runNumber == 1)
        #expect(run.provenance.sources.map(\.path) == ["\(folder)/metrics.json"])
    }

    @Test(arguments: [
        "in", "in/experiments", "in/experiments/TR115_x/results", "in/experiments/TR115_x/results/runtime-smol/cfg",
        "in/experiments/TR115_x/results/runtime-smol/cfg/run_2/run_1", "in/experiments/TR115_x/results/runtime-smol/cfg/run_2/run_1/metrics.json",
    ])
    func `a run has the same id whichever folder above it is imported`(folder: String) async throws {
        let scratch = try Scratch("-- in/experiments/TR115_x/results/runtime-smol/cfg/run_2/run_1/metrics.json --\n\(ChimeraSample.multiMetrics())")
        let reading = await scratch.read(folder)
        #expect(reading.runs.map(\.run.id) == ["tr115/runtime-smol/cfg/run_2"])
        #expect(reading.runs[0].run.producer.runtime == "smol")
    }

    @Test func `a run without a telling folder takes the name of the imported one`() async throws {
        let scratch = try Scratch("-- mine/run_1/metrics.json --\n\(ChimeraSample.multiMetrics())")
        #expect(await scratch.read("mine").runs.map(\.run.id) == ["mine/run_1"])
        #expect(await scratch.read("mine/run_1").runs.map(\.run.id) == ["mine/run_1"])
    }

    @Test func `the suite can be chosen, and the rest of the id stays`() async throws {
        let scratch = try Scratch("-- in/TR116/results/multi/rust/m/cfg/run_1/metrics.json --\n\(ChimeraSample.multiMetrics())")
        let run = try #require(await scratch.read(options: ImportOptions(suite: "My Suite/2025")).runs.first?.run)
        #expect(run.suite == "my-suite/2025")
        #expect(run.id == "my-suite/2025/m/cfg/run_1")
    }

    @Test func `equal files at two places are one run, named by the first`() async throws {
        let scratch = try Scratch(
            """
            -- in/b/cfg/run_1/metrics.json --
            \(ChimeraSample.multiMetrics())
            -- in/a/cfg/run_1/metrics.json --
            \(ChimeraSample.multiMetrics())
            -- in/a/cfg/run_1/insight_report.md --
            \(ChimeraSample.multiReport(label: "Chimera Insight", throughput: "41.50", ttft: "500.25", tokens: 400).replacing("57144.35", with: "5000.00").replacing("783.01", with: "10.50").replacing("53719.40", with: "3500.25").replacing("648.03", with: "1200.50"))
            """)
        try FileManager.default.copyItem(atPath: scratch.path("in/a/cfg/run_1/insight_report.md").string, toPath: scratch.path("in/seed.txt").string)
        let reading = await scratch.read()
        #expect(reading.messages == [])
        #expect(reading.runs.map(\.run.id) == ["a/cfg/run_1"])
        #expect(
            reading.runs[0].run.provenance.sources.map(\.path) == [
                "a/cfg/run_1/metrics.json", "a/cfg/run_1/insight_report.md", "b/cfg/run_1/metrics.json", "seed.txt",
            ])
        #expect(reading.skipped == [])
    }

    @Test func `two runs with one name both stay`() async throws {
        let scratch = try Scratch(
            """
            -- in/A/run_1/metrics.json --
            \(ChimeraSample.multiMetrics())
            -- in/a/run_1/metrics.json --
            \(ChimeraSample.multiMetrics(throughput: (40.5, 42.5)))
            """)
        let ids = await scratch.read().runs.map(\.run.id)
        #expect(ids.count == 2)
        #expect(ids[0] == "a/run_1")
        #expect(ids[1].hasPrefix("a/run_1-"))
        #expect(Set(ids).count == 2)
    }

    @Test func `reports with names of their own are runs of their own`() async throws {
        let scratch = try Scratch(
            """
            -- in/000.txt --
            \(ChimeraSample.multiReport(label: "Chimera Agent A"))
            -- in/001.txt --
            \(ChimeraSample.multiReport(label: "Chimera Agent B", throughput: "41.00"))
            """)
        let reading = await scratch.read()
        #expect(reading.runs.map(\.run.id) == ["in/000", "in/001"])
        #expect(reading.runs.map { $0.run.executions[0].report?.file } == ["collector_report.md", "insight_report.md"])
    }

    @Test func `the order of reading and the number of jobs change nothing`() async throws {
        let scratch = try Scratch(
            (1...20).map { "-- in/set/cfg/run_\($0)/metrics.json --\n\(ChimeraSample.multiMetrics(throughput: (40.5, Double($0)), run: $0))" }.joined(
                separator: "\n"))
        let one = await scratch.read()
        let many = await scratch.read(options: ImportOptions(jobs: 8))
        #expect(one.runs.map(\.run) == many.runs.map(\.run))
        #expect(one.runs.count == 20)
    }
}
