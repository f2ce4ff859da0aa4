import AgentRuns
import JSON

/// What GuideLLM was told of the prompts that it makes up: `prompt_tokens=256,output_tokens=128`, the same as an object, or a list of either.
///
/// Source: `src/guidellm/data/deserializers/synthetic.py` in vllm-project/guidellm. Anything else is the name of a data set, whose lengths nobody
/// names.
enum GuideLLMData {
    static func setLengths(of data: JSON?, in record: inout ServingRecord) {
        guard let data = data?.array?.first ?? data else { return }
        for (option, key) in [("isl", "prompt_tokens"), ("osl", "output_tokens")] {
            record.setLength(option, figure(key, in: data), deviation: figure("\(key)_stdev", in: data))
        }
    }

    private static func figure(_ key: String, in data: JSON) -> Double? {
        guard let text = data.string else { return data.figure(key) }
        if text.hasPrefix("{") { return JSON.recorded(parsing: Array(text.utf8)).values.first?.figure(key) }
        let pairs = text.split(separator: ",").map { $0.split(separator: "=", maxSplits: 1) }
        return pairs.first { $0.count == 2 && $0[0] == key }.flatMap { RecordedFigure.value(of: String($0[1])) }
    }
}
