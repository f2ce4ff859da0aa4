import AgentRuns
import JSON

/// Reports of GuideLLM 0.1, which have no statistics: they are computed from the requests, the one case in which that is done.
///
/// `first_token_time` and `decode_times` are durations in seconds. Percentiles are by linear interpolation (type 7), the deviation is the
/// population's.
enum GuideLLMRequests {
    static func records(of entry: JSON) throws(ServingRefusal) -> [ServingRecord] {
        var records: [ServingRecord] = []
        for benchmark in entry["benchmarks"]?.array ?? [] {
            guard let results = benchmark["results"]?.array else { throw .missing(field: "results") }
            let arguments = entry["args"]
            var record = ServingRecord(dialect: "J-GUIDELLM-1")
            record.model = arguments?.word("model")
            record.set("backend", arguments?.word("backend_type"))
            record.set("generation", 1.0)
            record.set("strategy", benchmark.word("mode"))
            record.set("request_rate", benchmark.figure("rate"))
            try set(results, in: &record)
            record.setScalar(.requestsFailed, benchmark["errors"]?.array.map { Double($0.count) })
            records.append(record)
        }
        return records
    }

    private static func set(_ results: [JSON], in record: inout ServingRecord) throws(ServingRefusal) {
        record.setScalar(.requestsCompleted, Double(results.count))
        if results.isEmpty { return }
        for field in ["start_time", "end_time"] where results.contains(where: { $0.figure(field) == nil }) { throw .missing(field: field) }
        let starts = results.compactMap { $0.figure("start_time") }
        let ends = results.compactMap { $0.figure("end_time") }
        record.timestamp = Timestamp.epoch(seconds: starts.min())
        setLatency(.ttft, results.compactMap { $0.figure("first_token_time") }, in: &record)
        setLatency(.itl, results.flatMap { $0[path: "decode_times", "data"]?.array?.compactMap(\.number) ?? [] }, in: &record)
        setLatency(.e2eLatency, zip(starts, ends).map { $1 - $0 }, in: &record)
        let duration = (ends.max() ?? 0) - (starts.min() ?? 0)
        let output = total("output_token_count", of: results)
        record.setScalar(.inputTokens, total("prompt_token_count", of: results))
        record.setScalar(.outputTokens, output)
        record.setScalar(.outputThroughput, output.map { $0 / duration })
        record.setScalar(.requestThroughput, Double(results.count) / duration)
    }

    /// The sum over all requests; `nil` where one of them does not say.
    private static func total(_ key: String, of results: [JSON]) -> Double? {
        let values = results.compactMap { $0.figure(key) }
        return values.count == results.count ? values.reduce(0, +) : nil
    }

    private static func setLatency(_ metric: MetricID, _ seconds: [Double], in record: inout ServingRecord) {
        let values = seconds.filter(\.isFinite).sorted()
        guard !values.isEmpty else { return }
        let mean = values.reduce(0, +) / Double(values.count)
        let variance = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(values.count)
        record.setLatency(metric, n: values.count, scale: 1000) { statistic in
            switch statistic {
            case .mean: mean
            case .stddev: variance.squareRoot()
            case .p50: percentile(0.5, of: values)
            case .p90: percentile(0.9, of: values)
            case .p95: percentile(0.95, of: values)
            case .p99: percentile(0.99, of: values)
            default: nil
            }
        }
    }

    private static func percentile(_ share: Double, of sorted: [Double]) -> Double {
        let position = share * Double(sorted.count - 1)
        let below = Int(position)
        let above = min(below + 1, sorted.count - 1)
        return sorted[below] + (sorted[above] - sorted[below]) * (position - Double(below))
    }
}
