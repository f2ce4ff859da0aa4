import AgentRuns
import Testing

/// Lengths of prompts and answers where a benchmark has only totals.
struct DerivedLengthTests {
    private func lengths(
        _ options: [String: OptionValue], input: Double? = nil, output: Double? = nil, completed: Double? = nil,
        rates: (tokens: Double, requests: Double)? = nil
    ) -> String {
        var metrics: [MetricID: MetricSummary] = [:]
        for (id, value) in [
            (MetricID.inputTokens, input), (.outputTokens, output), (.requestsCompleted, completed), (.outputThroughput, rates?.tokens),
            (.requestThroughput, rates?.requests),
        ] {
            if let value { metrics[id] = MetricSummary(unit: "", [.mean: value]) }
        }
        let execution = AgentExecution(slot: "vllm", configuration: SamplingConfiguration(options), metrics: metrics)
        return execution.derivedLengths.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }.joined(separator: " ")
    }

    @Test(
        arguments: [
            (12_800, 6_400, 100, "isl=130 osl=64"), (409_600, 25_600, 100, "isl=4100 osl=260"), (995, 994, 10, "isl=100 osl=99"),
            (20, 3, 100, "isl=1 osl=1"), (98_340, 0, 100, "isl=980"),
        ] as [(Double, Double, Double, String)])
    func `lengths are tokens a request, to two digits`(input: Double, output: Double, completed: Double, expected: String) {
        #expect(lengths(["concurrency": .number(8)], input: input, output: output, completed: completed) == expected)
    }

    @Test func `what the configuration says is not derived`() {
        #expect(lengths(["isl": .number(1000)], input: 12_800, output: 6_400, completed: 100) == "osl=64")
        #expect(lengths(["isl": .number(1000), "osl": .number(50)], input: 12_800, output: 6_400, completed: 100) == "")
        #expect(lengths(["workload": .text("batch")], input: 12_800, output: 6_400, completed: 100) == "")
        #expect(lengths(["n_prompt": .number(512)], input: 512, completed: 5) == "")
    }

    @Test func `lengths of totals that the rates contradict go by names of their own`() {
        let load: [String: OptionValue] = ["concurrency": .number(8)]
        #expect(lengths(load, input: 12_800, output: 6_400, completed: 100, rates: (128, 2)) == "isl=130 osl=64")
        #expect(lengths(load, input: 12_800, output: 6_400, completed: 100, rates: (110, 2)) == "isl=130 osl=64")
        #expect(lengths(load, input: 12_800, output: 6_400, completed: 100, rates: (800, 2)) == "input_per_request=130 output_per_request=64")
        #expect(lengths(load, input: 12_800, output: 6_400, completed: 100, rates: (64, 2)) == "input_per_request=130 output_per_request=64")
    }

    @Test func `a single answer has no workload, a benchmark of one request has`() {
        #expect(lengths([:], input: 20, output: 64, completed: 1) == "")
        #expect(lengths(["num_prompts": .number(1)], input: 20, output: 64, completed: 1) == "isl=20 osl=64")
        #expect(lengths(["concurrency": .number(1)], input: 20, output: 64, completed: 0) == "")
        #expect(lengths(["concurrency": .number(1)], input: 20, output: 64) == "")
    }
}
