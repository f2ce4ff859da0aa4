import AgentRuns
import JSON

/// The layout that AIPerf and its predecessor GenAI-Perf share: a metric is an object with its unit and its statistics, or a row of a table.
enum PerfExport {
    /// Latencies by the name that both tools use.
    static let latencies: [(MetricID, String)] = [
        (.ttft, "time_to_first_token"), (.itl, "inter_token_latency"), (.e2eLatency, "request_latency"),
    ]

    /// Whether an object is of one of the two tools; the keys that only AIPerf writes tell which. Where every request failed AIPerf leaves the
    /// latencies out.
    static func isAIPerf(_ object: JSON) -> Bool? {
        guard object["input_config"] != nil else { return nil }
        if object[path: "records", "request_latency"] != nil { return object["was_cancelled"] != nil ? true : nil }
        if object[path: "request_latency", "avg"] == nil { return object.has(["aiperf_version", "error_summary"]) ? true : nil }
        return ["aiperf_version", "benchmark_duration", "was_cancelled"].contains { object[$0] != nil }
    }

    /// The object with its metrics beside everything else: the first release of AIPerf put them into `records`, the TTFT by its short name.
    static func flattened(_ object: JSON) -> JSON {
        guard object["request_latency"] == nil, let records = object["records"]?.members else { return object }
        let renamed = records.map { $0.key == "ttft" ? JSON.Member("time_to_first_token", $0.value) : $0 }
        return .object((object.members ?? []).filter { $0.key != "records" } + renamed)
    }

    /// Takes one latency, converted by its own unit.
    static func setLatency(_ metric: MetricID, _ name: String, of object: JSON, in record: inout ServingRecord) {
        guard let values = object[name], values.members != nil else { return }
        guard let scale = milliseconds(in: values.word("unit") ?? "") else {
            record.notes.append("The unit of \(name) is not known; it was left out.")
            return
        }
        record.setLatency(metric, n: values.count("count"), scale: scale) { figure($0, in: values) }
    }

    /// The average of a metric that has one value for the whole run.
    static func scalar(_ name: String, of object: JSON) -> Double? { object[name]?.figure("avg") }

    static func milliseconds(in unit: String) -> Double? {
        switch unit {
        case "ms": 1
        case "s", "sec", "seconds": 1000
        case "us", "µs": 1e-3
        case "ns": 1e-6
        default: nil
        }
    }

    private static func figure(_ statistic: MetricSummary.Statistic, in values: JSON) -> Double? {
        switch statistic {
        case .mean: values.figure("avg")
        case .stddev: values.figure("std")
        default: values.figure(statistic.rawValue)
        }
    }
}
