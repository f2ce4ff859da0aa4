import AgentRuns

/// The timings that llama.cpp prints: its server below each request, its other programs at their end.
///
/// Source: `server_slot::print_timings` in `tools/server`, `llama_perf_context_print` in `src/llama-context.cpp` and `llama_print_timings` before it,
/// in ggml-org/llama.cpp. The server's time for the prompt is that until its first token, without waiting and without what its cache held; a program's
/// total is that since it began, so its whole is no request's.
struct LlamaTimings: ServingFormat {
    static let name = "llama.cpp"
    static let title = "llama.cpp timings"
    static let description = FormatDescription(
        detectedBy: "lines 'prompt eval time = … ms / … tokens', 'eval time' and 'total time' anywhere in a text",
        tried: ["the server's lines of 2024 and of 2026", "llama_print_timings of 2023", "llama_perf_context_print of 2025"])

    private static let labels: Set<String> = ["load", "sample", "prompt eval", "eval", "total"]

    /// One printed time: `eval time = 12.50 ms / 5 tokens ( 2.50 ms per token, 400.00 tokens per second)`.
    private struct Time {
        var milliseconds: Double
        var tokens: Double?
        var millisecondsPerToken: Double?
        var rate: Double?

        init?(_ text: ArraySlice<UInt8>) {
            let words = text.split { $0 == 0x20 || $0 == 0x09 || "(),".utf8.contains($0) }.map(\.string)
            guard words.count > 1, words[1] == "ms", let milliseconds = RecordedFigure.value(of: words[0]) else { return nil }
            self.milliseconds = milliseconds
            if words.count > 4, words[2] == "/", words[4].hasPrefix("token") || words[4].hasPrefix("run") {
                tokens = RecordedFigure.value(of: words[3])
            }
            for index in words.indices.dropFirst(5) where index + 2 < words.count && words[index + 1] == "per" {
                if words[index] == "ms", words[index + 2] == "token" { millisecondsPerToken = RecordedFigure.value(of: words[index - 1]) }
                if words[index] == "tokens", words[index + 2] == "second" { rate = RecordedFigure.value(of: words[index - 1]) }
            }
        }
    }

    private struct Timings {
        var line: Int
        var prefix: LinePrefix
        var model: String?
        var times: [String: Time] = [:]
    }

    func find(in text: RecordedText) -> TextFindings {
        var findings = TextFindings()
        guard text.shown.contains("eval time =") else { return findings }
        var model: String?
        var open: Timings?
        for index in 0..<text.shown.count {
            let line = text.shown[index]
            if let path = line.split(at: "loaded meta data with ")?.1.split(at: " tensors from ")?.1 {
                model = path.split(at: " (version ")?.0.string ?? model
            }
            guard let (label, prefix, time) = Self.time(line) else { continue }
            if let timings = open, timings.prefix.likeness(of: prefix) == nil && !prefix.trimmed.isEmpty || timings.times[label] != nil {
                Self.warn(timings, &findings)
                open = nil
            }
            var timings = open ?? Timings(line: index, prefix: LinePrefix(prefix), model: model)
            timings.times[label] = time
            open = timings
            if label == "total" {
                if !Self.sumsUp(timings, tables: text.tables), let record = Self.record(of: timings) { findings.take(record, at: timings.line) }
                open = nil
            }
        }
        if let open { Self.warn(open, &findings) }
        return findings
    }

    private static func time(_ line: ArraySlice<UInt8>) -> (label: String, prefix: ArraySlice<UInt8>, time: Time)? {
        guard let (before, after) = line.split(at: " time ="), let time = Time(after) else { return nil }
        for label in ["prompt eval", "eval", "total", "load", "sample"] where before.hasSuffix(label) {
            return (label, before.dropLast(label.utf8.count), time)
        }
        return nil
    }

    private static func warn(_ timings: Timings, _ findings: inout TextFindings) {
        guard timings.times["eval"] != nil || timings.times["prompt eval"] != nil else { return }
        findings.warn("timings of llama.cpp without the line 'total time' are left out", at: timings.line)
    }

    /// Whether a program's timings sum up what a table above them says row by row.
    private static func sumsUp(_ timings: Timings, tables: [TextTable]) -> Bool {
        guard timings.times["load"] != nil else { return false }
        return tables.contains { table in
            table.extent.contains(timings.line) && [LlamaBench.owns, LlamaBatchedBench.owns, LlamaSweepBench.owns].contains { $0(table.columns) }
        }
    }

    private static func record(of timings: Timings) -> ServingRecord? {
        guard let generation = timings.times["eval"] ?? timings.times["prompt eval"], generation.tokens != nil else { return nil }
        let (prompt, eval) = (timings.times["prompt eval"], timings.times["eval"])
        let isRequest = timings.times["load"] == nil
        var record = ServingRecord(dialect: isRequest ? "T-LLAMA-SERVER" : "T-LLAMA-PERF", ttft: .promptEval)
        record.model = timings.model
        if isRequest {
            record.setLatency(.ttft, n: 1) { $0 == .mean ? prompt?.milliseconds : nil }
            record.setLatency(.e2eLatency, n: 1) { $0 == .mean ? timings.times["total"]?.milliseconds : nil }
            record.setScalar(.requestsCompleted, 1)
        }
        record.setLatency(.tpot, n: 1) { $0 == .mean ? eval?.millisecondsPerToken : nil }
        record.setScalar(.promptThroughput, prompt?.rate, n: 1)
        record.setScalar(.outputThroughput, eval?.rate, n: 1)
        record.setScalar(.inputTokens, prompt?.tokens)
        record.setScalar(.outputTokens, eval?.tokens)
        return record
    }
}
