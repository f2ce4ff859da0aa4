import AgentRuns
import JSON

/// The line `Namespace(seed=42, model='…', …)` in which vLLM and SGLang print what a benchmark was called with.
///
/// Single known arguments are taken from it and no others, because it holds addresses and keys, too.
struct NamespaceLine: Sendable {
    private let text: ArraySlice<UInt8>

    /// - Parameter text: what follows the opening parenthesis.
    init(_ text: ArraySlice<UInt8>) { self.text = text }

    /// The value of an argument, without its quotes; `nil` where it is not there, or `None`.
    subscript(name: String) -> String? {
        let wanted = Array("\(name)=".utf8)
        var start = text.startIndex
        while let found = text[start...].firstRange(of: wanted) {
            let isWhole = found.lowerBound == text.startIndex || text[..<found.lowerBound].last == UInt8(ascii: " ")
            if isWhole { return Self.value(text[found.upperBound...]) }
            start = found.upperBound
        }
        return nil
    }

    private static func value(_ rest: ArraySlice<UInt8>) -> String? {
        if let quote = rest.first, quote == UInt8(ascii: "'") || quote == UInt8(ascii: "\"") {
            let inner = rest.dropFirst()
            return inner.firstIndex(of: quote).map { inner[..<$0].string }
        }
        let word = rest.prefix { $0 != UInt8(ascii: ",") && $0 != UInt8(ascii: ")") }.string
        return word == "None" || word.isEmpty ? nil : word
    }

    /// The arguments that say how long prompts and answers are, which only those of the data set that was used do.
    private static let lengths: [String: [String]] = [
        "random": ["random_input_len", "random_output_len", "random_range_ratio", "random_prefix_len"],
        "sharegpt": ["sharegpt_output_len"], "sonnet": ["sonnet_input_len", "sonnet_output_len", "sonnet_prefix_len"],
        "custom": ["custom_output_len"], "hf": ["hf_output_len"],
    ]

    private static let arguments = ["burstiness", "ramp_up_strategy", "ramp_up_start_rps", "ramp_up_end_rps", "temperature", "top_p", "top_k"]

    /// Takes the workload and the sampling that the arguments say.
    func take(into record: inout ServingRecord) {
        let dataset = self["dataset_name"] ?? ""
        let ofDataset = Self.lengths[dataset] ?? Self.lengths.first { dataset.hasPrefix($0.key) }?.value ?? []
        for name in ofDataset + Self.arguments {
            guard let value = self[name], value != "-1" else { continue }
            VLLMSettings.take(name, RecordedFigure.value(of: value).map(JSON.number) ?? .string(value), isWritten: true, into: &record)
        }
    }
}
