import AgentRuns

@testable import SiteBuilder

/// Benchmarks written as text: a line for each run, with its options, a colon, and what the tool reported.
///
/// `request_rate 4 dtype fp8: output_throughput 800 ttft.p50 90 ttft.p99 200 requests_failed 3`; a metric without a statistic is a mean.
enum Loads {
    static func runs(
        _ lines: String, suite: String = "s", program: String = "vllm", model: String? = "m", file: String = "one.json", started: String? = nil
    ) -> [Run] {
        lines.split(separator: "\n").enumerated().map { number, line in
            let halves = line.split(separator: ":", maxSplits: 1)
            var metrics: [MetricID: MetricSummary] = [:]
            for (name, value) in pairs(halves[1]) {
                let parts = name.split(separator: ".").map(String.init)
                let id = MetricID(rawValue: parts[0])
                let statistic = parts.count > 1 ? MetricSummary.Statistic(rawValue: parts[1]) ?? .mean : .mean
                var summary = metrics[id] ?? MetricSummary(unit: Metric(id)?.unit ?? "")
                summary[statistic] = Double(value)
                metrics[id] = summary
            }
            let options = Dictionary(
                pairs(halves[0]).map { name, value in
                    (name, Double(value).map { $0.isFinite ? OptionValue.number($0) : .text(value) } ?? .text(value))
                }, uniquingKeysWith: { $1 })
            let execution = AgentExecution(
                slot: program, agent: program, model: model, configuration: SamplingConfiguration(options), ttftDefinition: .firstChunk,
                metrics: metrics)
            return Run(
                id: "\(suite)/\(program)-\(file)-\(number)", suite: suite, scenario: "serving_benchmark",
                startedAt: started.flatMap { Timestamp($0) },
                producer: Producer(program: program), executions: [execution],
                provenance: Provenance(importer: program, sources: [SourceFile(path: file, sha256: "00")]))
        }
    }

    private static func pairs(_ text: Substring) -> [(String, String)] {
        let words = text.split(separator: " ").map(String.init)
        return stride(from: 0, to: words.count - 1, by: 2).map { (words[$0], words[$0 + 1]) }
    }

    /// Five loads of one server, of which the last gives little more.
    static let curve = """
        request_rate 16: output_throughput 4288 ttft.p50 614 itl.p50 179 request_throughput 8.4
        request_rate 1: output_throughput 537 ttft.p50 86 itl.p50 13.6 request_throughput 1.0
        request_rate 2: output_throughput 987 ttft.p50 88 itl.p50 14.8 request_throughput 1.9
        request_rate 4: output_throughput 2048 ttft.p50 106 itl.p50 19.4 request_throughput 4.0
        request_rate 8: output_throughput 3515 ttft.p50 191 itl.p50 70.8 request_throughput 6.9
        """
}
