import AgentRuns
import JSON

/// Aggregated points of InferenceX, formerly InferenceMAX: one object, or an array of them.
///
/// Source: `utils/process_result.py` in SemiAnalysisAI/InferenceX. Latencies are seconds, throughputs are for each GPU; with prefill and decoding on
/// different GPUs the throughputs are over different numbers of them and do not add up.
struct InferenceX: ServingFormat {
    static let name = "inferencex"
    static let title = "InferenceX"
    static let description = FormatDescription(
        detectedBy: "JSON with hw, conc, framework and tput_per_gpu or infmax_model_prefix",
        tried: ["points of 2025-10", "points of 2026, on one node and on several", "agentic points of 2026-06"],
        signatures: [["hw", "conc", "framework", "tput_per_gpu"]])

    private static let latencies: [(MetricID, String)] = [(.ttft, "ttft"), (.tpot, "tpot"), (.itl, "itl"), (.e2eLatency, "e2el")]

    /// Settings of the server that points of one collection differ in, by their names in ids, with the value that is none.
    private static let settings: [(key: String, label: String, none: Set<String>)] = [
        ("spec_decoding", "spec", ["none"]), ("mtp", "mtp", ["off", "0"]), ("disagg", "disagg", ["0"]), ("dp_attention", "dpa", ["0"]),
        ("kv_offloading", "kv", ["none"]), ("offloading", "kv", ["none"]), ("pp", "pp-size", ["1"]), ("dcp_size", "dcp", ["1"]),
        ("pcp_size", "pcp", ["1"]), ("prefill_tp", "prefill-tp", []), ("prefill_pp", "prefill-pp", ["1"]), ("prefill_ep", "prefill-ep", ["1"]),
        ("prefill_num_workers", "prefill-workers", []), ("prefill_dp_attention", "prefill-dpa", ["0"]), ("decode_tp", "decode-tp", []),
        ("decode_pp", "decode-pp", ["1"]), ("decode_ep", "decode-ep", ["1"]), ("decode_num_workers", "decode-workers", []),
        ("decode_dp_attention", "decode-dpa", ["0"]),
    ]

    /// Flags are written as words in some files.
    private static let flags: [OptionValue: OptionValue] = [.text("false"): .number(0), .text("true"): .number(1)]

    func matches(_ object: JSON) -> Bool {
        object.has(["hw", "conc", "framework"]) && (object["tput_per_gpu"] != nil || object["infmax_model_prefix"] != nil)
    }

    func records(of object: JSON) throws(ServingRefusal) -> [ServingRecord] {
        var record = ServingRecord(dialect: "J-INFERENCEX")
        record.model = object.word("model")
        record.timestamp = Timestamp.recorded(object.word("timestamp"))
        for (option, key) in [("hardware", "hw"), ("backend", "framework"), ("dtype", "precision"), ("scenario", "scenario_type")] {
            record.set(option, object.word(key))
        }
        for (option, key) in [("concurrency", "conc"), ("tp", "tp"), ("ep", "ep"), ("isl", "isl"), ("osl", "osl")] {
            record.set(option, object.figure(key))
        }
        let completed = object.count("num_requests_successful")
        for (metric, name) in Self.latencies {
            let isCounted = metric == .ttft || metric == .e2eLatency
            record.setLatency(metric, n: isCounted ? completed : nil, scale: 1000) { Self.figure($0, of: name, in: object) }
        }
        setThroughputs(of: object, in: &record)
        let duration = object.figure("duration_seconds") ?? Self.nested("throughput", of: object)?.figure("duration_seconds")
        if let completed, let duration, duration > 0 {
            record.setScalar(.requestThroughput, Double(completed) / duration)
        }
        record.setScalar(.requestsCompleted, completed.map(Double.init))
        record.setScalar(.requestsFailed, completed.flatMap { completed in object.figure("num_requests_total").map { $0 - Double(completed) } })
        record.setScalar(.inputTokens, object.figure("total_prompt_tokens"))
        record.setScalar(.outputTokens, object.figure("total_generation_tokens"))
        let isMeasured = record.metrics.contains { $0.value.unit != "requests" && $0.value.unit != "tokens" }
        if !isMeasured, completed != 0 { throw .missing(field: "tput_per_gpu") }
        for (key, label, none) in Self.settings {
            guard let value = ServingVariant.option(object[key]) else { continue }
            let shown = Self.flags[value] ?? value
            record.setSetting(key, shown, label: label, isDefault: none.contains(shown.description))
        }
        // The tool says itself where it could not measure the power.
        if object.figure("power_valid") != 0, object["power_valid"]?.bool != false { record.takeEnergy(from: object) }
        for key in ["image", "engine_version", "commit"] { record.setVersion(object.word(key).flatMap(SettingName(key).version)) }
        return [record]
    }

    private func setThroughputs(of object: JSON, in record: inout ServingRecord) {
        let gpus = Self.gpus(of: object)
        record.set("gpus", gpus.total)
        let parts: [(MetricID, String, String, Double?)] = [
            (.totalThroughput, "total_tput_tps", "tput_per_gpu", gpus.total),
            (.outputThroughput, "output_tput_tps", "output_tput_per_gpu", gpus.decode),
            (.promptThroughput, "input_tput_tps", "input_tput_per_gpu", gpus.prefill),
        ]
        for (metric, whole, single, count) in parts {
            let product = object.figure(single).flatMap { single in count.map { single * $0 } }
            let nested = Self.nested("throughput", of: object)?[Self.part(of: metric)]?.figure("tokens_per_second")
            record.setScalar(metric, object.figure(whole) ?? nested ?? product)
        }
    }

    /// How many GPUs each of the throughputs is over.
    private static func gpus(of object: JSON) -> (total: Double?, prefill: Double?, decode: Double?) {
        let (prefill, decode) = (object.figure("num_prefill_gpu"), object.figure("num_decode_gpu"))
        if object["is_multinode"]?.bool == true || object.figure("tp") == nil, let prefill, let decode {
            return (prefill + decode, prefill, decode == 0 ? prefill : decode)
        }
        guard let tensor = object.figure("tp") else { return (nil, nil, nil) }
        let total = tensor * (object.figure("pp") ?? 1) * (object.figure("pcp_size") ?? 1)
        return (total, total, total)
    }

    /// A statistic in seconds: a key of its own, or, in agentic results since mid-2026, a member of the latency's object.
    private static func figure(_ statistic: MetricSummary.Statistic, of name: String, in object: JSON) -> Double? {
        let latency = nested("latency", of: object)?[name]
        func value(_ key: String) -> Double? { object.figure("\(key)_\(name)") ?? latency?.figure(key) }
        switch statistic {
        case .mean: return value("mean")
        case .stddev: return value("std")
        case .p50: return value("p50") ?? value("median")
        default: return value(statistic.rawValue)
        }
    }

    private static func nested(_ group: String, of object: JSON) -> JSON? { object[path: "request_metrics", group] }

    private static func part(of throughput: MetricID) -> String {
        switch throughput {
        case .outputThroughput: "output"
        case .promptThroughput: "input"
        default: "total"
        }
    }
}
