import AgentRuns
import JSON

/// The timings that `ollama run --verbose` prints below each answer.
///
/// Source: `Metrics.Summary` in `api/types.go` of ollama/ollama. The lines are those figures of the API's answer that are above zero, so what they
/// mean is what it means there; the durations are exact. Of lines that a filter left the rates alone are read as they were printed.
struct OllamaRun: ServingFormat {
    static let name = "ollama-run"
    static let title = "ollama run --verbose"
    static let description = FormatDescription(
        detectedBy: "lines 'total duration:' to 'eval rate:' anywhere in a text",
        tried: ["texts of 2024 to 2026, as they stand in public issues and notes"])

    private static let labels: Set<String> = [
        "total duration", "load duration", "prompt eval count", "prompt eval duration", "prompt eval rate", "eval count", "eval duration",
        "eval rate",
    ]

    /// The lines below one answer.
    private struct Timings {
        var line: Int
        var prefix: LinePrefix
        var model: String?
        var values: [String: String] = [:]
    }

    func find(in text: RecordedText) -> TextFindings {
        var findings = TextFindings()
        guard text.shown.contains("eval rate:") else { return findings }
        var model: String?
        var open: Timings?
        for index in 0..<text.shown.count {
            let line = text.shown[index]
            if let (_, command) = line.split(at: "ollama run ") { model = Self.model(of: command) ?? model }
            guard let row = LabelledLine(line, words: 3, isKnown: Self.labels.contains) else { continue }
            if let timings = open, timings.prefix.likeness(of: row.prefix) == nil || timings.values[row.label] != nil || row.label == "total duration"
            {
                Self.close(timings, &findings)
                open = nil
            }
            var timings = open ?? Timings(line: index, prefix: LinePrefix(row.prefix), model: model)
            timings.values[row.label] = row.value.string
            open = timings
            if row.label == "eval rate" {
                Self.close(timings, &findings)
                open = nil
            }
        }
        if let open { Self.close(open, &findings) }
        return findings
    }

    private static func close(_ timings: Timings, _ findings: inout TextFindings) {
        do throws(ServingRefusal) {
            if let record = try record(of: timings) { return findings.take(record, at: timings.line) }
        } catch {
            return findings.warn("these timings are left out: \(error.reason)", at: timings.line)
        }
        // A line or two may be anybody's; several are an answer's, whose last lines are missing.
        if timings.values.count > 2 { findings.warn("timings of \(title) without 'eval rate' and what it is of are left out", at: timings.line) }
    }

    private static func record(of timings: Timings) throws(ServingRefusal) -> ServingRecord? {
        func value(_ label: String, _ suffix: String) -> Double? {
            guard let text = timings.values[label], text.hasSuffix(suffix) else { return nil }
            return RecordedFigure.value(of: String(text.dropLast(suffix.count)))
        }
        guard let rate = value("eval rate", " tokens/s") else { return nil }
        if let count = value("eval count", " token(s)") {
            let durations = ["total duration", "load duration", "prompt eval duration", "eval duration"].compactMap { label in
                timings.values[label].flatMap(GoDuration.nanoseconds).map { JSON.Member(label.replacing(" ", with: "_"), .number($0)) }
            }
            let prompt = value("prompt eval count", " token(s)").map { [JSON.Member("prompt_eval_count", .number($0))] } ?? []
            let fields = durations + prompt + [JSON.Member("eval_count", .number(count)), JSON.Member("done", .bool(true))]
            guard var record = try Ollama().records(of: .object(fields)).first else { return nil }
            record.dialect = "T-OLLAMA-RUN"
            record.model = timings.model
            return record
        }
        var record = ServingRecord(dialect: "T-OLLAMA-RUN", ttft: .loadPlusPromptEval)
        record.model = timings.model
        record.setScalar(.outputThroughput, rate, n: 1)
        record.setScalar(.promptThroughput, value("prompt eval rate", " tokens/s"), n: 1)
        return record
    }

    /// The model that a command line names: the first word that is no option, nor the value of one.
    private static func model(of command: ArraySlice<UInt8>) -> String? {
        let words = command.string.split { $0 == " " || $0 == "\t" }.map { $0.trimmingPrefix { "\"'`".contains($0) } }
        var isValue = false
        for word in words {
            if isValue {
                isValue = false
            } else if word.hasPrefix("-") {
                isValue = ["--format", "--keepalive", "--think"].contains(String(word))
            } else {
                let name = word.prefix { $0.isLetter || $0.isNumber || "._:/-".contains($0) }
                return name.isEmpty || name.endIndex != word.endIndex && !"\"'`".contains(word[name.endIndex]) ? nil : String(name)
            }
        }
        return nil
    }
}
