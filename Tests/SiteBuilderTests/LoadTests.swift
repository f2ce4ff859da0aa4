import AgentRuns
import Testing

@testable import SiteBuilder

struct LoadTests {
    private func sweeps(_ runs: [Run]) -> [LoadSweep] { SiteModel(runs: runs).loads }

    private func loads(_ sweep: LoadSweep, _ curve: Int = 0) -> [String] { sweep.curves[curve].points.map(\.load.value) }

    @Test func `one option alone makes a sweep, in the order of its numbers and with no limit last`() throws {
        let runs = Loads.runs(Loads.curve + "\nrequest_rate inf: output_throughput 4300 ttft.p50 9000")
        let sweep = try #require(sweeps(runs).first)
        #expect(loads(sweep) == ["1", "2", "4", "8", "16", "all at once"])
        #expect(sweep.slug == "s/vllm-m-over-request_rate")
        #expect(SiteModel(runs: runs).sweeps.isEmpty)
    }

    @Test func `one load, whatever else varies, is no sweep over load`() {
        #expect(
            sweeps(Loads.runs("request_rate inf tp 1: output_throughput 9 ttft.p50 8\nrequest_rate inf tp 2: output_throughput 9 ttft.p50 8")).isEmpty
        )
        #expect(sweeps(Loads.runs("concurrency 1: output_throughput 9 ttft.p50 8")).isEmpty)
        #expect(sweeps(Loads.runs("concurrency 1: output_throughput 9\nconcurrency 2: output_throughput 9")).isEmpty)
    }

    @Test func `of two options that are set together the one with more values is the load, and the other tells the servers apart`() throws {
        let runs = Loads.runs(
            """
            concurrency 1 request_rate inf: output_throughput 10 ttft.p50 5
            concurrency 2 request_rate inf: output_throughput 18 ttft.p50 6
            concurrency 4 request_rate inf: output_throughput 30 ttft.p50 9
            concurrency 4 request_rate 2: output_throughput 20 ttft.p50 7
            """)
        let sweep = try #require(sweeps(runs).first)
        #expect(sweep.loadOptions == ["concurrency"])
        #expect(sweep.curves.map(\.label) == ["request_rate 2", "request_rate inf"])
        #expect(loads(sweep, 1) == ["1", "2", "4"])
    }

    @Test func `servers that differ are curves of their own, named by what differs and by nothing that says the same again`() throws {
        let runs = Loads.runs(
            """
            concurrency 1 dtype bf16 tp 2 gpus 2: total_throughput 10 ttft.p50 5
            concurrency 2 dtype bf16 tp 2 gpus 2: total_throughput 18 ttft.p50 6
            concurrency 1 dtype bf16 tp 8 gpus 8: total_throughput 12 ttft.p50 4
            concurrency 2 dtype bf16 tp 8 gpus 8: total_throughput 22 ttft.p50 5
            """)
        let sweep = try #require(sweeps(runs).first)
        #expect(sweep.curves.map(\.label) == ["gpus 2", "gpus 8"])
        #expect(sweep.throughput == .totalThroughput)
        #expect(sweep.labels.shared.map(\.name) == ["dtype"])
    }

    @Test func `other work, another model, another tool or another definition of TTFT is another sweep`() {
        let two = "request_rate 1 dataset a: output_throughput 1 ttft.p50 5\nrequest_rate 2 dataset a: output_throughput 2 ttft.p50 6"
        let other = two.replacing("dataset a", with: "dataset b")
        let works = sweeps(Loads.runs(two) + Loads.runs(other, file: "other"))
        #expect(works.map(\.slug) == ["s/vllm-m-over-request_rate-dataset-a", "s/vllm-m-over-request_rate-dataset-b"])
        #expect(sweeps(Loads.runs(two) + Loads.runs(two, model: "n", file: "other")).map(\.plan.model) == ["m", "n"])
        #expect(sweeps(Loads.runs(two) + Loads.runs(two, program: "sglang")).count == 2)
        var unstreamed = Loads.runs(two, file: "other")
        for index in unstreamed.indices { unstreamed[index].executions[0].ttftDefinition = .totalDuration }
        #expect(sweeps(Loads.runs(two) + unstreamed).count == 2)
    }

    @Test func `how many prompts were sent makes no other server`() throws {
        let runs = Loads.runs(
            "request_rate 1 num_prompts 100: output_throughput 1 ttft.p50 5\nrequest_rate 2 num_prompts 900: output_throughput 2 ttft.p50 6")
        #expect(try #require(sweeps(runs).first).curves.count == 1)
    }

    @Test func `without a model's name only benchmarks of one file are taken to be of one server`() {
        let lines = ["request_rate 1: output_throughput 1 ttft.p50 5", "request_rate 2: output_throughput 2 ttft.p50 6"]
        #expect(sweeps(Loads.runs(lines.joined(separator: "\n"), model: nil)).count == 1)
        #expect(sweeps(Loads.runs(lines[0], model: nil, file: "a") + Loads.runs(lines[1], model: nil, file: "b")).isEmpty)
    }

    @Test func `every request at once stands after those that have one`() throws {
        let runs = Loads.runs(
            """
            strategy throughput: output_throughput 50 ttft.p50 400
            strategy constant request_rate 4: output_throughput 30 ttft.p50 9
            strategy synchronous concurrency 1: output_throughput 10 ttft.p50 5
            """)
        let sweep = try #require(sweeps(runs).first)
        #expect(sweep.curves.count == 1)
        #expect(sweep.curves[0].points.map(\.load.label) == ["concurrency 1", "request_rate 4", "all at once"])
    }

    @Test func `a rate is shown as it was given, or to three digits where a tool worked it out`() {
        #expect([0.25, 8, 51.95396243086623].map { Load.of(option: "request_rate", .number($0)).value } == ["0.25", "8", "52.0"])
    }

    @Test func `every point shows the same statistic, the median where the tool gives one, and percentiles as they are reported`() throws {
        let runs = Loads.runs(
            """
            concurrency 1: output_throughput 10 ttft.mean 50 ttft.p50 5 ttft.p95 8
            concurrency 2: output_throughput 18 ttft.mean 60 ttft.p50 6 ttft.p95 9
            concurrency 4: output_throughput 30 ttft.mean 70
            """)
        let sweep = try #require(sweeps(runs).first)
        let latency = sweep.latencies[0]
        #expect(latency.central == .p50)
        #expect(latency.tail == .p95)
        #expect(sweep.curves[0].points.map { latency.center(of: $0) } == [5, 6, nil])
    }

    @Test func `several runs of one load are their median`() throws {
        let runs = [10.0, 30, 20].enumerated().flatMap { number, value in
            Loads.runs(
                "concurrency 1: output_throughput \(value) ttft.p50 5\nconcurrency 2: output_throughput 99 ttft.p50 6", file: "\(number).json")
        }
        let point = try #require(sweeps(runs).first).curves[0].points[0]
        #expect(point.value(.outputThroughput, .mean) == 20)
        #expect(point.n(.outputThroughput, .mean) == 3)
    }

    @Test func `of very many curves a page shows those on the front, then those with the most throughput`() throws {
        let lines = (1...60).flatMap { server in
            (1...10).map { "concurrency \($0) tp \(server): output_throughput \($0 * server) ttft.p50 \(server == 7 && $0 == 1 ? 1 : 10 + $0)" }
        }
        let sweep = try #require(sweeps(Loads.runs(lines.joined(separator: "\n"))).first)
        #expect(sweep.places.count == 600)
        #expect(sweep.shownCurves.count == 24)
        #expect(sweep.shownCurves.map { sweep.curves[$0].label }.contains("tp 7"), "it has the shortest wait")
        #expect(sweep.shownCurves.last == 59 && !sweep.shownCurves.contains(1))
    }

    @Test func `the front holds what nothing beats, and no result that its tool calls invalid`() throws {
        let runs =
            Loads.runs(
                """
                concurrency 1 tp 1: output_throughput 10 ttft.p50 5
                concurrency 2 tp 1: output_throughput 8 ttft.p50 6
                concurrency 4 tp 1: output_throughput 30 ttft.p50 9
                """)
            + Loads.runs("concurrency 1 tp 2 valid no: output_throughput 900 ttft.p50 1", file: "b").map { run in
                var run = run
                run.executions[0].configuration["valid"] = .flag(false)
                return run
            }
        let sweep = try #require(sweeps(runs).first)
        let front = sweep.front(of: sweep.latencies[0])
        #expect(front.map { sweep.point(at: $0).load.value }.sorted() == ["1", "4"])
    }
}
