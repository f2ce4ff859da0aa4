import AgentRuns
import JSON

/// Results of llama-benchy, which measures a server and prints a table in llama-bench's manner: the table, and its JSON report.
///
/// Source: `src/llama_benchy/results.py` and `schemas/benchmark_report_schema.json` in eugr/llama-benchy. `e2e_ttft` is from the request to the first
/// chunk with content; the time to the first response of any kind, the estimated time of the prompt and peak rates are left out. Deviations are over
/// the population. `ctx_` rows measure the filling of a context alone, whose length is their depth. Of several requests at once `t/s` is the whole server's.
struct LlamaBenchy: ServingFormat {
    static let name = "llama-benchy"
    static let title = "llama-benchy"
    static let description = FormatDescription(
        detectedBy:
            "a table with the columns model, test, t/s or t/s (total), e2e_ttft (ms); JSON with latency_mode and benchmarks with pp_throughput",
        tried: ["0.2.1, 0.3.7 and 0.4.0 (md)", "the report's schema of 2026 (json)"])

    static let tables: [Set<String>] = [["model", "test", "t/s", "e2e_ttft (ms)"], ["model", "test", "t/s (total)", "e2e_ttft (ms)"]]

    func find(in text: RecordedText) -> TextFindings {
        var findings = TextFindings()
        for table in text.tables where Self.owns(table.columns) {
            let first = findings.records.count
            findings.read(table, of: Self.title, Self.record)
            let version = table.note("llama-benchy (", in: text.shown)?.value.split(at: ")")?.0.string
            let date = table.note("date: ", in: text.shown)?.value.split { $0 == UInt8(ascii: "|") }.map { $0.trimmed.string } ?? []
            let mode = date.dropFirst().first.flatMap { $0.hasPrefix("latency mode: ") ? String($0.dropFirst("latency mode: ".count)) : nil }
            for index in first..<findings.records.count {
                findings.records[index].record.version = version
                findings.records[index].record.timestamp = Timestamp.recorded(date.first)
                findings.records[index].record.setVariant("latency_mode", mode.flatMap(ServingVariant.published))
            }
        }
        return findings
    }

    private static func record(_ cells: [String: String]) -> ServingRecord? {
        guard let test = cells["test"].flatMap(Test.init), let rate = (cells["t/s (total)"] ?? cells["t/s"]).flatMap(Spread.init) else { return nil }
        return record(test, rate, ttft: cells["e2e_ttft (ms)"].flatMap(Spread.init), model: cells["model"], dialect: "T-LLAMA-BENCHY")
    }

    private static func record(_ test: Test, _ rate: Spread, ttft: Spread?, model: String?, dialect: String) -> ServingRecord {
        var record = ServingRecord(dialect: dialect, ttft: .firstChunk)
        record.model = model
        record.set("n_prompt", test.prompt)
        record.set("n_gen", test.generated)
        record.set("n_depth", test.depth)
        record.set("concurrency", test.concurrency)
        record.set("task", test.task)
        record.setRate(test.isPrompt ? .promptThroughput : .outputThroughput, rate.statistic)
        if let ttft { record.setLatency(.ttft, ttft.statistic) }
        return record
    }

    func matches(_ object: JSON) -> Bool {
        object.has(["latency_mode", "benchmarks"]) && object["benchmarks"]?.array?.first?["prompt_size"] != nil
    }

    func records(of object: JSON) throws(ServingRefusal) -> [ServingRecord] {
        let isConcurrent = (object.figure("max_concurrency") ?? 1) > 1
        return (object["benchmarks"]?.array ?? []).flatMap { run -> [ServingRecord] in
            let depth = run.figure("context_size") ?? 0
            return [true, false].compactMap { isPrompt in
                guard let rate = Spread(run[isPrompt ? "pp_throughput" : "tg_throughput"]) else { return nil }
                var test = Test(isPrompt: isPrompt, depth: depth)
                if run["is_context_prefill_phase"]?.bool == true {
                    test.task = isPrompt ? "ctx_pp" : "ctx_tg"
                } else {
                    test.prompt = isPrompt ? run.figure("prompt_size") : 0
                    test.generated = isPrompt ? 0 : run.figure("response_size")
                }
                test.concurrency = isConcurrent ? run.figure("concurrency") : nil
                var record = Self.record(
                    test, rate, ttft: isPrompt ? Spread(run["e2e_ttft"]) : nil, model: object.word("model"), dialect: "J-LLAMA-BENCHY")
                record.version = object.word("version")
                record.timestamp = Timestamp.recorded(object.word("timestamp"))
                record.setSetting("latency_mode", ServingVariant.option(object["latency_mode"]))
                return record
            }
        }
    }

    /// A mean and a deviation.
    private struct Spread {
        var mean: Double
        var deviation: Double?

        /// `340.50 ± 3.50`; a cell of which nothing was measured is empty.
        init?(_ cell: String) {
            let parts = Array(cell.utf8)[...].split(at: "±")
            guard let mean = RecordedFigure.value(of: parts?.0.trimmed.string ?? cell) else { return nil }
            self.mean = mean
            deviation = (parts?.1.trimmed.string).flatMap(RecordedFigure.value)
        }

        init?(_ metric: JSON?) {
            guard let mean = metric?.figure("mean") else { return nil }
            self.mean = mean
            deviation = metric?.figure("std")
        }

        func statistic(_ statistic: MetricSummary.Statistic) -> Double? {
            statistic == .mean ? mean : statistic == .stddev ? deviation : nil
        }
    }

    /// `pp2048`, `tg32`, `ctx_pp`, `ctx_tg`, with ` @ d4096` for a depth and ` (c5)` for requests at once.
    private struct Test {
        var isPrompt: Bool
        var prompt: Double?
        var generated: Double?
        var depth: Double
        var concurrency: Double?
        var task: String?

        init(isPrompt: Bool, depth: Double) {
            self.isPrompt = isPrompt
            self.depth = depth
        }

        init?(_ cell: String) {
            var words = cell.split(separator: " ")
            guard !words.isEmpty else { return nil }
            let kind = words.removeFirst()
            self.init(isPrompt: kind.hasPrefix("pp") || kind == "ctx_pp", depth: 0)
            if kind == "ctx_pp" || kind == "ctx_tg" {
                task = String(kind)
            } else {
                guard kind.hasPrefix("pp") || kind.hasPrefix("tg"), let tokens = Array(kind.utf8.dropFirst(2))[...].integer else { return nil }
                prompt = isPrompt ? Double(tokens) : 0
                generated = isPrompt ? 0 : Double(tokens)
            }
            while let word = words.first {
                words.removeFirst()
                if word == "@", let depth = words.first.map({ Array($0.utf8)[...] })?.between("d")?.integer {
                    self.depth = Double(depth)
                    words.removeFirst()
                } else if let requests = Array(word.utf8)[...].between("(c", ")")?.integer {
                    concurrency = Double(requests)
                } else {
                    return nil
                }
            }
        }
    }
}
