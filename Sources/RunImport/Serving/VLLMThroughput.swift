import AgentRuns
import JSON

/// Results of vLLM's `vllm bench throughput`, and of `benchmark_throughput.py` before it: JSON, and the line that it prints.
///
/// Source: `vllm/benchmarks/throughput.py` in vllm-project/vllm. All requests are there at once, without a server; tokens per second are over the time
/// of the whole. Lengths stand in the line `Namespace(…)` alone.
struct VLLMThroughput: ServingFormat {
    static let name = "vllm-throughput"
    static let title = "vLLM bench throughput"
    static let description = FormatDescription(
        detectedBy:
            "JSON with elapsed_time, num_requests, total_num_tokens, requests_per_second; a line 'Throughput: … requests/s, … total tokens/s'",
        tried: ["benchmark_throughput.py of 2024 and 2025", "vllm bench throughput of 2025 and 2026"], signatures: [keys])

    private static let keys: Set<String> = ["elapsed_time", "num_requests", "total_num_tokens", "requests_per_second"]

    func matches(_ object: JSON) -> Bool { object.has(Self.keys) }

    func records(of object: JSON) throws(ServingRefusal) -> [ServingRecord] {
        if let field = object.firstMissing(["num_requests", "requests_per_second"]) { throw .missing(field: field) }
        // Some copies of the script write the rates as text.
        func rate(_ key: String) -> Double? { object.figure(key) ?? object.word(key).flatMap(RecordedFigure.value) }
        var record = ServingRecord(dialect: "J-VLLM-THROUGHPUT", ttft: .unknown)
        record.setScalar(.requestThroughput, object.figure("requests_per_second"))
        record.setScalar(.totalThroughput, rate("tokens_per_second"))
        record.setScalar(.outputThroughput, rate("output_tokens_per_second"))
        record.setScalar(.outputTokens, object.figure("total_output_tokens"))
        record.setScalar(.requestsCompleted, object.figure("num_requests"))
        record.set("num_prompts", object.figure("num_requests"))
        return [record]
    }

    func find(in text: RecordedText) -> TextFindings {
        var findings = TextFindings()
        guard text.shown.contains(" requests/s, ") else { return findings }
        var settings = PrintedSettings()
        var prefix = LinePrefix([])
        for index in 0..<text.shown.count {
            let line = text.shown[index]
            if line.split(at: "Namespace(") != nil {
                settings = PrintedSettings()
                settings.take(line)
            }
            if let (before, after) = line.split(at: "Throughput: "), let rates = Self.rates(after) {
                var record = ServingRecord(dialect: "T-VLLM-THROUGHPUT", ttft: .unknown)
                record.model = settings.model
                settings.fill(&record)
                record.setScalar(.requestThroughput, rates["requests/s"])
                record.setScalar(.totalThroughput, rates["total tokens/s"] ?? rates["tokens/s"])
                record.setScalar(.outputThroughput, rates["output tokens/s"])
                findings.take(record, at: index)
                prefix = LinePrefix(before)
            } else if let last = findings.records.indices.last, index - findings.records[last].line < Self.nearby, !text.shown.isCut(at: index) {
                Self.takeTotal(line, behind: prefix, &findings.records[last].record)
            }
        }
        return findings
    }

    /// The rates of a line by their units; the last is whole only with its unit.
    private static func rates(_ text: ArraySlice<UInt8>) -> [String: Double]? {
        var rates: [String: Double] = [:]
        for part in text.split(separator: UInt8(ascii: ",")) {
            let part = part.trimmed
            guard let blank = part.firstIndex(of: 0x20), let rate = RecordedFigure.value(of: part[..<blank].string) else { return nil }
            rates[part[(blank + 1)...].string] = rate
        }
        return rates["requests/s"] != nil && (rates["total tokens/s"] ?? rates["tokens/s"]) != nil ? rates : nil
    }

    private static let nearby = 4

    private static func takeTotal(_ line: ArraySlice<UInt8>, behind prefix: LinePrefix, _ record: inout ServingRecord) {
        let totals: [(StaticString, MetricID)] = [("Total num prompt tokens: ", .inputTokens), ("Total num output tokens: ", .outputTokens)]
        for (label, metric) in totals {
            guard let (before, value) = line.split(at: label), prefix.likeness(of: before) != nil, record.metrics[metric] == nil else { continue }
            record.setScalar(metric, RecordedFigure.value(of: value.trimmed.string))
        }
    }
}
