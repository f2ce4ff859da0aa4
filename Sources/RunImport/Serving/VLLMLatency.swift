import AgentRuns
import JSON

/// Results of vLLM's `vllm bench latency`, and of `benchmark_latency.py` before it: JSON, and the lines that it prints.
///
/// Source: `vllm/benchmarks/latency.py` in vllm-project/vllm. A latency is that of one batch from its start to its end, in seconds; percentiles are by
/// linear interpolation. Lengths and the size of the batch stand in the line `Namespace(…)` alone.
struct VLLMLatency: ServingFormat {
    static let name = "vllm-latency"
    static let title = "vLLM bench latency"
    static let description = FormatDescription(
        detectedBy: "JSON with avg_latency, latencies, percentiles; lines 'Avg latency: … seconds' and '50% percentile latency: … seconds'",
        tried: ["benchmark_latency.py of 2024 and 2025", "vllm bench latency of 2026"], signatures: [["avg_latency", "latencies", "percentiles"]])

    func matches(_ object: JSON) -> Bool { object.has(["avg_latency", "latencies", "percentiles"]) }

    func records(of object: JSON) throws(ServingRefusal) -> [ServingRecord] {
        guard let mean = object.figure("avg_latency") else { throw .missing(field: "avg_latency") }
        let count = object["latencies"]?.array?.count
        var record = ServingRecord(dialect: "J-VLLM-LATENCY", ttft: .unknown)
        Self.setLatency(&record, n: count, mean: mean, deviation: object.figure("std_latency")) { object["percentiles"]?.figure("\($0)") }
        record.set("repetitions", count.map(Double.init))
        return [record]
    }

    private static func setLatency(
        _ record: inout ServingRecord, n: Int?, mean: Double?, deviation: Double?, percentile: (Int) -> Double?
    ) {
        record.setLatency(.e2eLatency, n: n, scale: 1000) { statistic in
            switch statistic {
            case .mean: mean
            case .stddev: deviation
            case .p50: percentile(50)
            case .p90: percentile(90)
            case .p95: percentile(95)
            case .p99: percentile(99)
            default: nil
            }
        }
    }

    private struct Latencies {
        var line: Int
        var prefix: LinePrefix
        var settings: PrintedSettings
        var mean: Double?
        var deviation: Double?
        var percentiles: [Int: Double] = [:]
    }

    func find(in text: RecordedText) -> TextFindings {
        var findings = TextFindings()
        guard text.shown.contains("% percentile latency: ") else { return findings }
        var settings = PrintedSettings()
        var open: Latencies?
        for index in 0..<text.shown.count {
            let line = text.shown[index]
            if line.split(at: "Namespace(") != nil {
                settings = PrintedSettings()
                settings.take(line)
            }
            guard let row = LabelledLine(line, words: 3, isKnown: Self.isKnown) else { continue }
            if row.label == "avg latency" {
                if let open { Self.close(open, &findings) }
                open = Latencies(line: index, prefix: LinePrefix(row.prefix), settings: settings)
            }
            guard var latencies = open, latencies.prefix.likeness(of: row.prefix) != nil else { continue }
            let value = row.value.between("", " seconds").flatMap { RecordedFigure.value(of: $0.string) }
            switch row.label {
            case "avg latency": latencies.mean = value
            case "std latency": latencies.deviation = value
            default: latencies.percentiles[Self.percentage(row.label) ?? 0] = value
            }
            open = latencies
        }
        if let open { Self.close(open, &findings) }
        return findings
    }

    private static func close(_ latencies: Latencies, _ findings: inout TextFindings) {
        // Another program may call something its average latency; the percentiles are this one's, and the last of them is its end.
        guard !latencies.percentiles.isEmpty else { return }
        guard latencies.mean != nil, latencies.percentiles[99] != nil else {
            return findings.warn("latencies of \(title) without the line '99% percentile latency' are left out", at: latencies.line)
        }
        var record = ServingRecord(dialect: "T-VLLM-LATENCY", ttft: .unknown)
        record.model = latencies.settings.model
        latencies.settings.fill(&record)
        setLatency(&record, n: nil, mean: latencies.mean, deviation: latencies.deviation) { latencies.percentiles[$0] }
        findings.take(record, at: latencies.line)
    }

    private static func isKnown(_ label: String) -> Bool { label == "avg latency" || label == "std latency" || percentage(label) != nil }

    /// The number in `50% percentile latency`.
    private static func percentage(_ label: String) -> Int? {
        label.hasSuffix("% percentile latency") ? Int(label.dropLast("% percentile latency".count)) : nil
    }
}
