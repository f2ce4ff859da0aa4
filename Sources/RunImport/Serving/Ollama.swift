import AgentRuns
import JSON

/// Answers of Ollama's `/api/generate` and `/api/chat`: a stream of objects, or the one object of a call that was not streamed.
///
/// Source: `docs/api.md` and `server/routes.go` in ollama/ollama. Only the object with `done: true` has figures; durations are nanoseconds, measured
/// at the server. Loading the model counts into the time to the first token, so cold and warm calls differ.
struct Ollama: ServingFormat {
    static let name = "ollama"
    static let title = "Ollama"
    static let emptyReason = "no answer that came to its end, so no figures"
    static let description = FormatDescription(
        detectedBy: "JSON, one object or many, with model, created_at, done",
        tried: [
            "/api/chat and /api/generate streams of 2024", "a single reply of 2024", "a stream of 2025, printed by jq",
            "a reply of 2026 that says what was cached",
        ],
        signatures: [["done", "eval_duration"]])

    /// A model that was there already loads in a few hundred milliseconds at most.
    private static let coldLoad = 1e9

    func matches(_ object: JSON) -> Bool { object.has(["model", "created_at", "done"]) }

    func records(of object: JSON) throws(ServingRefusal) -> [ServingRecord] {
        guard object["done"]?.bool == true else { return [] }
        if object.word("done_reason") == "load" || object.word("done_reason") == "unload" { throw .notAResult("the call only loaded the model") }
        if let field = object.firstMissing(["total_duration"]) { throw .missing(field: field) }
        var record = ServingRecord(dialect: "J-OLLAMA", ttft: .loadPlusPromptEval)
        record.model = object.word("model")
        record.timestamp = Timestamp.recorded(object.word("created_at"))
        let (input, output) = (object.figure("prompt_eval_count"), object.figure("eval_count"))
        let evaluated = Self.evaluated(input, of: object)
        let durations = OllamaDurations(of: object, evaluated: evaluated, output: output)
        record.notes += durations.notes
        record.coldCalls = durations.load.map { $0 >= Self.coldLoad ? 1 : 0 }
        if let load = durations.load, let prompt = durations.prompt, prompt > 0 { setLatency(.ttft, (load + prompt) / 1e6, in: &record) }
        if durations.hasRate {
            if let generation = durations.generation, let output { setLatency(.tpot, generation / output / 1e6, in: &record) }
            record.setScalar(.outputThroughput, Self.rate(output, over: durations.generation), n: 1)
        }
        if let total = durations.total { setLatency(.e2eLatency, total / 1e6, in: &record) }
        if let evaluated, evaluated < 0 {
            record.notes.append("Prompt throughput is left out: more tokens of the prompt came from the cache than it has.")
        }
        record.setScalar(.promptThroughput, Self.rate(evaluated, over: durations.prompt), n: 1)
        record.setScalar(.inputTokens, input)
        record.setScalar(.outputTokens, output)
        record.setScalar(.requestsCompleted, 1)
        return [record]
    }

    private func setLatency(_ metric: MetricID, _ milliseconds: Double, in record: inout ServingRecord) {
        record.setLatency(metric, n: 1) { $0 == .mean ? milliseconds : nil }
    }

    /// The tokens of the prompt that took time: newer servers count those that they took from a cache, too, and say how many these were.
    private static func evaluated(_ input: Double?, of object: JSON) -> Double? {
        guard let input, let cached = object.figure("prompt_eval_cached_count") else { return input }
        return input - cached
    }

    /// Tokens per second; nothing was measured where either is 0.
    private static func rate(_ tokens: Double?, over nanoseconds: Double?) -> Double? {
        guard let tokens, let nanoseconds, tokens > 0, nanoseconds > 0 else { return nil }
        return tokens / nanoseconds * 1e9
    }
}
