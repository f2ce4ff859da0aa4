import AgentRuns

/// What vLLM's and SGLang's benchmarks print of their settings before they begin.
///
/// Source: `vllm/benchmarks/serve.py` in vllm-project/vllm. The line `Namespace(…)` has every argument as Python writes it; only those that are named
/// here are taken from it, because the others may hold keys, addresses and paths.
struct PrintedSettings: Sendable {
    /// Lines by what stands before their value.
    private var lines: [String: String] = [:]
    /// Arguments that were given or have a default; `None` is none.
    private(set) var named: [String: String] = [:]

    private static let openings: [StaticString] = [
        "Traffic request rate: ", "Maximum request concurrency: ", "Burstiness factor: ", "Traffic ramp-up strategy: ", "Will increase RPS from ",
    ]

    private static let arguments: Set<String> = [
        "model", "backend", "batch_size", "dataset_name", "request_rate", "max_concurrency", "burstiness", "random_input_len", "random_output_len",
        "random_range_ratio",
        "sonnet_input_len", "sonnet_output_len", "sharegpt_output_len", "input_len", "output_len", "ramp_up_strategy", "ramp_up_start_rps",
        "ramp_up_end_rps",
    ]

    /// Whether a line may have a setting; quick, because it is asked of every line of a log.
    static func isIn(_ line: ArraySlice<UInt8>) -> Bool {
        line.contains { $0 == UInt8(ascii: ":") || $0 == UInt8(ascii: "(") || $0 == UInt8(ascii: "W") }
    }

    mutating func take(_ line: ArraySlice<UInt8>) {
        for opening in Self.openings {
            if let (_, value) = line.split(at: opening) { lines["\(opening)"] = value.trimmed.string }
        }
        if let (_, arguments) = line.split(at: "Namespace(") { takeArguments(arguments) }
    }

    /// Walks along `name=value, name='value'`; a value in quotes may hold commas.
    private mutating func takeArguments(_ text: ArraySlice<UInt8>) {
        var rest = text
        while let equals = rest.firstIndex(of: UInt8(ascii: "=")) {
            let start = rest[..<equals].lastIndex { !Self.isName($0) }.map { $0 + 1 } ?? rest.startIndex
            let name = rest[start..<equals].string
            var value = rest[(equals + 1)...]
            if let quote = value.first, quote == UInt8(ascii: "'") || quote == UInt8(ascii: "\"") {
                value = value.dropFirst().prefix { $0 != quote }
            } else {
                value = value.prefix { $0 != UInt8(ascii: ",") && $0 != UInt8(ascii: ")") }
            }
            rest = rest[value.endIndex...]
            if Self.arguments.contains(name), named[name] == nil, !value.equals("None"), !value.isEmpty { named[name] = value.string }
        }
    }

    private static func isName(_ byte: UInt8) -> Bool {
        (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20) || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
            || byte == UInt8(ascii: "_")
    }

    /// The first word of a line's value, without the point that ends its sentence.
    private func word(_ opening: String) -> String? {
        lines[opening].flatMap { $0.split(separator: " ").first }.map { $0.hasSuffix(".") ? String($0.dropLast()) : String($0) }
    }

    var model: String? { named["model"] }

    /// The rate and the concurrency as they were printed, else as they were asked for.
    var rate: String? { word("Traffic request rate: ") ?? (rampUp == nil ? named["request_rate"] : nil) }

    var concurrency: String? { word("Maximum request concurrency: ") ?? named["max_concurrency"] }

    private var rampUp: String? { word("Traffic ramp-up strategy: ") ?? named["ramp_up_strategy"] }

    /// Takes the options that belong to the load and to the lengths; what the data files of the same tool do not say is left out.
    func fill(_ record: inout ServingRecord) {
        // What stands at the tool's own default is no setting, as in its data files.
        let burstiness = word("Burstiness factor: ").flatMap(RecordedFigure.value) ?? figure("burstiness")
        if burstiness != 1 { record.set("burstiness", burstiness) }
        record.set("batch_size", figure("batch_size"))
        let keys = Self.lengths.first { named["dataset_name"]?.hasPrefix($0.dataset) == true }
        record.set("isl", figure("input_len") ?? keys?.input.flatMap(figure))
        record.set("osl", figure("output_len") ?? keys?.output.flatMap(figure))
        if named["dataset_name"] == "random", let ratio = figure("random_range_ratio"), ratio != 0 { record.set("random_range_ratio", ratio) }
        guard let rampUp else { return }
        let ramp = (lines["Will increase RPS from "] ?? "").split(separator: " ").compactMap { RecordedFigure.value(of: String($0)) }
        record.set("ramp_up_strategy", rampUp)
        record.set("ramp_up_start_rps", ramp.first ?? figure("ramp_up_start_rps"))
        record.set("ramp_up_end_rps", ramp.dropFirst().first ?? figure("ramp_up_end_rps"))
    }

    /// Lengths are written for every dataset, and mean something for one.
    private static let lengths: [(dataset: String, input: String?, output: String?)] = [
        ("random", "random_input_len", "random_output_len"), ("sonnet", "sonnet_input_len", "sonnet_output_len"),
        ("sharegpt", nil, "sharegpt_output_len"),
    ]

    private func figure(_ name: String) -> Double? { named[name].flatMap(RecordedFigure.value) }
}
