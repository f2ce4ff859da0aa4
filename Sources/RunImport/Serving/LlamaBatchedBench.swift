import AgentRuns
import JSON

/// Results of llama.cpp's `llama-batched-bench`: its table and its JSON Lines.
///
/// Source: `tools/batched-bench/batched-bench.cpp` and its README in ggml-org/llama.cpp. `B` sequences of `PP` prompt tokens, or one prompt that all
/// share, and `TG` generated tokens each; `T_PP` is the time until the first token of all of them; speeds are those of all sequences together.
struct LlamaBatchedBench: LlamaContextBench {
    static let name = "llama-batched-bench"
    static let title = "llama-batched-bench"
    static let description = FormatDescription(
        detectedBy: "a table with the columns PP, TG, B, N_KV, T_PP s, S_PP t/s; JSON with pp, tg, pl, n_kv, speed_pp, speed_tg",
        tried: ["tables of 2023 and 2026", "JSON Lines of 2024 to 2026"], signatures: [keys])

    static let dialect = "LLAMA-BATCHED"

    private static let keys: Set<String> = ["pp", "tg", "pl", "n_kv", "t_pp", "speed_pp", "t_tg", "speed_tg"]

    static let tables = [LlamaSpeeds.table.union(["B"])]

    func matches(_ object: JSON) -> Bool { object.has(Self.keys) }

    static func record(_ speeds: LlamaSpeeds, dialect: String) -> ServingRecord? {
        var record = ServingRecord(dialect: dialect, ttft: .promptEval)
        guard let sequences = speeds.figure("pl"), speeds.fill(&record) else { return nil }
        let (prompt, generated) = (speeds.figure("pp") ?? 0, speeds.figure("tg") ?? 0)
        record.set("batch_size", sequences)
        let isShared = sequences > 1 && speeds.figure("n_kv") == prompt + sequences * generated
        record.setVariant("pps", isShared ? "1" : "0")
        record.setLatency(.ttft, scale: 1000) { $0 == .mean ? speeds.figure("t_pp") : nil }
        record.setLatency(.e2eLatency, scale: 1000) { $0 == .mean ? speeds.figure("t") : nil }
        record.setScalar(.totalThroughput, speeds.figure("speed"))
        if prompt > 0 { record.setScalar(.inputTokens, isShared ? prompt : prompt * sequences) }
        if generated > 0 { record.setScalar(.outputTokens, generated * sequences) }
        return record
    }
}
