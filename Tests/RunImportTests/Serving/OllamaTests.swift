import AgentRuns
import Testing

@testable import RunImport

struct OllamaTests {
    @Test func `the last object of a stream has the figures, in nanoseconds`() throws {
        let run = try #require(ServingSample.runs("answer.ndjson").first)
        #expect(run.execution.model == "small")
        #expect(run.startedAt?.text == "2026-03-04T03:06:09Z")
        #expect(run.execution.ttftDefinition == .loadPlusPromptEval)
        #expect(run.mean(.ttft) == 600)
        #expect(run.mean(.tpot) == 25)
        #expect(run.mean(.e2eLatency) == 2500)
        #expect(run.mean(.outputThroughput) == 40)
        #expect(run.mean(.promptThroughput) == 200)
        #expect([MetricID.inputTokens, .outputTokens, .requestsCompleted].map { run.mean($0) } == [20, 64, 1])
        #expect(run.execution.metrics[.ttft]?.n == 1)
        #expect(run.execution.numberOfColdCalls == 0)
        let cold = try #require(ServingSample.runs("answer.ndjson", replacing: ["500000000": "50000000000"]).first)
        #expect(cold.execution.numberOfColdCalls == 1)
    }

    @Test func `a stream that was cut off gives no run`() {
        let cut = ServingSample.ollama.split(separator: "\n")[0]
        #expect(InMemory.read(String(cut), name: "answer.ndjson").skipped.map(\.reason) == ["Ollama: no answer that came to its end, so no figures"])
    }

    @Test func `several calls in a file are several runs, and an error among them is left out`() {
        let text = "\(ServingSample.ollama)\n{\"error\": \"model not found\"}\n\(ServingSample.ollama)"
        let reading = InMemory.read(text, name: "calls.ndjson")
        #expect(reading.runs.map(\.run.id) == ["sweep/calls/record", "sweep/calls/record-2"])
        #expect(reading.messages == ["a value is left out, which no result of Ollama would be"])
    }

    @Test func `a prompt that was cached whole has no time to the first token`() throws {
        let run = try #require(
            ServingSample.runs("answer.ndjson", replacing: ["\"prompt_eval_count\": 20, \"prompt_eval_duration\": 100000000,": ""]).first)
        #expect(run.mean(.ttft) == nil)
        #expect(run.mean(.promptThroughput) == nil)
        #expect(run.mean(.outputThroughput) == 40)
    }

    @Test func `a call that only loads the model is no result`() {
        let text = #"{"model": "small", "created_at": "2026-03-04T05:06:07Z", "response": "", "done": true, "done_reason": "load"}"#
        #expect(InMemory.read(text, name: "load.json").skipped.map(\.reason) == ["Ollama: the call only loaded the model"])
    }
}
