import AgentRuns
import JSON

/// Reports of GuideLLM, `benchmarks.json`, in its four generations, and its CSV file from the third on.
///
/// Source: `src/guidellm/benchmark/schemas` in vllm-project/guidellm; `src/guidellm/benchmark/benchmark.py` in neuralmagic/guidellm for 0.2 and 0.3;
/// `guidellm/core/result.py` of 0.1.0. What the tool calls time per output token changed between the generations 2 and 3, so the generation is part
/// of the configuration. Only successful requests count.
struct GuideLLM: ServingFormat {
    static let name = "guidellm"
    static let title = "GuideLLM"
    static let description = FormatDescription(
        detectedBy: "JSON whose first of benchmarks is a generative_benchmark, or has benchmarks and args; CSV that begins with Run Info,Run Info",
        tried: ["0.1.0", "0.2.1 to 0.3.1", "0.4.0 to 0.6.1", "0.7.4 to 0.8.1"])

    func matches(_ object: JSON) -> Bool {
        guard let first = object["benchmarks"]?.array?.first else { return false }
        return first.word("type_") == "generative_benchmark" || first.word("kind") == "generative_benchmark" || first.has(["benchmarks", "args"])
    }

    func records(of object: JSON) throws(ServingRefusal) -> [ServingRecord] {
        var records: [ServingRecord] = []
        for entry in object["benchmarks"]?.array ?? [] {
            if entry["benchmarks"] != nil {
                records += try GuideLLMRequests.records(of: entry)
            } else {
                records.append(try record(of: entry, in: object))
            }
        }
        return records
    }

    /// A summarized benchmark, of generation 2 and later.
    private func record(of entry: JSON, in report: JSON) throws(ServingRefusal) -> ServingRecord {
        guard let metrics = entry["metrics"], metrics.members != nil else { throw .missing(field: "metrics") }
        guard metrics[path: "request_latency", "successful"]?.members != nil else { throw .missing(field: "metrics.request_latency.successful") }
        let generation = Self.generation(of: entry, in: report)
        let counted = metrics["request_totals"] ?? entry["request_totals"] ?? entry[path: "run_stats", "requests_made"]
        guard let totals = counted, totals.figure("successful") != nil else {
            throw .missing(field: "request_totals.successful")
        }
        var record = ServingRecord(dialect: "J-GUIDELLM-\(generation)")
        record.set("generation", Double(generation))
        record.version = report["metadata"]?.word("guidellm_version")
        if let version = report["metadata"]?.figure("version"), version > 2 {
            record.notes.append("Version \(Int(exactly: version) ?? 0) of GuideLLM's report is not one that was tried; it was read as version 2.")
        }
        record.timestamp = Timestamp.epoch(seconds: entry.figure("start_time"))
        setSetting(of: entry, in: report, generation: generation, &record)
        Self.setMetrics(metrics, generation: generation, in: &record)
        record.setScalar(.requestsCompleted, totals.figure("successful"))
        record.setScalar(.requestsFailed, totals.figure("errored"))
        return record
    }

    private static func generation(of entry: JSON, in report: JSON) -> Int {
        if entry["run_stats"]?.members != nil || entry["worker"]?.members != nil { return 2 }
        if let version = report["metadata"]?.figure("version") { return version >= 2 ? 4 : 3 }
        return report[path: "config", "spec"] != nil ? 4 : 3
    }

    private func setSetting(of entry: JSON, in report: JSON, generation: Int, _ record: inout ServingRecord) {
        let specified = report[path: "config", "spec", "backend"]
        let model =
            generation == 2
            ? entry["worker"]?.word("backend_model")
            : entry[path: "config", "backend"]?.word("model") ?? report["args"]?.word("model") ?? specified?.word("model")
        let backend =
            generation == 2
            ? entry["worker"]?.word("backend_type")
            : report["args"]?.word("backend") ?? specified?.word("kind") ?? entry[path: "config", "backend"]?.word("kind")
        record.model = model
        record.set("backend", backend)
        GuideLLMData.setLengths(
            of: entry[path: "request_loader", "data"] ?? report[path: "args", "data"] ?? report[path: "config", "spec", "data"], in: &record)
        guard let strategy = entry[path: generation == 2 ? "args" : "config", "strategy"] else { return }
        guard let kind = strategy.word("type_") ?? strategy.word("kind") else { return }
        record.setStrategy(kind, streams: strategy.figure("streams"), rate: strategy.figure("rate"))
    }

    private static let latencies: [(MetricID, String, Double)] = [
        (.ttft, "time_to_first_token_ms", 1), (.tpot, "time_per_output_token_ms", 1), (.itl, "inter_token_latency_ms", 1),
        (.e2eLatency, "request_latency", 1000),
    ]

    private static func setMetrics(_ metrics: JSON, generation: Int, in record: inout ServingRecord) {
        func successful(_ name: String) -> JSON? {
            metrics[path: name, "successful"].flatMap { $0.figure("count") == 0 ? nil : $0 }
        }
        for (metric, name, scale) in latencies {
            guard let values = successful(name) else { continue }
            record.setLatency(metric, n: values.count("count"), scale: scale) { statistic in
                switch statistic {
                case .mean: values.figure("mean")
                case .stddev: values.figure("std_dev")
                case .p50: values["percentiles"]?.figure("p50") ?? values.figure("median")
                default: values["percentiles"]?.figure(statistic.rawValue)
                }
            }
        }
        record.setScalar(.requestThroughput, successful("requests_per_second")?.figure("mean"))
        record.setScalar(.outputThroughput, successful("output_tokens_per_second")?.figure("mean"))
        // Generation 2 counts the prompt's tokens twice here.
        if generation > 2 {
            record.setScalar(.totalThroughput, successful("tokens_per_second")?.figure("mean"))
            record.setScalar(.promptThroughput, successful("prompt_tokens_per_second")?.figure("mean"))
        }
        record.setScalar(.inputTokens, successful("prompt_token_count")?.figure("total_sum"))
        record.setScalar(.outputTokens, successful("output_token_count")?.figure("total_sum"))
    }

    func recognizesText(_ head: FileHead) -> Bool { head.bytes.opens(with: "Run Info,Run Info,") }

    func records(ofText file: ImportedFile) throws(ImportError) -> [ServingRecord] { try GuideLLMTable(file.bytes).records() }
}

extension ServingRecord {
    /// The load of a GuideLLM strategy.
    mutating func setStrategy(_ strategy: String, streams: Double?, rate: Double?) {
        set("strategy", strategy)
        switch strategy {
        case "synchronous": set("concurrency", 1.0)
        case "concurrent": set("concurrency", streams)
        case "constant", "poisson": set("request_rate", rate)
        default: break
        }
    }
}
