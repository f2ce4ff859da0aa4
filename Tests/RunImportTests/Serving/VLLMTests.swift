import AgentRuns
import Foundation
import Testing

@testable import RunImport

struct VLLMTests {
    @Test func `a result is a run with the tool's own statistics`() throws {
        let run = try #require(ServingSample.runs("serve.json").first)
        #expect(run.id == "sweep/serve")
        #expect(run.suite == "sweep")
        #expect(run.scenario == "serving_benchmark")
        #expect(run.startedAt?.text == "2026-03-04T05:06:07")
        #expect(run.execution.model == "org/small")
        #expect(run.execution.ttftDefinition == .firstChunk)
        #expect(run.options == "backend=openai-chat concurrency=8 num_prompts=50 request_rate=inf")
        #expect(run.figures(.ttft) == [61.5, 60.25, nil, 90.125, 4.5])
        #expect(run.execution.metrics[.ttft]?.n == 48)
        #expect(run.figures(.e2eLatency) == [801.5, nil, 950.25, nil, nil])
        #expect(run.figures(.itl) == nil, "zeros are not measured")
        #expect(run.mean(.totalThroughput) == 737.28)
        #expect(run.mean(.requestsFailed) == 2)
        #expect(run.provenance.dialect == "J-VLLM")
    }

    @Test func `without a count of failures they are what was not completed, and without a throughput it is computed`() throws {
        let run = try #require(ServingSample.runs("serve.json", replacing: ["\"failed\": 2,": "", "\"total_token_throughput\": 737.28,": ""]).first)
        #expect(run.mean(.requestsFailed) == 2)
        #expect(run.mean(.totalThroughput) == 737.28)
    }

    @Test func `a result without one key in milliseconds is in seconds`() throws {
        let run = try #require(ServingSample.runs("serve.json", replacing: ["_ms": ""]).first)
        #expect(run.figures(.ttft) == [61500, 60250, nil, 90125, 4500])
        #expect(run.provenance.dialect == "J-VLLM-SECONDS")
    }

    @Test func `a start in seconds since 1970 is preferred to the end's local time`() throws {
        let run = try #require(
            ServingSample.runs("serve.json", replacing: ["\"date\"": "\"benchmark_start_time_unix\": 1772600767.9, \"date\""]).first)
        #expect(run.startedAt?.text == "2026-03-04T05:06:07Z")
    }

    @Test func `a run without one completed request has failed and keeps its counts alone`() throws {
        let run = try #require(ServingSample.runs("serve.json", replacing: ["\"completed\": 48": "\"completed\": 0"]).first)
        #expect(run.execution.status == .failed)
        #expect(run.execution.metrics.keys.sorted() == [.requestsCompleted, .requestsFailed])
    }

    @Test func `several results in one file are a suite of runs, and the name of a load that comes twice gets a number`() {
        let one = ServingSample.vllm
        let text = one + one.replacing("\"max_concurrency\": 8", with: "\"max_concurrency\": 16") + "\n" + one
        let runs = InMemory.read(text, name: "sweep.json").runs.map(\.run)
        #expect(runs.map(\.id) == ["sweep/sweep/c8-rate-inf", "sweep/sweep/c16-rate-inf", "sweep/sweep/c8-rate-inf-2"])
        #expect(Set(runs.map(\.suite)) == ["sweep/sweep"])
        #expect(runs.map(\.runNumber) == [1, 2, 3])
    }

    @Test func `an object keyed by concurrency is the list of its values`() {
        let text = "{\"8\": \(ServingSample.vllm), \"16\": \(ServingSample.vllm)}"
        #expect(InMemory.read(text, name: "by-load.json").runs.count == 2)
    }

    @Test func `a value that can't be read refuses the whole file at its place`() {
        let text = ServingSample.vllm + "\n<<<<<<< HEAD\n" + ServingSample.vllm
        for name in ["serve.json", "serve.jsonl", "serve.txt"] {
            let reading = InMemory.read(text, name: name)
            #expect(reading.runs.isEmpty)
            #expect(reading.diagnostics.map { "\($0.location?.line ?? 0): \($0.message)" } == ["7: unexpected text after the end of the value"])
        }
    }

    @Test func `a field that is not there is named`() {
        #expect(
            ServingSample.reading("serve.json", replacing: ["\"completed\": 48,": ""]).skipped.map(\.reason)
                == ["vLLM bench serve: the field 'completed' is missing, or not what it should be"])
        #expect(
            ServingSample.reading("serve.json", replacing: ["\"tokenizer_id\": null,": ""]).skipped.map(\.reason)
                == ["JSON of no known format: like a result of vllm, but without the field 'tokenizer_id'"])
    }

    @Test func `a printed block gives what a log shows`() throws {
        let run = try #require(ServingSample.runs("serve.log").first)
        #expect(run.execution.model == "small-7b", "a local path is not shown")
        #expect(run.options == "concurrency=4 request_rate=2.5")
        #expect(run.startedAt == nil)
        #expect(run.figures(.ttft) == [55.25, 54, nil, 71.5, nil])
        #expect(run.figures(.itl) == nil)
        #expect(run.mean(.totalThroughput) == 414.29)
        #expect(run.mean(.requestsCompleted) == 29)
    }

    @Test func `several blocks in a log are several runs, each with its own settings`() {
        let second = ServingSample.vllmBlock.replacing("concurrency: 4", with: "concurrency: None").replacing("55.25", with: "66.75")
        let runs = InMemory.read(ServingSample.vllmBlock + "\n" + second, name: "two.log").runs.map(\.run)
        #expect(runs.map { $0.mean(.ttft) } == [55.25, 66.75])
        #expect(runs.map(\.options) == ["concurrency=4 request_rate=2.5", "request_rate=2.5"])
    }

    @Test func `a block that lost its end is an error`() {
        let cut = ServingSample.vllmBlock.components(separatedBy: "Mean ITL")[0]
        #expect(InMemory.read(cut, name: "cut.log").messages == ["the block that begins here has no end"])
    }

    @Test func `a data file of the same run wins over what was printed`() async throws {
        let printed = """
            Namespace(model='org/small')
            ============ Serving Benchmark Result ============
            Successful requests:    48
            Request throughput (req/s):    3.84
            Mean TTFT (ms):    61.50
            ==================================================
            """
        let scratch = try Scratch("-- in/sweep/serve.json --\n\(ServingSample.vllm)\n-- in/sweep/out.log --\n\(printed)\n")
        let reading = await scratch.read()
        #expect(reading.runs.map(\.run.id) == ["sweep/serve"])
        #expect(reading.skipped.map(\.reason) == ["vLLM bench serve: sweep/serve.json says this in full"])
        let other = try Scratch(
            "-- in/sweep/serve.json --\n\(ServingSample.vllm)\n-- in/sweep/out.log --\n\(printed.replacing("61.50", with: "61.52"))\n")
        #expect(await other.read().runs.count == 2)
    }
}
