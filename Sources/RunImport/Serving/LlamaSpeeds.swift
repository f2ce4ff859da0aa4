import AgentRuns
import JSON

/// What llama.cpp's benchmarks of a context print of one measurement, as a row of a table or as an object: how many tokens, how long, how fast.
struct LlamaSpeeds {
    /// A figure by its name in objects: `pp`, `tg`, `pl`, `n_kv`, `t_pp`, `speed_pp`, `t_tg`, `speed_tg`, `t`, `speed`.
    var figure: (String) -> Double?

    private static let columns = [
        "pp": "PP", "tg": "TG", "pl": "B", "n_kv": "N_KV", "t_pp": "T_PP s", "speed_pp": "S_PP t/s", "t_tg": "T_TG s", "speed_tg": "S_TG t/s",
        "t": "T s", "speed": "S t/s",
    ]

    init(_ object: JSON) { figure = { object.figure($0) } }

    init(cells: [String: String]) {
        figure = { name in Self.columns[name].flatMap { cells[$0] }.flatMap(RecordedFigure.value) }
    }

    static let table: Set<String> = ["PP", "TG", "N_KV", "T_PP s", "S_PP t/s", "T_TG s", "S_TG t/s"]

    /// Takes what both programs measure: the lengths, and the speeds of the prompt and of the generated text.
    ///
    /// - Returns: false where a figure is missing that every row has.
    func fill(_ record: inout ServingRecord) -> Bool {
        guard let prompt = figure("pp"), let generated = figure("tg"), figure("n_kv") != nil else { return false }
        record.ratesAreOfPhases = true
        record.set("n_prompt", prompt)
        record.set("n_gen", generated)
        if prompt > 0 { record.setScalar(.promptThroughput, figure("speed_pp")) }
        if generated > 0 { record.setScalar(.outputThroughput, figure("speed_tg")) }
        return !record.metrics.isEmpty
    }

    /// What both programs say of their settings, each with the name that llama-bench has for it.
    private static let settings = [
        ("n_kv_max", "n_ctx"), ("n_batch", "n_batch"), ("n_ubatch", "n_ubatch"), ("flash_attn", "flash_attn"), ("flash_attn_type", "flash_attn"),
    ]

    /// Takes the settings of an object, or of the line `main: n_kv_max = 8192, n_batch = 2048, …` above a table.
    static func setSettings(_ record: inout ServingRecord, _ setting: (String) -> String?) {
        record.set("n_gpu_layers", setting("n_gpu_layers").flatMap(RecordedFigure.value))
        record.set("n_threads", setting("n_threads").flatMap(RecordedFigure.value))
        for (field, name) in settings {
            if let value = setting(field) { record.setLlamaField(name, ServingVariant.option(value)) }
        }
    }

    /// The settings on the last line above a table that has some.
    static func settings(above table: TextTable, in text: ShownText) -> [String: String] {
        for line in ((max(0, table.line - Self.nearby))..<table.line).reversed() {
            guard let (_, rest) = text[line].split(at: "n_kv_max = ") else { continue }
            let pairs = (Array("n_kv_max = ".utf8) + rest).split(separator: UInt8(ascii: ",")).compactMap { $0.split(at: " = ") }
            return Dictionary(pairs.map { ($0.0.trimmed.string, $0.1.trimmed.string) }, uniquingKeysWith: { first, _ in first })
        }
        return [:]
    }

    private static let nearby = 6
}
