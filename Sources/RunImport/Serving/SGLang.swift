import AgentRuns
import JSON

/// Results of SGLang's `bench_serving`: JSON Lines, a line for each run, and the block that it prints.
///
/// Source: `python/sglang/bench_serving.py` in sgl-project/sglang. The oldest files have medians only and no throughput of requests, which is
/// then the count over the duration. There is no date, and failed requests are not counted.
struct SGLang: ServingFormat {
    static let name = "sglang"
    static let title = "SGLang bench_serving"
    static let description = FormatDescription(
        detectedBy: "JSON Lines with total_output_tokens_retokenized; a printed block 'Serving Benchmark Result' with a Backend row",
        tried: ["the oldest, with medians only", "0.3.0 to 0.4.10", "0.5.3 to 0.5.23, with tag and server_info"])

    private static let latencies: [(MetricID, String)] = [(.ttft, "ttft"), (.tpot, "tpot"), (.itl, "itl"), (.e2eLatency, "e2e_latency")]

    /// Parts of the workload by their names in ids; those of random prompts are written for every dataset, and mean nothing for others.
    private static let workload = [
        ("random_input_len", "isl", "in"), ("random_output_len", "osl", "out"), ("random_range_ratio", "random_range_ratio", "range"),
        ("sharegpt_output_len", "osl", "out"),
    ]

    /// Arguments of the server that change what it does, with the value that is none; the others have defaults that differ from machine to machine.
    private static let arguments: [(name: String, default: String)] = [
        ("quantization", ""), ("kv_cache_dtype", "auto"), ("pp_size", "1"), ("dp_size", "1"), ("ep_size", "1"), ("speculative_algorithm", ""),
        ("speculative_num_steps", ""), ("speculative_num_draft_tokens", ""), ("disable_radix_cache", "0"), ("disable_cuda_graph", "0"),
        ("disable_overlap_schedule", "0"), ("enable_dp_attention", "0"), ("enable_mixed_chunk", "0"), ("enable_torch_compile", "0"),
        ("enable_hierarchical_cache", "0"), ("enable_two_batch_overlap", "0"),
    ]

    func matches(_ object: JSON) -> Bool { object.has(["total_output_tokens_retokenized"]) }

    func records(of object: JSON) throws(ServingRefusal) -> [ServingRecord] {
        if let field = object.firstMissing(["completed", "duration"]) { throw .missing(field: field) }
        var record = ServingRecord(dialect: "J-SGLANG")
        let server = Self.server(of: object)
        record.model = server?.word("model_path")
        record.set("tp", server?.figure("tp_size"))
        record.set("dtype", server?.word("dtype"))
        record.set("backend", object.word("backend"))
        record.set("dataset", object.word("dataset_name"))
        record.set("tag", object.word("tag"))
        record.set("request_rate", object.rate("request_rate"))
        record.set("concurrency", object.figure("max_concurrency"))
        for (metric, name) in Self.latencies {
            let isCounted = metric == .ttft || metric == .e2eLatency
            record.setLatency(metric, n: isCounted ? object.count("completed") : nil) { object.figure($0, of: name + "_ms") }
        }
        let isRandom = object.word("dataset_name")?.hasPrefix("random") == true
        for (key, option, label) in Self.workload where key.hasPrefix("random") == isRandom {
            let value = ServingVariant.option(object[key])
            record.setSetting(option, value, label: label, isDefault: option == key && value == .number(0))
        }
        for argument in Self.arguments {
            let value = ServingVariant.option(server?[argument.name])
            record.setSetting(argument.name, value, isDefault: value?.description == argument.default)
        }
        record.setVersion(Self.parts(of: object).lazy.compactMap { $0.word("version") }.first.flatMap(SettingName("version").version))
        if Self.isDisaggregated(object) { record.set("deployment", "prefill and decode apart") }
        if record.metrics.isEmpty, object["median_ttft_ms"] == nil { throw .missing(field: "median_ttft_ms") }
        if Self.isUnstreamed(object) { record.ttftDefinition = .totalDuration }
        setTotals(of: object, in: &record)
        record.takeEnergy(from: object)
        return [record]
    }

    /// The part of the server's own description that names the model.
    private static func server(of object: JSON) -> JSON? { parts(of: object).first { $0.word("model_path") != nil } }

    /// The server's own description, and those that lie in it: with prefill and decoding apart each has one.
    private static func parts(of object: JSON) -> [JSON] {
        guard let info = object["server_info"] else { return [] }
        return [info] + ["internal_states", "prefill", "decode"].compactMap { info[$0]?.array?.first }
    }

    private static func isDisaggregated(_ object: JSON) -> Bool {
        ["prefill", "decode"].contains { object[path: "server_info", $0]?.array?.isEmpty == false }
    }

    /// Without streaming the whole answer is the first chunk, and nothing lies between tokens.
    private static func isUnstreamed(_ object: JSON) -> Bool {
        guard (object.figure("mean_itl_ms") ?? object.figure("median_itl_ms")) == 0, let ttft = object.figure("median_ttft_ms"),
            let whole = object.figure("median_e2e_latency_ms")
        else { return false }
        return ttft >= 0.99 * whole
    }

    private func setTotals(of object: JSON, in record: inout ServingRecord) {
        let duration = object.figure("duration") ?? .nan
        record.duration = duration
        func rate(_ key: String, _ count: Double?) -> Double? { object.figure(key) ?? count.map { $0 / duration } }
        let (input, output) = (object.figure("total_input_tokens"), object.figure("total_output_tokens"))
        let total = input.flatMap { input in output.map { input + $0 } }
        record.setScalar(.requestThroughput, rate("request_throughput", object.figure("completed")))
        record.setScalar(.promptThroughput, rate("input_throughput", input))
        record.setScalar(.outputThroughput, rate("output_throughput", output))
        record.setScalar(.totalThroughput, rate("total_throughput", total))
        record.setScalar(.inputTokens, input)
        record.setScalar(.outputTokens, output)
        record.setScalar(.requestsCompleted, object.figure("completed"))
        record.setScalar(.requestsFailed, object.figure("failed"))
    }

    func find(in text: RecordedText) -> TextFindings {
        PrintedResults.findings(in: text, dialect: "T-SGLANG-STDOUT", where: \.isSGLang)
    }
}
