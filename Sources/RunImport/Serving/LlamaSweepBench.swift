import AgentRuns
import JSON

/// Results of ik_llama.cpp's `llama-sweep-bench`: its table and its JSON Lines.
///
/// Source: `examples/sweep-bench/sweep-bench.cpp` in ikawrakow/ik_llama.cpp. Each row is the speed of `PP` prompt tokens and of `TG` generated ones
/// behind a context of `N_KV` tokens; no request is measured, so there is no time to the first token.
struct LlamaSweepBench: LlamaContextBench {
    static let name = "llama-sweep-bench"
    static let title = "llama-sweep-bench"
    static let description = FormatDescription(
        detectedBy: "a table with the columns PP, TG, N_KV, T_PP s, S_PP t/s and no B; JSON with pp, tg, n_kv, speed_pp, speed_tg and no pl",
        tried: ["tables and JSON Lines of 2025 and 2026"], signatures: [])

    static let dialect = "LLAMA-SWEEP"

    private static let keys: Set<String> = ["pp", "tg", "n_kv", "t_pp", "speed_pp", "t_tg", "speed_tg"]

    static let tables = [LlamaSpeeds.table]

    static func owns(_ columns: [String]) -> Bool { LlamaSpeeds.table.isSubset(of: columns) && !columns.contains("B") }

    func matches(_ object: JSON) -> Bool { object.has(Self.keys) && object["pl"] == nil }

    static func record(_ speeds: LlamaSpeeds, dialect: String) -> ServingRecord? {
        var record = ServingRecord(dialect: dialect, ttft: .unknown)
        guard speeds.fill(&record) else { return nil }
        record.set("n_depth", speeds.figure("n_kv"))
        record.setScalar(.inputTokens, speeds.figure("pp"))
        record.setScalar(.outputTokens, speeds.figure("tg"))
        return record
    }
}
