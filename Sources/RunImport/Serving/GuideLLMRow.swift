import AgentRuns
import JSON

/// One benchmark in GuideLLM's CSV file.
struct GuideLLMRow {
    /// The place of each cell by its headings.
    var columns: [String: Int]
    var cells: [String]

    /// The row's record; `nil` where it does not say how many requests were successful.
    var record: ServingRecord? {
        guard let completed = figure("Request Counts|Successful|") else { return nil }
        var record = ServingRecord(dialect: "T-GUIDELLM-CSV")
        setSetting(in: &record)
        setLatencies(of: completed, in: &record)
        for (metric, name) in Self.rates { record.setScalar(metric, figure(name)) }
        record.setScalar(.requestsCompleted, completed)
        record.setScalar(.requestsFailed, figure("Request Counts|Errored|"))
        for (metric, name) in Self.tokens {
            if let mean = figure(name) { record.setScalar(metric, (mean * completed).rounded()) }
        }
        return record
    }

    private func text(_ name: String) -> String? {
        guard let place = columns[name], !cells[place].isEmpty else { return nil }
        return cells[place]
    }

    private func figure(_ name: String) -> Double? { text(name).flatMap(RecordedFigure.value) }

    /// The JSON in a cell; null in one that holds none.
    private func json(_ name: String) -> JSON {
        guard let text = text(name) else { return .null }
        return JSON.recorded(parsing: Array(text.utf8)).values.first ?? .null
    }

    private func setSetting(in record: inout ServingRecord) {
        let backend = json("Run Info|Backend|")
        let metadata = json("Runtime Info|Metadata|")
        record.model = backend.word("model")
        record.version = metadata.word("guidellm_version")
        record.timestamp = Timestamp.recorded(text("Timings|Start Time|"))
        record.set("generation", (metadata.figure("version") ?? 1) >= 2 ? 4.0 : 3.0)
        if let strategy = text("Benchmark|Strategy|") { setStrategy(strategy, in: &record) }
    }

    /// A strategy with a load is written as in `constant@2.00`.
    private func setStrategy(_ strategy: String, in record: inout ServingRecord) {
        guard let at = strategy.firstIndex(of: "@") else { return record.setStrategy(strategy, streams: nil, rate: nil) }
        let load = RecordedFigure.value(of: String(strategy[strategy.index(after: at)...]))
        record.setStrategy(String(strategy[..<at]), streams: load, rate: load)
    }

    private func setLatencies(of completed: Double, in record: inout ServingRecord) {
        for (metric, name, scale) in Self.latencies {
            let isCounted = metric == .ttft || metric == .e2eLatency
            let percentiles = json(name + "|Percentiles").array ?? []
            record.setLatency(metric, n: isCounted ? Int(exactly: completed) : nil, scale: scale) { statistic in
                switch statistic {
                case .mean: figure(name + "|Mean")
                case .stddev: figure(name + "|Std Dev")
                case .p50: figure(name + "|Median")
                default: Self.percentile(statistic, in: percentiles)
                }
            }
        }
    }

    /// The list holds p0.1, p1, p5, p10, p25, p50, p75, p90, p95, p99 and p99.9; a list of another length is not that one.
    private static func percentile(_ statistic: MetricSummary.Statistic, in list: [JSON]) -> Double? {
        guard list.count == 11 else { return nil }
        let places: [MetricSummary.Statistic: Int] = [.p90: 7, .p95: 8, .p99: 9]
        return places[statistic].flatMap { list[$0].number }
    }

    private static let latencies: [(MetricID, String, Double)] = [
        (.ttft, "Time to First Token|Successful ms", 1), (.tpot, "Time per Output Token|Successful ms", 1),
        (.itl, "Inter Token Latency|Successful ms", 1), (.e2eLatency, "Request Latency|Successful Sec", 1000),
    ]

    private static let rates: [(MetricID, String)] = [
        (.requestThroughput, "Server Throughput|Successful Requests/Sec|Mean"),
        (.outputThroughput, "Token Throughput|Successful Output Tokens/Sec|Mean"),
        (.totalThroughput, "Token Throughput|Successful Total Tokens/Sec|Mean"),
        (.promptThroughput, "Token Throughput|Successful Input Tokens/Sec|Mean"),
    ]

    private static let tokens: [(MetricID, String)] = [
        (.inputTokens, "Token Metrics|Successful Input Tokens|Mean"), (.outputTokens, "Token Metrics|Successful Output Tokens|Mean"),
    ]
}
