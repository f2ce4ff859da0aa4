import AgentRuns

/// Summaries of MLPerf's load generator, `mlperf_log_summary.txt`.
///
/// Source: `loadgen/results.cc` in mlcommons/inference. Lines are a key, a colon and a value; latencies are nanoseconds. Model, machine and date are not
/// in the file.
struct MLPerf: ServingFormat {
    static let name = "mlperf"
    static let title = "MLPerf LoadGen"
    static let description = FormatDescription(
        detectedBy: "text with 'MLPerf Results Summary' in its first 400 characters",
        tried: [
            "Server, Offline and SingleStream of language models, of the rounds 4.0 and later", "Offline of an image model",
            "Server, SingleStream and MultiStream of round 0.5",
        ])

    func recognizesText(_ head: FileHead) -> Bool { head.bytes.prefix(400).split(at: "MLPerf Results Summary") != nil }

    func records(ofText file: ImportedFile) throws(ImportError) -> [ServingRecord] { [try record(of: TextLines(file.bytes))] }

    func find(in text: RecordedText) -> TextFindings {
        var findings = TextFindings()
        guard text.shown.contains("MLPerf Results Summary") else { return findings }
        for line in 0..<text.shown.count {
            guard let (before, after) = text.shown[line].split(at: "MLPerf Results Summary"), after.trimmed.isEmpty else { continue }
            let summary = text.shown.part(from: line, behind: before) { $0.split(at: "MLPerf Results Summary") == nil }
            do throws(ImportError) {
                findings.take(try record(of: TextLines(summary)), at: line)
            } catch {
                switch error {
                case .notARun(let reason): findings.warn(reason, at: line)
                case .broken(let message, _): findings.refuse(message, at: line)
                }
            }
        }
        return findings
    }

    private func record(of text: TextLines) throws(ImportError) -> ServingRecord {
        let lines = Self.lines(of: text)
        for key in ["Scenario", "Mode", "Result is"] where lines[key] == nil { throw .notARun("\(Self.title): the line '\(key)' is missing") }
        guard lines["Mode"] == "PerformanceOnly" || lines["Mode"] == "Performance" else {
            throw .notARun("\(Self.title): not a run that measured performance")
        }
        guard lines["Test Parameters Used"] != nil else { throw .broken("the summary ends before the test's parameters", offset: text.bytes.count) }
        var record = ServingRecord(dialect: "J-MLPERF", ttft: .serverReported)
        let isValid = lines["Result is"] == "VALID"
        // The first releases wrote two words: Single Stream, Multi Stream.
        record.set("scenario", lines["Scenario"]?.replacing(" ", with: ""))
        record.set("sut", lines["SUT name"])
        record.set("valid", isValid)
        if !isValid { record.notes.append("The tool calls this result invalid.") }
        func figure(_ key: String) -> Double? { lines[key].flatMap(RecordedFigure.value) }
        func first(_ keys: String...) -> Double? { keys.lazy.compactMap(figure).first }
        if lines["Scenario"] == "Server" {
            record.set("request_rate", figure("target_qps"))
            // Only these tell an interactive submission from another of the scenario.
            for limit in ["target_latency", "ttft_latency", "tpot_latency"] { record.set("\(limit)_ms", figure("\(limit) (ns)").map { $0 / 1e6 }) }
        }
        // Offline is one query of all samples, of which the number is no more than the length of the run.
        if lines["Scenario"]?.hasPrefix("Multi") == true, let samples = figure("samples_per_query") { record.set("samples_per_query", samples) }
        for (metric, mean, percentile) in Self.latencies {
            record.setLatency(metric, scale: 1e-6) { statistic in
                switch statistic {
                case .mean: figure("Mean \(mean) (ns)")
                case .p50, .p90, .p95, .p99: figure("\(statistic.rawValue.dropFirst()).00 percentile \(percentile) (ns)")
                default: nil
                }
            }
        }
        record.setScalar(.outputThroughput, first("Completed tokens per second", "Tokens per second", "TPS w/ loadgen overhead"))
        record.setScalar(.requestThroughput, first("Completed samples per second", "Samples per second", "QPS w/ loadgen overhead"))
        return record
    }

    /// How the two kinds of lines name a latency.
    private static let latencies: [(MetricID, String, String)] = [
        (.e2eLatency, "latency", "latency"), (.ttft, "First Token latency", "first token latency"),
        (.tpot, "Time to Output Token", "time to output token"),
    ]

    /// The values by their keys, the first of each, because some stand twice; a heading is a key without a value.
    ///
    /// The first releases list the latencies of MultiStream twice: those of queries, then those of the samples in a query, which are no request's.
    /// A last line without an end may have lost digits, and is left out.
    private static func lines(of text: TextLines) -> [String: String] {
        var lines: [String: String] = [:]
        let isCut = text.bytes.last != 0x0A
        var isOfSamples = false
        for index in 0..<max(0, text.count - (isCut ? 1 : 0)) {
            let line = text[index]
            let colon = line.firstIndex(of: UInt8(ascii: ":"))
            let key = (colon.map { line[..<$0] } ?? line).trimmed.string
            isOfSamples = key == "Per-sample latency" || isOfSamples && !key.isEmpty
            if lines[key] == nil, !isOfSamples { lines[key] = colon.map { line[($0 + 1)...].trimmed.string } ?? "" }
        }
        return lines
    }
}
