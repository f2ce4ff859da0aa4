import AgentRuns

/// One test of llama-bench, in a form that names every field: JSON, JSON Lines or CSV.
struct LlamaBenchRow {
    /// Every field that has one value, in the order of the file.
    private let fields: [(name: String, value: OptionValue)]
    private let values: [String: OptionValue]
    /// How many repetitions the figures are over; `nil` where the form does not say.
    private let samples: Int?

    init(_ fields: [(name: String, value: OptionValue)], samples: Int?) {
        self.fields = fields
        self.samples = samples
        values = Dictionary(fields.map { ($0.name, $0.value) }, uniquingKeysWith: { first, _ in first })
    }

    /// Older files have a switch for each backend instead of a list of them. A program with CUDA or Metal also has the switches of BLAS on, so the
    /// first one that is on names the backend, as in the program's own tables.
    private static let backendSwitches = [
        ("cuda", "CUDA"), ("vulkan", "Vulkan"), ("kompute", "Kompute"), ("metal", "Metal"), ("sycl", "SYCL"), ("opencl", "OpenCL"),
        ("gpu_blas", "GPU BLAS"), ("blas", "BLAS"), ("rpc", "RPC"),
    ]

    /// Fields with a place of their own in a run, and names that say nothing of a setting.
    private static let taken: Set<String> = Set(backendSwitches.map(\.0)).union([
        "avg_ns", "avg_ts", "backends", "build_commit", "build_number", "cpu_info", "gpu_info", "model_filename", "model_n_params", "model_size",
        "model_type", "n_depth", "n_gen", "n_gpu_layers", "n_prompt", "stddev_ns", "stddev_ts", "test", "test_time", "type_k", "type_v",
    ])

    func record(dialect: String) throws(ServingRefusal) -> ServingRecord {
        for field in ["n_prompt", "n_gen", "avg_ts"] where number(field) == nil { throw .missing(field: field) }
        guard text("model_type") != nil else { throw .missing(field: "model_type") }
        var record = ServingRecord(dialect: dialect, ttft: .unknown)
        record.model = text("model_type")
        record.timestamp = Timestamp.recorded(text("test_time"))
        record.set("backend", text("backends") ?? switchedBackends)
        record.set("hardware", text("gpu_info") ?? text("cpu_info"))
        record.set("build", text("build_commit").map { commit in commit + (number("build_number").map { " (\(Int(exactly: $0) ?? 0))" } ?? "") })
        record.set("model_file", text("model_filename").flatMap(Self.lastPart))
        record.set("type_k", text("type_k"))
        record.set("type_v", text("type_v"))
        record.set("n_gpu_layers", number("n_gpu_layers"))
        setFigures(in: &record)
        for (name, value) in fields where !Self.taken.contains(name) { record.setLlamaField(name, value) }
        if LlamaBenchSetting.flashAttentionIsOff(build: number("build_number"), hasLoadMode: values["load_mode"] != nil) {
            record.dropSwitchedOffFlashAttention()
        }
        return record
    }

    private func setFigures(in record: inout ServingRecord) {
        let isAlone = samples == 1
        record.setLatency(.e2eLatency, n: samples, scale: 1e-6) { statistic in
            switch statistic {
            case .mean: number("avg_ns")
            case .stddev: isAlone ? nil : number("stddev_ns")
            default: nil
            }
        }
        var test = LlamaBenchTest(prompt: number("n_prompt") ?? 0, generated: number("n_gen") ?? 0, depth: number("n_depth") ?? 0)
        // The fork counts the tokens that it generates behind as tokens of a prompt; only the test's name tells.
        if let named = text("test").flatMap(LlamaBenchTest.init), named.generated == test.generated, named.prompt == 0, named.depth == test.prompt {
            test = named
        }
        record.setTest(test, rate: number("avg_ts"), deviation: isAlone ? nil : number("stddev_ts"), n: samples)
    }

    private func number(_ field: String) -> Double? {
        switch values[field] {
        case .number(let number): number.isFinite ? number : nil
        case .text(let text): RecordedFigure.value(of: text)
        default: nil
        }
    }

    private func text(_ field: String) -> String? {
        guard case .text(let text) = values[field], !text.isEmpty, text != "N/A" else { return nil }
        return text
    }

    private var switchedBackends: String {
        Self.backendSwitches.first { [.flag(true), .text("1"), .text("true")].contains(values[$0.0]) }?.1 ?? "CPU"
    }

    /// The name of a file without the folders that lead to it, of whatever system.
    private static func lastPart(_ path: String) -> String? {
        path.split { $0 == "/" || $0 == "\\" }.last.map(String.init)
    }
}
