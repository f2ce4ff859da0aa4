import AgentRuns

extension PrintedResults {
    private static let latencies: [(MetricID, [String])] = [
        (.ttft, ["ttft"]), (.tpot, ["tpot"]), (.itl, ["itl"]), (.e2eLatency, ["e2el", "e2e latency"]),
    ]

    private static let scalars: [(MetricID, [String])] = [
        (.requestThroughput, ["request throughput"]),
        (.outputThroughput, ["output token throughput"]),
        (.promptThroughput, ["input token throughput"]),
        (.totalThroughput, ["total token throughput", "total throughput"]),
        (.inputTokens, ["total input tokens"]),
        (.outputTokens, ["total generated tokens"]),
        (.goodput, ["request goodput"]),
        (.requestsCompleted, ["successful requests"]),
        (.requestsFailed, ["failed requests"]),
    ]

    /// One tool's blocks in a text.
    static func findings(in text: RecordedText, dialect: String, where isWanted: (PrintedResults) -> Bool) -> TextFindings {
        var findings = TextFindings()
        guard text.shown.contains(" Serving Benchmark Result ") else { return findings }
        for block in blocks(in: text.shown) where isWanted(block) {
            if block.rows.isEmpty {
                findings.warn("a heading of a benchmark's block without rows that begin like it", at: block.line)
            } else if !block.isClosed {
                findings.refuse("the block that begins here has no end", at: block.line)
            } else if let record = block.record(dialect: dialect) {
                findings.take(record, at: block.line)
            } else {
                findings.warn("a benchmark's block without the field 'Successful requests' is left out", at: block.line)
            }
        }
        return findings
    }

    /// The figures of a block; `nil` where it does not say how many requests were completed.
    private func record(dialect: String) -> ServingRecord? {
        guard let completed = figure("successful requests") else { return nil }
        var record = ServingRecord(dialect: dialect)
        record.model = settings.model
        settings.fill(&record)
        record.set("backend", rows["backend"])
        record.set("request_rate", Self.rate(rows["traffic request rate"] ?? rows["request rate configured"] ?? settings.rate))
        record.set(
            "concurrency",
            [settings.concurrency, rows["maximum request concurrency"], rows["max request concurrency"]].lazy
                .compactMap { $0.flatMap(Double.init) }.first)
        for (metric, names) in Self.latencies {
            let isCounted = metric == .ttft || metric == .e2eLatency
            record.setLatency(metric, n: isCounted ? Int(exactly: completed) : nil) { statistic in
                names.lazy.compactMap { latency(statistic, of: $0) }.first
            }
        }
        if let ttft = figure("median ttft"), let whole = figure("median e2e latency"), figure("mean itl") == 0, ttft >= 0.99 * whole {
            // Without streaming the whole answer is the first chunk.
            record.ttftDefinition = .totalDuration
        }
        record.duration = figure("benchmark duration")
        for (metric, labels) in Self.scalars { record.setScalar(metric, labels.lazy.compactMap { figure($0) }.first) }
        return record
    }

    private func latency(_ statistic: MetricSummary.Statistic, of name: String) -> Double? {
        switch statistic {
        case .stddev: figure("std \(name)")
        case .p50: figure("p50 \(name)") ?? figure("median \(name)")
        default: figure("\(statistic.rawValue) \(name)")
        }
    }

    private static func rate(_ text: String?) -> OptionValue? {
        guard let text, let value = Double(text) else { return nil }
        return value.isFinite ? .number(value) : value == .infinity ? .text("inf") : nil
    }
}
