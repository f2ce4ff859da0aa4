/// What a server speaks.
public enum ServerAPI: String, Sendable, Hashable, CaseIterable {
    /// Ollama's native API.
    case ollama
    /// OpenAI's chat completions.
    case openAI = "openai"

    /// The options that limit the tokens of an answer, the one that every such server knows first.
    var tokenLimits: [String] {
        switch self {
        case .ollama: ["num_predict"]
        // The second is OpenAI's newer name, the third llama.cpp's own.
        case .openAI: ["max_tokens", "max_completion_tokens", "n_predict"]
        }
    }

    static let allTokenLimits = allCases.flatMap(\.tokenLimits)
}
