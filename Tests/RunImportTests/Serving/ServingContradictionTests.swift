import AgentRuns
import Testing

@testable import RunImport

/// Figures that cannot be, because others of the same record say otherwise.
struct ServingContradictionTests {
    private func answer(total: Int, load: Int = 0, prompt: Int = 50_000_000, generation: Int, tokens: Int) throws -> Run {
        let text = """
            {"model": "small", "created_at": "2026-03-04T05:06:07Z", "done": true, "total_duration": \(total), "load_duration": \(load), \
            "prompt_eval_count": 10, "prompt_eval_duration": \(prompt), "eval_count": \(tokens), "eval_duration": \(generation)}
            """
        return try #require(InMemory.read(text, name: "answer.json").runs.first?.run)
    }

    private func result(_ figures: String) throws -> Run {
        let text = """
            {"model_id": "org/small", "tokenizer_id": null, "num_prompts": 40, "completed": 40, "total_input_tokens": 4000, \
            "total_output_tokens": 2000, "duration": 10.0, \(figures)}
            """
        return try #require(InMemory.read(text, name: "serve.json").runs.first?.run)
    }

    private static let derived: [MetricID] = [.ttft, .tpot, .outputThroughput, .promptThroughput, .e2eLatency]

    @Test func `one token has no time between tokens`() throws {
        let run = try answer(total: 200_000_000, generation: 900, tokens: 1)
        #expect(Self.derived.map { run.mean($0) } == [50, nil, nil, 200, 200])
        #expect(run.mean(.outputTokens) == 1)
        #expect(run.provenance.notes == ["Output throughput and TPOT are left out: one token has no time between tokens."])
    }

    @Test func `a generation that is longer than the whole call is left out`() throws {
        let run = try answer(total: 300_000_000, generation: 400_000_000_000, tokens: 80)
        #expect(Self.derived.map { run.mean($0) } == [50, nil, nil, 200, 300])
        #expect(run.provenance.notes == ["Output throughput and TPOT are left out: the generation is longer than the whole call."])
    }

    @Test func `a prompt that took longer than the whole call is left out`() throws {
        let run = try answer(total: 300_000_000, prompt: 400_000_000, generation: 200_000_000, tokens: 80)
        #expect(Self.derived.map { run.mean($0) } == [nil, 2.5, 400, nil, 300])
        #expect(
            run.provenance.notes == ["TTFT and prompt throughput are left out: the evaluation of the prompt is longer than the whole call."])
    }

    @Test func `parts that are next to nothing of the whole are no nanoseconds`() throws {
        let run = try answer(total: 4_000_000_000, load: 60_000_000, prompt: 110, generation: 3_800_000, tokens: 90)
        #expect(Self.derived.map { run.mean($0) } == [nil, nil, nil, nil, 4000])
        #expect(
            run.provenance.notes
                == ["TTFT, TPOT and the throughputs are left out: the parts are next to nothing of the whole call, so they are no nanoseconds."])
    }

    @Test func `parts in milliseconds within a whole in nanoseconds are left out, however fast they seem`() throws {
        let run = try answer(total: 4_000_000_000, load: 60_000_000, prompt: 110, generation: 3800, tokens: 90)
        #expect(Self.derived.map { run.mean($0) } == [nil, nil, nil, nil, 4000])
        let prompt = try answer(total: 4_000_000_000, load: 60_000_000, prompt: 110, generation: 3_800_000_000, tokens: 95)
        #expect(Self.derived.map { prompt.mean($0) } == [nil, 40, 25, nil, 4000])
        #expect(prompt.provenance.notes == ["TTFT and prompt throughput are left out: 10 tokens in 110 ns cannot be."])
    }

    @Test func `a whole answer in milliseconds has no durations`() throws {
        let run = try answer(total: 4100, load: 60, prompt: 110, generation: 3800, tokens: 90)
        #expect(Self.derived.map { run.mean($0) } == [nil, nil, nil, nil, nil])
        #expect(run.mean(.outputTokens) == 90)
        #expect(
            run.provenance.notes == [
                "TTFT and prompt throughput are left out: 10 tokens in 110 ns cannot be.",
                "Output throughput and TPOT are left out: a token in 42 ns cannot be.", "All durations are left out: they are no nanoseconds.",
            ])
    }

    @Test func `an answer whose parts fit keeps every figure`() throws {
        let run = try answer(total: 1_000_000_000, load: 100_000_000, prompt: 50_000_000, generation: 800_000_000, tokens: 80)
        #expect(Self.derived.map { run.mean($0) } == [150, 10, 100, 200, 1000])
        #expect(run.provenance.notes == [])
    }

    @Test func `a first token behind the last one is left out`() throws {
        let run = try result("\"request_throughput\": 4.0, \"median_ttft_ms\": 900.5, \"median_e2el_ms\": 850.25, \"p99_e2el_ms\": 990.5")
        #expect(run.figures(.ttft) == nil)
        #expect(run.figures(.e2eLatency) == [nil, 850.25, nil, 990.5, nil])
        #expect(run.provenance.notes == ["TTFT is left out: it is longer than the whole request."])
        let unstreamed = try result("\"request_throughput\": 4.0, \"median_ttft_ms\": 850.25, \"median_e2el_ms\": 850.25")
        #expect(unstreamed.figures(.ttft) == [nil, 850.25, nil, nil, nil])
    }

    @Test func `percentiles that fall are left out, and the mean stays`() throws {
        let run = try result("\"request_throughput\": 4.0, \"mean_ttft_ms\": 60.5, \"median_ttft_ms\": 90.25, \"p99_ttft_ms\": 70.5")
        #expect(run.figures(.ttft) == [60.5, nil, nil, nil, nil])
        #expect(run.provenance.notes == ["TTFT (p50, p99) is left out: its percentiles do not rise."])
    }

    @Test func `a total that is smaller than a part of it is left out, and so is a rate of another unit`() throws {
        let run = try result(
            "\"request_throughput\": 0.004, \"output_throughput\": 200.0, \"total_token_throughput\": 50.0, \"mean_ttft_ms\": 60.5")
        #expect([MetricID.requestThroughput, .outputThroughput, .totalThroughput].map { run.mean($0) } == [nil, 200, nil])
        #expect(
            run.provenance.notes == [
                "Total throughput is left out: a part of it, the output throughput, is larger.",
                "Request throughput is left out: it is not the completed requests over the duration.",
            ])
    }

    @Test func `more completed requests than were to be sent leave it open how many failed`() throws {
        let text = ServingSample.vllm.replacing("\"num_prompts\": 50", with: "\"num_prompts\": 40").replacing("\"failed\": 2, ", with: "")
        let run = try #require(InMemory.read(text, name: "serve.json").runs.first?.run)
        #expect(run.mean(.requestsFailed) == nil)
        #expect(run.provenance.notes == ["Requests failed is left out: more requests were completed than were to be sent."])
    }

    @Test func `rates of a tool that times more than the requests stay`() throws {
        let run = try result("\"request_throughput\": 1.0, \"output_throughput\": 900.0, \"mean_ttft_ms\": 60.5")
        #expect([MetricID.requestThroughput, .outputThroughput].map { run.mean($0) } == [1, 900])
        #expect(run.provenance.notes.isEmpty)
    }
}
